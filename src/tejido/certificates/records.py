"""What a certificate of a course says, the credential that goes out with it, the lists of what was revoked, and what a
file is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from tejido.engine.proof import canonical_digest, rfc3339
from tejido.formats.badge import (
    Achievement,
    Badge,
    Holder,
    Issuer,
    Place,
    Shown,
    credential,
    signed_before,
    status_list,
)
from tejido.ledger.actors import Actor
from tejido.presence.proof import is_name
from tejido.presence.records import head_of as head_of_seminar
from tejido.presence.records import page_of
from tejido.records.models import Cohort
from tejido.registry.queries import network
from tejido.schools.models import Obligation
from tejido.schools.queries import obligations_of_course
from tejido.training.words import duration
from tejido.web.addresses import whole
from tejido.web.languages import base, say

from .models import Wording
from .proof import FIRST_LIST, list_of
from .queries import Checked, Held, until_of

# What is said where nobody asked: `data` is kept as it is for ever, so its parts never change their names.
Data = Mapping[str, Any]


def data_of(actor: Actor, cohort: Cohort, wording: Wording) -> dict[str, Any]:
    """All that the certificates of a cohort say, in every language, but for name, number and expiry."""
    served, space, revision = network(), cohort.space, cohort.revision
    member, edition = space.member, cohort.edition
    titles = wording.title
    languages = [*(member.languages if member else []), *titles]
    return {
        "kind": "course",
        "key": cohort.course_id,
        "network": served.name if served else {},
        "zone": served.zone if served else "UTC",
        "school": space.institution.name if space.institution else space.name,
        "member": member.name if member else {},
        "course": cohort.course.title,
        "since": cohort.starts.isoformat(),
        "until": cohort.ends.isoformat(),
        "minutes": cohort.minutes,
        "text": {"titles": revision.text.title, "revision": revision.number, "digest": revision.digest},
        "edition": {"titles": edition.text.title, "number": edition.number} if edition else None,
        "norms": [_norm(row) for row in obligations_of_course(actor, cohort.course, cohort.ends)],
        "title": titles,
        "words": wording.words,
        "signatory": wording.signatory,
        "language": next(tag for tag in languages if say(titles, tag).language == tag),
        "is_demonstration": cohort.is_demonstration,
    }


def _norm(row: Obligation) -> dict[str, str]:
    return {"norm": row.norm, "day": row.day, "credits": "" if row.credits is None else f"{row.credits.normalize():f}"}


@dataclass(frozen=True, slots=True)
class Given:
    """What tells one certificate of an issue from the others."""

    code: str
    salt: str
    name: str
    place: int
    until: datetime | None


def badge_of(data: Data, language: str, at: datetime) -> Badge:
    """What the credentials of an issue say, of nobody yet."""
    school, title = head_of(data, language)
    with translation.override(base(language)):
        achievement = Achievement(
            id=whole(f"{reverse('certificates:checks')}#{data['key']}"),
            name=title,
            description=say(data["words"], language).text or title,
            criteria=criteria(data, language),
            language=base(language),
        )
    return Badge("", Issuer(school, whole("/")), achievement, Holder("", ""), rfc3339(at))


def badge_for(badge: Badge, given: Given, *, is_named: bool = False) -> Badge:
    """The same of one holder."""
    number, index = list_of(given.place)
    return replace(
        badge,
        id=page_of(given.code),
        holder=Holder(given.name, given.salt, is_named),
        until=rfc3339(given.until) if given.until else "",
        status=Place(list_address(number), index),
    )


def criteria(data: Data, language: str) -> str:
    """What it took, in a sentence of the language that is active."""
    told = {
        "time": duration(data["minutes"]),
        "title": say(data["text"]["titles"], language).text,
        "number": data["text"]["revision"],
    }
    return _("Passed the course of %(time)s, which teaches “%(title)s”, revision %(number)s.") % told


def given_of(held: Held) -> Given:
    """ValueError where the holder was erased, or the record bears another name by now."""
    if held.secret is None or not held.fits:
        raise ValueError("the certificate is of a name that is not there")
    row = held.certificate
    return Given(held.secret.code, held.secret.salt, held.name, row.place, until_of(row))


def credential_of(held: Held) -> dict[str, Any]:
    """The credential as it was issued, made once more of what is kept of it."""
    row, secret = held.certificate, held.secret
    badge = badge_for(badge_of(row.issue.data, row.issue.data["language"], row.issue.at), given_of(held))
    made = signed_before(badge, row.issuer.did, secret.signature if secret else b"")
    if canonical_digest(made) != bytes(row.digest).hex():
        raise ValueError("the credential is not as it was issued")
    return made


def named_credential(held: Held) -> dict[str, Any]:
    """The same with the name in clear, for a holder who wants to show it. It is signed when it is asked for and kept
    nowhere."""
    issue = held.certificate.issue
    badge = badge_for(badge_of(issue.data, issue.data["language"], issue.at), given_of(held), is_named=True)
    return credential(badge, settings.CERTIFICATE_KEY)


def head_of(data: Data, language: str) -> tuple[str, str]:
    """Issuer and title as a credential in this language names them."""
    if data.get("kind") != "course":
        return head_of_seminar(data, language)
    school = ", ".join(filter(None, (say(data[name], language).text for name in ("school", "member"))))
    title = ", ".join(filter(None, (say(data[name], language).text for name in ("title", "course"))))
    return school, title


## For whoever checks


def list_address(number: int) -> str:
    """Where a list of what was revoked is; that of seminars has the short address."""
    if number < FIRST_LIST:
        return whole(reverse("certificates:revoked"))
    return whole(reverse("certificates:revoked_list", args=[number]))


def signed_list(number: int, places: Sequence[int], at: datetime) -> dict[str, Any]:
    """A list of what was revoked, as of this instant."""
    return status_list(list_address(number), places, settings.CERTIFICATE_KEY, rfc3339(at))


def code_in(address: str) -> str:
    """The code in the address of a credential, whatever the house was called when it was issued: it may have moved.
    Empty where there is none."""
    return address.partition(reverse("certificates:checks"))[2].strip("/")


def is_as_issued(told: Shown, found: Checked) -> bool:
    """Whether a file says what the register holds under its code. Without a name it is the same to the last sign; with
    one it was signed later, and everything that is shown of it is compared."""
    if not told.name:
        return told.digest == found.digest
    dates = (rfc3339(found.at) if found.at else "", rfc3339(found.until) if found.until else "")
    heads = {head_of(found.data, tag) for tag, _language in settings.LANGUAGES}
    is_same = (told.since, told.until) == dates and (told.issuer, told.title) in heads
    return is_same and is_name(told.name, code_in(told.id), found.name_digest)


def is_same_data(before: Data, now: Data) -> bool:
    return canonical_digest(dict(before)) == canonical_digest(dict(now))
