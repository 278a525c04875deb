"""One version of a practice on paper: what it tells, in the language of the reader, and what peers advised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Grid, Heading, Manner, Paper, Prose, Words
from tejido.formats.pdf import Seal
from tejido.web.instants import in_zone
from tejido.web.languages import base, name_in_mine, say

from .models import Version
from .names import Field
from .queries import Verdict
from .words import facts_of

_SHORT = 16  # signs of the digest that run below every page
_NONE = "—"


def practice_paper(
    version: Version, verdicts: Sequence[Verdict], contact: str, network: str, zone: str, language: str
) -> Paper:
    """Fields that are not told in the language of the reader stand in another, and say so."""
    with override(base(language)):
        title = say(version.content["title"], language).text
        number = _("version %(number)s") % {"number": version.number}
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_blocks(version, verdicts, language)),
            network=network,
            subtitle=_("Good practice"),
            facts=_facts(version, contact, zone, language),
            head=f"{title} · {number}",
            foot=version.digest[:_SHORT],
            at=version.at,
        )


def practice_seal(version: Version, address: str, language: str) -> Seal:
    with override(base(language)):
        return Seal(version.digest, address, _("Digest of the version"), _("To be checked at"))


def practice_notice(version: Version, language: str) -> str:
    """What stands where nobody can miss it."""
    with override(base(language)):
        return _("Demonstration: an invented practice") if version.practice.is_demonstration else ""


def _facts(version: Version, contact: str, zone: str, language: str) -> tuple[tuple[str, str], ...]:
    said = facts_of(version.content)
    pairs = (
        (_("Member"), say(version.practice.member.name, language).text),
        (_("Version"), str(version.number)),
        (_("Published"), in_zone(version.at, zone)),
        (_("The seat that answers for it"), contact),
        (_("Themes"), ", ".join(said["themes"])),
        (_("For whom"), ", ".join(said["groups"])),
        (_("Risk factors that it works on"), "; ".join(said["factors"])),
        (_("Order of the cost"), ", ".join(said["magnitude"])),
        (_("What is known by"), ", ".join(said["grounds"])),
    )
    return tuple((name, escape(value)) for name, value in pairs if value)


def _blocks(version: Version, verdicts: Sequence[Verdict], language: str) -> Iterator[Block]:
    content = version.content
    for field in Field:
        if field != Field.TITLE and content[field]:
            yield from _field(field, content[field], language)
    yield from _listed(_("What it rests on"), [_proof(row, language) for row in content["proofs"]])
    yield from _listed(
        _("Sections of adopted texts"), [say(row["title"], language).text for row in content["passages"]]
    )
    yield from _peers(version, verdicts, language)


def _field(field: Field, texts: Mapping[str, str], language: str) -> Iterator[Block]:
    yield Heading(str(field.label))
    said = say(texts, language)
    if said.is_other:
        yield Prose(_("Told in %(language)s.") % {"language": name_in_mine(said.language)}, Manner.SMALL)
    yield Prose(escape(said.text), language=said.language)


def _listed(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Heading(title)
    for line in lines:
        yield Prose(escape(line), Manner.ITEM)


def _proof(row: Mapping[str, Any], language: str) -> str:
    parts = (say(row["words"], language).text, row["address"], row["name"])
    return " · ".join(part for part in parts if part)


def _peers(version: Version, verdicts: Sequence[Verdict], language: str) -> Iterator[Block]:
    """What was advised, by member; the advice binds nobody."""
    yield Heading(_("Read by peers"))
    if not verdicts:
        yield Prose(_("No peer had read it when it was published."))
        return
    rows = tuple(_verdict(row, language) for row in verdicts)
    yield Grid((_("Member"), _("Advice"), _("Remarks"), _("Taken up")), rows, shares=(3, 4, 1, 1))
    if version.digest != version.submission.digest:
        yield Prose(_("The practice was revised after they had read it."), Manner.SMALL)


def _verdict(row: Verdict, language: str) -> tuple[str, ...]:
    member = escape(say(row.review.member.name, language).text)
    return member, escape(row.review.get_recommendation_display()), str(row.remarks or _NONE), str(row.taken or _NONE)
