"""A statement of coverage on paper: what the course is, what it covers, what was left out and why, what lacks."""

from collections.abc import Iterator, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape, plain
from tejido.formats.paper import Block, Facts, Grid, Heading, Manner, Paper, Prose, Words
from tejido.formats.pdf import Seal
from tejido.registry.models import Seat
from tejido.web.dates import span
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from .models import Statement
from .names import Method, Officials
from .words import (
    Data,
    about,
    duration,
    lacking_words,
    missing_head,
    named,
    objective_words,
    objectives_sentence,
    obligation_words,
    places,
    section_words,
    space_words,
    standing_words,
    told,
    which,
)

_SHORT = 16  # signs of the digest that run below every page
_NONE = "—"


def statement_paper(statement: Statement, network: str, zone: str, language: str, seats: Mapping[str, Seat]) -> Paper:
    """What was stated, word for word as it is kept, in the language of the reader."""
    data = statement.data
    with override(base(language)):
        title, name = say(data["course"]["titles"], language).text, _("Statement of coverage")
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_blocks(statement, language, seats)),
            network=space_words(data, language) or network,
            subtitle=name,
            facts=_facts(statement, zone, language, seats),
            head=f"{title} · {name}",
            foot=statement.digest[:_SHORT],
            at=statement.at,
        )


def statement_seal(statement: Statement, address: str, language: str) -> Seal:
    with override(base(language)):
        return Seal(statement.digest, address, _("Digest of the statement"), _("To be checked at"))


def statement_notice(statement: Statement, language: str) -> str:
    """What stands where nobody can miss it."""
    with override(base(language)):
        if statement.withdrawn_at:
            return _("Statement withdrawn")
        return _("Demonstration: an invented course") if statement.data["course"]["is_demonstration"] else ""


def _facts(statement: Statement, zone: str, language: str, seats: Mapping[str, Seat]) -> tuple[tuple[str, str], ...]:
    data = statement.data
    text = say(data["text"]["titles"], language).text
    return (
        (_("Common text"), escape(f"{text}, {which(data)}")),
        (_("For whom"), str(Officials(data["course"]["officials"]).label)),
        (_("Time in all"), duration(data["minutes"])),
        (_("Stated on"), escape(in_zone(statement.at, zone))),
        (_("Stated by"), escape(named(seats, statement.seat, statement.office))),
    )


def _blocks(statement: Statement, language: str, seats: Mapping[str, Seat]) -> Iterator[Block]:
    data = statement.data
    yield Heading(_("What is stated"))
    for sentence in standing_words(data):
        yield Prose(escape(sentence))
    yield Facts(_about(data, language))
    yield Heading(_("Section by section"))
    yield _sections(data, language)
    yield Prose(_("“About” marks a time that had to be divided evenly among what a session treats."), Manner.SMALL)
    yield Prose(_("Sections inside one that is treated wholly, or not at all, are not listed."), Manner.SMALL)
    yield from _objectives(data, language)
    yield from _lacking(data, language)
    yield from _left_out(data, seats)
    yield Heading(_("The sessions in their order"))
    yield _sessions(data, language)
    yield Prose(_how_to_check(), Manner.SMALL)


def _about(data: Data, language: str) -> tuple[tuple[str, str], ...]:
    version = data["version"]
    facts = [
        (_("Obligation"), escape(obligation_words(data))),
        (_("Digest of the edition"), data["text"]["digest"]),
        (_("Version taught"), escape(say(version["titles"], language).text)),
        (_("Its revision"), str(version["revision"])),
        (_("Digest of the revision"), version["digest"]),
    ]
    if data["beside"]:
        facts.append((_("Time on other things than the common text"), duration(data["beside"])))
    return tuple(facts)


def _sections(data: Data, language: str) -> Grid:
    whole = escape(_("The whole text"))
    lines = [(data["whole"], f"**{whole}**")]
    lines += [(line, escape(section_words(line, language))) for line in told(data)]
    head = (_("Section"), _("Treated"), _("Left out"), missing_head(), _("Time"), _("Minimum"))
    rows = [_row(line, words) for line, words in lines]
    return Grid(head, tuple(rows), "", (9, 4, 4, 3, 5, 5))


def _row(line: Data, words: str) -> tuple[str, ...]:
    treated = _("%(n)s of %(all)s") % {"n": line["covered"], "all": line["passages"]}
    asked = duration(line["minimum"]) if line["minimum"] is not None else _NONE
    return words, treated, str(line["omitted"]), str(line["lacking"]), escape(about(line)), asked


def _objectives(data: Data, language: str) -> Iterator[Block]:
    several = data.get("objectives", ())
    if several:
        yield Heading(_("The learning objectives"))
        yield Prose(escape(objectives_sentence(data)))
        rows = [
            (
                each["address"], escape(plain(say(each["titles"], language).text)),
                escape(objective_words(data, each, language)),
            )
            for each in several
        ]  # fmt: skip  # one row of a table, read as one
        yield Grid((_("Passage"), _("Objective"), _("Treated in")), tuple(rows), "", (3, 9, 7))


def _lacking(data: Data, language: str) -> Iterator[Block]:
    several = [(line, section_words(line, language)) for line in told(data) if not line["is_met"]]
    whole = [(data["whole"], _("The whole text"))] if data["whole"]["short"] else []
    yield Heading(_("What lacks"))
    for line, words in [*whole, *several]:
        missing = ", ".join(places(line))
        said = "; ".join(filter(None, [*lacking_words(line), missing]))
        yield Prose(f"**{escape(words)}**: {escape(said)}", Manner.ITEM)
    if not whole and not several:
        yield Prose(_("Nothing lacks."))


def _left_out(data: Data, seats: Mapping[str, Seat]) -> Iterator[Block]:
    yield Heading(_("Left out with an approved reason"))
    for each in data["omissions"]:
        found = span(each["approved_on"])
        day = date_format(found[0], "DATE_FORMAT") if found else ""
        who = named(seats, each["approved_seat"], each["approved_by"])
        approved = _("Approved by %(office)s on %(day)s.") % {"office": who, "day": day}
        yield Prose(f"**{escape(each['address'])}** · {escape(approved)}")
        yield Prose(escape(each["reason"]), Manner.QUOTATION, each["language"])
    if not data["omissions"]:
        yield Prose(_("Nothing was left out."))


def _sessions(data: Data, language: str) -> Grid:
    rows = [
        (
            str(number), escape(say(s["titles"], language).text), duration(s["minutes"]),
            str(Method(s["method"]).label), str(s["treats"] - s["lost"]),
        )
        for number, s in enumerate(data["sessions"], 1)
    ]  # fmt: skip  # one row of a table, read as one
    head = (_("Number"), _("Session"), _("Time"), _("Method"), _("Things treated"))
    return Grid(head, tuple(rows), "", (2, 8, 3, 4, 3))


def _how_to_check() -> str:
    return _(
        "This is a statement of facts by the authority that is named on the first page. Its digest is the SHA-256 of "
        "the statement’s file, which its page hands out to those to whom it is shown."
    )
