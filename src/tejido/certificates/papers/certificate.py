"""A certificate as its holder prints it, and as the school previews it."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.pdf import Certificate as Page
from tejido.formats.pdf import Seal
from tejido.presence.records import page_of
from tejido.web.dates import in_words
from tejido.web.instants import clocks
from tejido.web.languages import base, say

from ..queries import Held, until_of
from ..records import Data, given_of
from ..words import course_facts, facts_words

_NO_CODE = "0000-0000-0000-0000-0000"
_NO_DIGEST = "0" * 64


def certificate_page(held: Held, language: str) -> Page:
    """What was issued, in a language of the interface. ValueError where there is no name that fits."""
    row, given = held.certificate, given_of(held)
    data, until = row.issue.data, until_of(row)
    with override(base(language)):
        ends = [(_("Valid until"), _day(until, data["zone"]))] if until else []
        facts = [(_("Number"), str(row.number)), *course_facts(data), *ends]
        seal = _seal(given.code, bytes(row.digest).hex())
        return _page(data, language, given.name, tuple(facts), row.issue.at, given.code, seal, _notice(held))


def preview_page(data: Data, language: str, at: datetime) -> Page:
    """What a certificate would look like, with no code that anybody has."""
    with override(base(language)):
        facts = ((_("Number"), "—"), *course_facts(data))
        seal, notice = _seal(_NO_CODE, _NO_DIGEST), _("Preview: this is no certificate")
        return _page(data, language, _("Name of the holder"), facts, at, _NO_CODE, seal, notice)


def _seal(code: str, digest: str) -> Seal:
    return Seal(digest, page_of(code), _("Digest of the credential"), _("To be checked at"))


def _page(
    data: Data,
    language: str,
    name: str,
    facts: tuple[tuple[str, str], ...],
    at: datetime,
    code: str,
    seal: Seal,
    notice: str,
) -> Page:
    words = facts_words(data)
    passed = _("has passed the course “%(course)s” (%(days)s).") % {"course": words["of"], "days": words["days"]}
    return Page(
        title=words["title"],
        language=language,
        network=words["network"],
        before=_("This certifies that"),
        name=name,
        after=tuple(filter(None, (passed, say(data["words"], language).text))),
        facts=facts,
        signatory=words["signatory"],
        signed=_("Issued on %(day)s") % {"day": _day(at, data["zone"])},
        code=code,
        code_word=_("Verification code"),
        seal=seal,
        at=at,
        notice=notice,
    )


def _notice(held: Held) -> str:
    row = held.certificate
    if row.revoked_at:
        return _("Revoked on %(day)s") % {"day": _day(row.revoked_at, row.issue.data["zone"])}
    return _("Demonstration: an invented course") if row.issue.data["is_demonstration"] else ""


def _day(at: datetime, zone: str) -> str:
    return in_words(at.astimezone(clocks(zone)).date())
