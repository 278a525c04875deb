"""Who has met the rule, which certificates stand, and what is said to whoever checks one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.nominations.queries import participants
from tejido.nominations.rules import reads_of, serves
from tejido.seminars.models import Seminar

from ..models import Certificate, Completion, IssuingKey, Wording
from ..names import State
from ..proof import code_digest, list_digest
from ..rules import Reckoned, reckon, slots_of, state_of
from .attendance import marks_by_person, sessions_of


def completion_of(seminar: Seminar) -> Completion | None:
    return Completion.objects.filter(seminar=seminar).first()


def wording_of(seminar: Seminar) -> Wording | None:
    return Wording.objects.filter(seminar=seminar).first()


def wording_before(seminar: Seminar) -> Wording | None:
    """What the latest other seminar says, to begin with."""
    return Wording.objects.exclude(seminar=seminar).order_by("-at").first()


def reckoned(seminar: Seminar, nominees: Sequence[str], completion: Completion | None) -> dict[str, Reckoned]:
    """How far each of these has come, by nominee. Without a rule nobody has met it. Two queries."""
    obligatory = completion.obligatory if completion else []
    slots = slots_of(sessions_of(seminar), obligatory)
    marks = marks_by_person(seminar, nominees)
    share = completion.share if completion else 101  # more than there is
    return {key: reckon(slots, marks.get(key, {}), share) for key in nominees}


def earned(seminar: Seminar, completion: Completion | None) -> list[str]:
    """The participants who have met the rule and have no certificate that stands, nor were their data erased."""
    standing = Certificate.objects.filter(seminar=seminar, revoked_at=None).values("nominee")
    rows = participants(seminar).filter(erased_at=None).exclude(key__in=standing).exclude(name="")
    keys = list(rows.values_list("key", flat=True))
    found = reckoned(seminar, keys, completion)
    return [key for key in keys if found[key].is_met]


def as_read(seminar: Seminar) -> str:
    """The digest of what certificates would be issued on now."""
    completion, wording = completion_of(seminar), wording_of(seminar)
    rule = canonical_digest([completion.share, sorted(completion.obligatory)]) if completion else ""
    return list_digest(earned(seminar, completion), rule, wording_digest(wording))


def wording_digest(wording: Wording | None) -> str:
    if wording is None:
        return ""
    return canonical_digest([wording.title, wording.words, wording.signatory, wording.years])


def certificates_of(actor: Actor, seminar: Seminar) -> list[Certificate]:
    """The certificates of those whose names the actor may read, by number. One query."""
    return list(_readable(actor).filter(seminar=seminar))


def certificate_for(actor: Actor, seminar: Seminar, key: str) -> Certificate:
    """Certificate.DoesNotExist for whoever may not know whose it is."""
    return _readable(actor).get(seminar=seminar, key=key)


def _readable(actor: Actor) -> QuerySet[Certificate]:
    """Those of the persons whose nominations the actor reads."""
    rows = Certificate.objects.select_related("nominee__member", "seminar")
    if serves(actor):
        return rows
    return rows.filter(nominee__member__code=actor.member) if reads_of(actor, actor.member) else rows.none()


## For whoever holds a code


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of a code: how it stands, and only of one that was issued by whom, when and for what. Never whose it
    is. `name_digest` is for comparing a name that somebody shows."""

    state: State
    data: Mapping[str, Mapping[str, str]]
    at: datetime | None
    until: datetime | None
    revoked_at: datetime | None
    digest: str
    name_digest: str


NOTHING = Checked(State.UNKNOWN, {}, None, None, None, "", "")


def checked(code: str, at: datetime) -> Checked:
    """One query, whatever the code is."""
    row = Certificate.objects.filter(code_digest=code_digest(code)).first()
    if row is None:
        return NOTHING
    return Checked(state_of(row, at), row.data, row.at, row.until, row.revoked_at, row.digest, row.name_digest)


def holders_to_forget() -> list[str]:
    """The keys of those whose data were erased and whose certificates still tell."""
    rows = Certificate.objects.filter(erased_at=None).exclude(nominee__erased_at=None).order_by("nominee")
    return list(rows.values_list("nominee", flat=True).distinct())


def revoked_places() -> list[int]:
    """The places of the list that are set."""
    return list(Certificate.objects.exclude(revoked_at=None).order_by("place").values_list("place", flat=True))


def issuing_keys() -> list[IssuingKey]:
    """Every key that ever signed certificates, the present one last."""
    return list(IssuingKey.objects.all())
