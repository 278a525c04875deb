"""Texts on paper: what a PDF, an e-book or another program's file of a text says, in the language of the paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.engine.document import Document, Kind, addresses, item_numbers
from tejido.formats.akn import About
from tejido.formats.paper import Block, Heading, NewPage, Paper, Prose, Strip, Words
from tejido.formats.paper import Text as TextBlock
from tejido.formats.pdf import Annex, Book, Change, Seal, Statement
from tejido.formats.word import Image
from tejido.registry.queries import network
from tejido.web.instants import clocks
from tejido.web.languages import base, name_of, say
from tejido.web.marks import activity_facts

from ..models import Edition, Revision, Text
from ..queries import document_of, images_of, record_of
from ..redline import Redline
from ..words import kind_words

_FOOT = 16  # signs of the digest that run below every page


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it goes on paper: a revision, or the edition that it was adopted as. `record` is the adoption record
    where the reader may see it; `address` is where a reader of the paper finds out whether it is true."""

    text: Text
    revision: Revision
    address: str
    zone: str
    edition: Edition | None = None
    record: Mapping[str, Any] | None = None

    @property
    def at(self) -> datetime:
        return self.edition.sealed_at if self.edition else self.revision.at

    @property
    def name(self) -> str:
        """As in file names: "1" is an edition, "r14" a revision."""
        return str(self.edition.number) if self.edition else f"r{self.revision.number}"


def edition_version(edition: Edition, address: str, *, shows_record: bool) -> Version:
    served = network()
    record = record_of(edition) if shows_record else None
    return Version(edition.text, edition.revision, address, served.zone if served else "", edition, record)


def revision_version(text: Text, revision: Revision, address: str) -> Version:
    served = network()
    return Version(text, revision, address, served.zone if served else "")


def book_of(version: Version, languages: Sequence[str]) -> Book:
    """The text as a book in one language, or in two side by side."""
    document = document_of(version.revision)
    with override(base(languages[0])):
        paper = _paper(version, document, languages, images_of(version.text, document))
        seal = Seal(version.revision.digest, version.address, _("Digest of the whole text"), _("To be checked at"))
        annex = Annex(_("Reservations and declarations"), tuple(_statements(version, document, languages[0])))
        return Book(paper, seal, annex, notice=_notice(version))


def summary_in(language: str) -> str:
    """What an e-book offers to whoever cannot see it."""
    with override(base(language)):
        return _("The text with headings, a table of contents, alternative texts for images and its language marked.")


def about(version: Version, language: str) -> About:
    """What an Akoma Ntoso file says of the text."""
    version_name = f"edition-{version.edition.number}" if version.edition else f"revision-{version.revision.number}"
    return About(
        version.text.slug,
        say(version.text.title, language).text,
        _maker(version, language),
        version_name,
        version.revision.digest,
        _local(version.at, version.zone),
        version.address,
    )


def _paper(version: Version, document: Document, languages: Sequence[str], images: Mapping[str, Image]) -> Paper:
    language = languages[0]
    title, which = say(version.text.title, language).text, _which(version)
    facts = {
        (_("Adopted on") if version.edition else _("Saved on")): _day(version.at, version.zone),
        _("Language"): " · ".join(name_of(tag) for tag in languages),
        _("Negotiated in"): name_of(version.text.negotiated_language),
        _("Revision"): str(version.revision.number),
    }
    shown = [(p, tag) for p in document if p.kind is Kind.ACTIVITY for tag in p.languages]
    activities = {(passage.id, tag): activity_facts(passage, tag) for passage, tag in shown}
    return Paper(
        title=title,
        language=language,
        words=Words(_("Contents"), _("Page {page} of {pages}")),
        network=_maker(version, language),
        subtitle=which,
        facts=tuple(facts.items()),
        head=f"{title} · {which}",
        foot=version.revision.digest[:_FOOT],
        has_contents=True,
        images=images,
        at=version.at,
        blocks=(*_adoption(version, language), TextBlock(document, tuple(languages), {}, activities)),
    )


def _which(version: Version) -> str:
    if version.edition:
        return _("Edition %(number)s") % {"number": version.edition.number}
    return _("Revision %(number)s, not adopted") % {"number": version.revision.number}


def _notice(version: Version) -> str:
    if version.text.is_demonstration:
        return _("Demonstration text, adopted by no State")
    return "" if version.edition else _("Text in preparation")


def _maker(version: Version, language: str) -> str:
    served = network()
    return say(version.text.body.name or (served.name if served else {}), language).text


def _day(at: datetime, zone: str) -> str:
    return date_format(_local(at, zone), "DATE_FORMAT")


def _local(at: datetime, zone: str) -> date:
    return at.astimezone(clocks(zone)).date()


## The adoption


def _adoption(version: Version, language: str) -> Iterator[Block]:
    """Who agreed, was present or was silent: every member of record, in its order."""
    if not version.record:
        return
    names = {member["code"]: say(member["names"], language).text for member in version.record["members_of_record"]}
    entries = [
        (names.get(p["member"], p["member"]), _stance_words(p["stance"]), _moment(p["at"], version.zone))
        for p in version.record["positions"]
    ]
    yield Heading(_("Adoption"), 1)
    yield Prose(_means(version.record["procedure"]["kind"], _day(version.at, version.zone)))
    yield Strip(tuple(entries), _("Members of record"))
    yield NewPage()


def _means(kind: str, day: str) -> str:
    words = {
        "silence": _("Adopted by silence on %(day)s: no member of record objected before the deadline."),
        "meeting": _("Adopted in a meeting on %(day)s: no member of record objected."),
    }
    return words.get(kind, "") % {"day": day}


def _stance_words(stance: str) -> str:
    words = {
        "agreed": pgettext("on the list of an adoption", "agreed"),
        "present": pgettext("on the list of an adoption", "present, without objection"),
        "silent": pgettext("on the list of an adoption", "silent"),
    }
    return words.get(stance, stance)


def _moment(at: str, zone: str) -> str:
    return _day(datetime.fromisoformat(at), zone) if at else ""


def _statements(version: Version, document: Document, language: str) -> Iterator[Statement]:
    """The reservations and declarations in the paper's language, or the one that they were made in."""
    record = version.record or {}
    names = {member["code"]: say(member["names"], language).text for member in record.get("members_of_record", [])}
    where = addresses(document)
    for number, found in enumerate(record.get("reservations", []), 1):
        said = say(found["texts"], language)
        yield Statement(
            f"R{number}",
            found["passage"],
            kind_words(found["kind"]),
            names.get(found["member"], found["member"]),
            str(where.get(found["passage"], "")),
            said.text,
            said.language,
        )


## Redlines


def redline_book(version: Version, before: Revision, line: Redline, language: str) -> Book:
    """What changed between two revisions, passage by passage, what is unchanged included."""
    with override(base(language)):
        title = say(version.text.title, language).text
        numbers = {"old": before.number, "new": version.revision.number}
        document = document_of(version.revision)
        counts = _("%(changed)s changed, %(added)s added, %(removed)s removed, %(moved)s moved.") % line.counts
        paper = Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(),
            network=_maker(version, language),
            subtitle=_("Changes from revision %(old)s to revision %(new)s") % numbers,
            facts=(
                (_("Summary"), counts),
                (_("How to read it"), _("Underlined words are new, struck words are gone; the margin says it too.")),
            ),
            head=f"{title} · {before.number} → {version.revision.number}",
            foot=f"{before.digest[:8]} → {version.revision.digest[:8]}",
            images=images_of(version.text, document),
            at=version.revision.at,
        )
        return Book(paper, changes=tuple(_changes(line, language, document)), notice=_notice(version))


def _changes(line: Redline, language: str, document: Document) -> Iterator[Change]:
    numbers, other = item_numbers(document), _("in another language")
    words = {"added": _("added"), "removed": _("removed"), "changed": _("changed"), "unchanged": ""}
    for entry in line.entries:
        word = " ".join([words.get(entry.what, ""), *([other] if entry.is_other_language else [])])
        if entry.what == "moved":
            word = _("moved from %(place)s") % {"place": entry.came_from}
        shown = entry.address or entry.came_from
        passage = entry.passage
        kind, level, number = passage.kind.value, passage.level, numbers.get(passage.id)
        text = passage.text(language) if entry.what == "unchanged" or entry.is_other_language else ""
        yield Change(entry.what, word, kind, level, shown, entry.came_from, language, entry.spans, text, number)
