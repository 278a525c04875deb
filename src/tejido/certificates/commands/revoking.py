"""Certificates that are revoked, issued anew, or forget whose they are."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.presence.names import Reason
from tejido.records.commands import release
from tejido.records.models import Completion
from tejido.registry.models import Body

from .. import rules
from ..models import Certificate, Handout, Issue, Revocation
from ..names import Act
from ..proof import sealed_words
from ..queries import held, key_of, wording_of
from ..records import data_of, is_same_data
from .issuing import make
from .series import lock

_RELATED = ("space__member", "space__institution", "issuer", "issue")
_OF_COHORT = ("issue__cohort__course__derivation__text__body", "issue__cohort__edition__text")


@transaction.atomic
def revoke_course_certificate(*, actor: Actor, certificate: Certificate, reason: str, words: str, at: datetime) -> None:
    """Whoever checks it is told from now on that it was revoked; the holder reads why."""
    lock(certificate.space)
    row = _again(certificate)
    ask(rules.may_revoke(actor, row, reason, words))
    _revoke(actor, row, reason, words, at)
    facts = {"number": row.number, "digest": bytes(row.digest).hex(), "reason": reason}
    write_down(actor, Act.REVOKED, row.issue, at, facts, tree=row.space.tree)


@transaction.atomic
def reissue_course_certificate(*, actor: Actor, certificate: Certificate, words: str, at: datetime) -> Certificate:
    """Another certificate of the same record, as record and wording stand now. One that stands is revoked in the same
    act, for the reason that something in it is wrong."""
    series = lock(certificate.space)
    row = _again(certificate)
    record = Completion.objects.filter(id=row.completion).first()
    wording = wording_of(row.space, row.issue.cohort.course_id)
    data = data_of(actor, row.issue.cohort, wording) if wording else row.issue.data
    (whose,) = held(row.space, [row])
    says_so = whose.fits and record is not None and record.valid_until == row.until
    says_so = says_so and is_same_data(row.issue.data, data)
    standing = Certificate.objects.filter(completion=row.completion, revoked_at=None).exclude(pk=row.pk)
    is_replaced = standing.exists()
    has_record = record is not None and bool(whose.name)
    ask(rules.may_reissue(actor, row, words, has_record=has_record, is_replaced=is_replaced, says_so=says_so))
    if not row.revoked_at:
        _revoke(actor, row, Reason.MISTAKE, words, at)
    act = _act(actor, row, data, at)
    (made,) = make(act, [record] if record else [], series, at)
    facts = {"number": made.number, "digest": bytes(made.digest).hex(), "replaces": row.number}
    write_down(actor, Act.REISSUED, act, at, facts, tree=row.space.tree)
    return made


def _act(actor: Actor, row: Certificate, data: dict[str, object], at: datetime) -> Issue:
    return Issue.objects.create(
        space=row.space,
        cohort=row.issue.cohort,
        data=data,
        through=row.completion,
        after=row.completion,
        wanted=1,
        done=1,
        replaces=row.number,
        at=at,
        office=actor.office,
        seat=actor.seat,
        mandate=actor.mandate,
        finished_at=at,
    )


def _again(certificate: Certificate) -> Certificate:
    """As it stands now that nobody else gives or takes in its series."""
    return Certificate.objects.select_related(*_RELATED, *_OF_COHORT).get(pk=certificate.pk)


def _revoke(actor: Actor, row: Certificate, reason: str, words: str, at: datetime) -> None:
    Certificate.objects.filter(pk=row.pk).update(revoked_at=at)
    sealed = sealed_words(key_of(row.space), words.strip(), row.space_id, row.number)
    Revocation.objects.create(certificate=row, reason=reason, words=sealed, at=at, office=actor.office, seat=actor.seat)
    release(space=row.space, completions=[row.completion])


@transaction.atomic
def forget_erased(*, space: Body, person: bytes, completions: Sequence[int]) -> int:
    """What was sealed of the certificates of an erased person goes, and the words on why one was revoked; so do the
    links that they were given. The digests stay, by which whoever holds code and paper can still have them checked. How
    many forgot."""
    Handout.objects.filter(space=space, person=person).delete()
    rows = Certificate.objects.filter(space=space, completion__in=completions)
    Revocation.objects.filter(certificate__in=rows.values("pk")).update(words=None)
    return rows.exclude(sealed=None).update(sealed=None)


def follow_corrected(*, space: Body, before: bytes, after: bytes) -> None:
    """Links go on leading to the person under their right document."""
    Handout.objects.filter(space=space, person=before).update(person=after)
