"""The adoption record as a paper to be read: who adopted which text, how, with what reserved, and what proves it.

It says what the file of the record says. What only those who take part in the body know of the course to it, an app
above adds through `chapters`; whoever reads the paper from outside gets none of that.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.engine.document import addresses
from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Grid, Heading, Manner, Paper, Prose, Words
from tejido.ledger.actors import Actor
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from ..models import Edition
from ..queries import document_of, record_of
from ..words import kind_words

_SHORT = 16  # signs of the digest that run below every page
_NONE = "—"
chapters: list[Callable[[Actor, Edition, datetime, str], Iterator[Block]]] = []


def record_paper(actor: Actor, edition: Edition, language: str, address: str, at: datetime) -> Paper:
    """`address` is where the file of the record is, by which the paper can be checked."""
    record = record_of(edition)
    with override(base(language)):
        title = say(record["text"]["titles"], language).text
        which = _("Adoption record of edition %(number)s") % {"number": edition.number}
        own = [block for chapter in chapters for block in chapter(actor, edition, at, language)]
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(*_adoption(record, language), *_statements(record, edition, language), *own, *_proof(record)),
            network=say(record["network"]["names"], language).text,
            subtitle=which,
            facts=_facts(record, edition, address),
            head=f"{title} · {which}",
            foot=record["text"]["digest"][:_SHORT],
            at=edition.sealed_at,
        )


def _facts(record: Mapping[str, Any], edition: Edition, address: str) -> tuple[tuple[str, str], ...]:
    procedure = record["procedure"]
    zone = procedure["zone"]
    facts = [(_("How it was adopted"), _kind(procedure["kind"]))]
    facts += [(_("Proposed on"), _moment(procedure["opened_at"], zone))]
    facts += [(_("End of the silence"), _moment(procedure["deadline"], zone))] if procedure["deadline"] else []
    facts += [
        (_("Adopted on"), _moment(procedure["adopted_at"], zone)),
        (_("Revision"), str(edition.revision.number)),
        (_("Digest of the whole text"), record["text"]["digest"]),
        (_("To be checked at"), escape(address)),
    ]
    facts += [(_("Note"), _("Demonstration text, adopted by no State"))] if edition.text.is_demonstration else []
    return tuple(facts)


def _kind(kind: str) -> str:
    words = {
        "silence": _("By silence: no member of record objected before the deadline."),
        "meeting": _("In a meeting: no member of record objected."),
    }
    return words.get(kind, kind)


def _moment(at: str, zone: str) -> str:
    return escape(in_zone(datetime.fromisoformat(at), zone)) if at else ""


def _names(record: Mapping[str, Any], language: str) -> dict[str, str]:
    return {member["code"]: say(member["names"], language).text for member in record["members_of_record"]}


def _adoption(record: Mapping[str, Any], language: str) -> Iterator[Block]:
    """Every member of record, in the order of the record; silence is said as silence."""
    names, zone = _names(record, language), record["procedure"]["zone"]
    words = {
        "agreed": pgettext("on the list of an adoption", "agreed"),
        "present": pgettext("on the list of an adoption", "present, without objection"),
        "silent": pgettext("on the list of an adoption", "silent"),
    }
    rows = [
        (
            escape(names.get(row["member"], row["member"])),
            escape(words.get(row["stance"], row["stance"])),
            _moment(row["at"], zone) or _NONE,
            escape(row["office"]) or _NONE,
        )
        for row in record["positions"]
    ]
    yield Heading(_("Members of record"))
    yield Grid((_("Member"), _("Assent"), _("Date"), _("Office")), tuple(rows), "", (3, 3, 4, 3))


def _statements(record: Mapping[str, Any], edition: Edition, language: str) -> Iterator[Block]:
    """Reservations and declarations with the passage that each is about, in the paper's language or another."""
    names, where = _names(record, language), addresses(document_of(edition.revision))
    yield Heading(_("Reservations and declarations"))
    for row in record["reservations"]:
        said, place = say(row["texts"], language), str(where.get(row["passage"], ""))
        about = _("Passage %(address)s") % {"address": place} if place else _("The text as a whole")
        who = names.get(row["member"], row["member"])
        yield Prose(f"**{escape(who)}** · {escape(kind_words(row['kind']))} · {escape(about)}")
        yield Prose(escape(said.text), Manner.QUOTATION, said.language)
    if not record["reservations"]:
        yield Prose(_("None was made."))


def _proof(record: Mapping[str, Any]) -> Iterator[Block]:
    """What the file of the record holds for whoever checks it: the line in the ledger and the head that was signed."""
    line, head = record["line"], record["head"]
    yield Heading(_("Proof"))
    yield Facts(
        (
            (_("Digest of the record"), line["facts"]["record"]),
            (_("Ledger"), escape(head["tree"])),
            (_("Line in the ledger"), str(line["place"])),
            (_("Lines under the signed head"), str(head["size"])),
            (_("Head of the ledger"), head["root"]),
            (_("Signed on"), _moment(head["at"], record["procedure"]["zone"])),
            (_("Key"), head["key"]),
        )
    )
    yield Prose(_("This paper is for reading. What proves the adoption is the file of the record."), Manner.SMALL)
