"""What a certificate says, and the badge that goes out with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from tejido.engine.proof import rfc3339
from tejido.formats.badge import Achievement, Badge, Holder, Issuer, Place, credential
from tejido.registry.queries import network
from tejido.seminars.models import Seminar
from tejido.web.addresses import whole
from tejido.web.languages import base, say

from .models import Certificate
from .queries import completion_of, sessions_of, wording_of
from .rules import slots_of

# What is said where nobody asked: `data` is kept as it is for ever, so its parts never change their names.
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate without its holder's name."""

    code: str
    place: int
    data: Data
    at: datetime
    until: datetime | None
    language: str


def data_of(seminar: Seminar) -> Data:
    """All that a certificate of this seminar says, in every language, but for the name."""
    served, wording, completion = network(), wording_of(seminar), completion_of(seminar)
    sessions = sessions_of(seminar)
    obligatory = set(completion.obligatory) if completion else set()
    revision = seminar.revision
    return {
        "key": seminar.key,
        "network": served.name if served else {},
        "zone": seminar.zone,
        "cycle": seminar.cycle.title,
        "seminar": seminar.title,
        "place": seminar.place,
        "since": seminar.since,
        "until": seminar.until,
        "text": {"titles": revision.text.title, "revision": revision.number, "digest": revision.digest}
        if revision
        else None,
        "sessions": sum(slot.is_counted for slot in slots_of(sessions, obligatory)),
        "share": completion.share if completion else 0,
        "obligatory": len(obligatory),
        "title": wording.title if wording else {},
        "words": wording.words if wording else {},
        "signatory": wording.signatory if wording else {},
        "is_demonstration": seminar.is_demonstration,
    }


def until_of(seminar: Seminar, at: datetime) -> datetime | None:
    """When it expires, the same day some years later; the day before where there is no 29 February."""
    wording = wording_of(seminar)
    if wording is None or wording.years is None:
        return None
    try:
        return at.replace(year=at.year + wording.years)
    except ValueError:
        return at.replace(year=at.year + wording.years, day=28)


def page_of(code: str) -> str:
    """Where everybody checks a certificate."""
    return whole(reverse("certificates:check", args=[code]))


def issued(row: Certificate, language: str) -> Issued:
    return Issued(row.code, row.place, row.data, row.at, row.until, language)


def badge_of(given: Issued, name: str, salt: str, *, is_named: bool = False) -> Badge:
    """What the credential says, in the holder's language. The achievement is that of everybody who completed the
    seminar; what each attended is not in it."""
    language, data = given.language, given.data
    with translation.override(base(language)):
        return Badge(
            id=page_of(given.code),
            issuer=Issuer(_issuer(data, language), whole("/")),
            achievement=Achievement(
                id=whole(f"{reverse('certificates:checks')}#{data['key']}"),
                name=_title(data, language),
                description=say(data["words"], language).text or _title(data, language),
                criteria=criteria(data),
                language=base(language),
            ),
            holder=Holder(name, salt, is_named),
            since=rfc3339(given.at),
            until=rfc3339(given.until) if given.until else "",
            status=Place(whole(reverse("certificates:revoked")), given.place),
        )


def _issuer(data: Data, language: str) -> str:
    return say(data["network"], language).text or "Tejido"


def _title(data: Data, language: str) -> str:
    return ", ".join(filter(None, (say(data[name], language).text for name in ("title", "cycle", "seminar"))))


def head_of(data: Data, language: str) -> tuple[str, str]:
    """Issuer and title as a credential in this language names them."""
    return _issuer(data, language), _title(data, language)


def criteria(data: Data) -> str:
    """What it took, in a sentence of the language that is active."""
    first = ngettext(
        "Attended at least %(share)s %% of %(count)s session.",
        "Attended at least %(share)s %% of %(count)s sessions.",
        data["sessions"],
    ) % {"share": data["share"], "count": data["sessions"]}
    if not data["obligatory"]:
        return first
    more = ngettext("%(count)s of them was obligatory.", "%(count)s of them were obligatory.", data["obligatory"])
    return f"{first} {more % {'count': data['obligatory']}}"


def named_credential(row: Certificate, name: str) -> dict[str, Any]:
    """The same credential with the name in clear, for a holder who wants to show it. It is signed when it is asked for
    and kept nowhere."""
    badge = badge_of(issued(row, row.nominee.language), name, "", is_named=True)
    return credential(badge, settings.CERTIFICATE_KEY)
