"""The screen of the room as values: large enough to be read from the last row, and one sentence for who cannot see
it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.deliberation.pages import procedure_strip
from tejido.deliberation.queries.state import ProcedureState
from tejido.engine.change import Span
from tejido.engine.document import addresses
from tejido.formats.markdown import plain
from tejido.web.languages import in_my_language
from tejido.web.marking import marked

from ..queries.screen import Shown

MOST = 2  # languages side by side


@dataclass(frozen=True, slots=True)
class Cell:
    """A party: in the room or not, and how it stands to the text that is bound to the item."""

    code: str
    name: str
    is_present: bool
    stands: str
    words: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The passage under discussion in one language, marked against what the members commented on last."""

    language: str
    spans: tuple[Span, ...]
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything on the screen. `digest` is over all of it: who has it already needs no answer."""

    item: str
    number: int
    count: int
    left: str
    is_over_time: bool
    address: str
    wordings: tuple[Wording, ...]
    cells: tuple[Cell, ...]
    present: int
    sentence: str

    @property
    def digest(self) -> str:
        return _digest(repr(self))

    @property
    def said(self) -> str:
        """A digest of the sentence: it is read aloud only where it is another one."""
        return _digest(self.sentence)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:20]


def screen(found: Shown, languages: Sequence[str], at: datetime) -> Screen:
    minutes = _minutes_left(found, at)
    cells = tuple(_cells(found, at))
    item = in_my_language(found.item.title) if found.item else ""
    wordings, address = _wordings(found, languages), _address(found)
    return Screen(
        item=item,
        number=found.number,
        count=len(found.items),
        left=_left(minutes),
        is_over_time=minutes is not None and minutes < 0,
        address=address,
        wordings=wordings,
        cells=cells,
        present=sum(cell.is_present for cell in cells),
        sentence=_sentence(found, item, address),
    )


def _minutes_left(found: Shown, at: datetime) -> int | None:
    """Whole minutes until the time of the item is over; negative after it. None where it has none."""
    if found.item is None or not found.item.minutes or found.since is None:
        return None
    seconds = found.item.minutes * 60 - (at - found.since).total_seconds()
    return int(-(-seconds // 60))


def _left(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes >= 0:
        return ngettext("%(count)s minute left", "%(count)s minutes left", minutes) % {"count": minutes}
    return ngettext("%(count)s minute over", "%(count)s minutes over", -minutes) % {"count": -minutes}


def _address(found: Shown) -> str:
    if found.after is None or found.passage not in found.after:
        return ""
    return str(addresses(found.after)[found.passage])


def _wordings(found: Shown, languages: Sequence[str]) -> tuple[Wording, ...]:
    if found.after is None or found.before is None or found.passage not in found.after:
        return ()
    now = found.after.passage(found.passage)
    was = found.before.passage(found.passage) if found.passage in found.before else None
    made = []
    for tag in languages[:MOST]:
        if now.text(tag):
            old = was.text(tag) if was else ""
            made.append(Wording(tag, marked(old, now.text(tag)), plain(old) != plain(now.text(tag))))
    return tuple(made)


def _cells(found: Shown, at: datetime) -> list[Cell]:
    stands = _stands(found.state, at) if found.state else {}
    return [
        Cell(
            party.code,
            in_my_language(party.name),
            party.code in found.present,
            stands.get(party.code, ("", ""))[0],
            _words(party.code in found.present, stands.get(party.code, ("", ""))[1]),
        )
        for party in found.parties
    ]


def _stands(state: ProcedureState, at: datetime) -> dict[str, tuple[str, str]]:
    """Only what the network knows: who agreed and who objected to the text on the table."""
    shown = ("agreed", "objected", "reserved")
    cells = procedure_strip(state, at).cells
    return {cell.code: (str(cell.state), str(cell.words)) for cell in cells if cell.state in shown}


def _words(is_present: bool, stands: str) -> str:
    here = _("in the room") if is_present else _("not in the room")
    return f"{here}, {stands}" if stands else here


def _sentence(found: Shown, item: str, address: str) -> str:
    if found.item is None:
        return _("No item has been called yet.")
    said = _("Item %(number)s of %(count)s: %(title)s.") % {
        "number": found.number,
        "count": len(found.items),
        "title": item,
    }
    return f"{said} " + _("Passage %(address)s.") % {"address": address} if address else said
