"""The certificate as its holder prints it."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.pdf import Certificate as Page
from tejido.formats.pdf import Seal
from tejido.web.instants import clocks
from tejido.web.languages import base, say

from ..models import Certificate
from ..records import criteria, page_of
from ..words import facts_words


def certificate_paper(certificate: Certificate, name: str, language: str) -> Page:
    """What was issued, in a language of the interface, with the name of the holder."""
    data = certificate.data
    with override(base(language)):
        facts = facts_words(data)
        return Page(
            title=facts["title"],
            language=language,
            network=facts["network"],
            before=_("This certifies that"),
            name=name,
            after=tuple(_sentences(data, facts, language)),
            facts=tuple(_facts(certificate, language)),
            signatory=facts["signatory"],
            signed=_("Issued on %(day)s") % {"day": _day(certificate.at, data["zone"])},
            code=certificate.code,
            code_word=_("Verification code"),
            seal=Seal(
                certificate.digest, page_of(certificate.code), _("Digest of the credential"), _("To be checked at")
            ),
            at=certificate.at,
            notice=_notice(certificate),
        )


def _sentences(data: dict[str, Any], facts: dict[str, str], language: str) -> list[str]:
    held = _("has completed the seminar %(seminar)s, held in %(place)s (%(days)s).") % {
        "seminar": facts["of"],
        "place": facts["place"] or "—",
        "days": facts["days"],
    }
    return [each for each in (held, say(data["words"], language).text) if each]


def _facts(certificate: Certificate, language: str) -> list[tuple[str, str]]:
    data = certificate.data
    found = [(_("What it took"), criteria(data))]
    if text := data["text"]:
        words = _("%(title)s, revision %(number)s") % {
            "title": say(text["titles"], language).text,
            "number": text["revision"],
        }
        found.insert(0, (_("Text that was taught"), words))
    if certificate.until:
        found.append((_("Valid until"), _day(certificate.until, data["zone"])))
    return found


def _notice(certificate: Certificate) -> str:
    if certificate.revoked_at:
        return _("Revoked on %(day)s") % {"day": _day(certificate.revoked_at, certificate.data["zone"])}
    return _("Demonstration: an invented seminar") if certificate.data["is_demonstration"] else ""


def _day(at: Any, zone: str) -> str:
    return str(date_format(at.astimezone(clocks(zone)), "DATE_FORMAT"))
