"""What the styles of a Word file make of a paragraph or a run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from .xml import Element, attribute, child, is_on, number, short

MAX_CHAIN = 64  # styles based on one another; Word itself allows fewer
BODY_TEXT = 9  # the outline level that says "no heading"
TITLE = 0  # the level of the title, above the first level of headings

# Switches of a run. Those of a paragraph's and a character's style cancel each other out, so that a stressed word in a
# bold paragraph is light.
SWITCHES = frozenset({"w:b", "w:i", "w:vanish", "w:strike", "w:dstrike"})

_HEADING = re.compile(
    r"(?:heading|titulo|ttulo|encabezado|cabecalho|cabealho|titre|titolo|intestazione|u?berschrift|kop|rubrik|nagłowek"
    r"|nagwek|nadpis|overskrift|otsikko)([1-9])"
)
_TITLES = frozenset({"title", "titulo", "ttulo", "puesto", "titre", "titolo", "titel"})
_SUBTITLES = frozenset({"subtitle", "subtitulo", "subttulo", "soustitre", "untertitel", "sottotitolo"})
_QUOTATIONS = frozenset({
    "quote", "intensequote", "quotations", "blocktext", "cita", "citadestacada", "citaintensa", "citacao", "citao",
    "citacaointensa", "citaointensa", "citation", "citationintense", "zitat", "intensiveszitat", "citazione",
    "citazioneintensa",
})  # fmt: skip  # one set, read as one
_CONTENTS = re.compile(
    r"(?:toc|tdc|tm|sumario|sumrio|indice|contents)(?:[1-9]|heading)|tocheading|encabezadodetdc|ttulodetdc"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph is by its style.

    `heading` is TITLE or 1 to 9, None for text; `list` and `depth` are the numbering's id (0 for none) and the depth in
    it (0 is the outermost), None where the style does not say.
    """

    heading: int | None = None
    is_quotation: bool = False
    is_contents: bool = False
    list: int | None = None
    depth: int | None = None


class Styles:
    """The styles of a file. A chain of styles that bites its own tail ends there."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._defaults = switches_in(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
        for element in root if root is not None else ():
            if short(element.tag) == "w:style":
                self._add(element)
        self.manner = cache(self._manner)
        self._chain_switches = cache(self._switches)
        self._vertical = cache(self._chain_vertical)

    def _add(self, element: Element) -> None:
        id = attribute(element, "w:styleId")
        self._styles.setdefault(id, element)
        if attribute(element, "w:type") == "paragraph" and attribute(element, "w:default", "0").lower() in {
            "1",
            "true",
            "on",
        }:
            self._default = id

    def paragraph_style(self, properties: Element | None) -> str:
        """The id of a paragraph's style: the one that its properties name, or the default."""
        return attribute(child(properties, "w:pStyle"), "w:val") or self._default

    def switched_on(self, style: str, properties: Element | None) -> frozenset[str]:
        """Which of SWITCHES are on for a run with these properties in a paragraph of this style."""
        direct = switches_in(properties)
        by_paragraph = self._chain_switches(style)
        by_character = self._chain_switches(attribute(child(properties, "w:rStyle"), "w:val"))
        if not (direct or by_paragraph or by_character or self._defaults):
            return frozenset()
        return frozenset(
            name
            for name in SWITCHES
            if direct.get(
                name,
                self._defaults.get(name, False) or by_paragraph.get(name, False) != by_character.get(name, False),
            )
        )

    def raised(self, properties: Element | None) -> str:
        """ "superscript" or "subscript" where a run or its style says so, "moved" where it is moved by points,
        else an empty string.
        """
        direct = attribute(child(properties, "w:vertAlign"), "w:val")
        found = direct or self._vertical(attribute(child(properties, "w:rStyle"), "w:val"))
        if found in {"superscript", "subscript"}:
            return found
        return "moved" if number(child(properties, "w:position"), "w:val", 0) else ""

    def _chain(self, id: str) -> Iterator[tuple[str, Element]]:
        """The style and those it is based on, nearest first."""
        seen: set[str] = set()
        while id in self._styles and id not in seen and len(seen) < MAX_CHAIN:
            seen.add(id)
            yield id, self._styles[id]
            id = attribute(child(self._styles[id], "w:basedOn"), "w:val")

    def _switches(self, id: str) -> Mapping[str, bool]:
        found: dict[str, bool] = {}
        for _, style in self._chain(id):
            found = {**switches_in(child(style, "w:rPr")), **found}
        return found

    def _chain_vertical(self, id: str) -> str:
        found = (attribute(child(style, "w:rPr", "w:vertAlign"), "w:val") for _, style in self._chain(id))
        return next(filter(None, found), "")

    def _manner(self, id: str) -> Manner:
        manner = Manner()
        chain = list(self._chain(id))
        unknown: list[tuple[str, Element | None]] = [(id, None)]
        for name, style in chain or unknown:
            names = {_folded(name), _folded(attribute(child(style, "w:name"), "w:val"))}
            by_name = _named(names) or _outlined(style)
            if by_name:
                manner = by_name
                break
        for _, style in reversed(chain):
            numbering = child(style, "w:pPr", "w:numPr")
            manner = replace(
                manner,
                list=stated(numbering, "w:numId", manner.list),
                depth=stated(numbering, "w:ilvl", manner.depth),
            )
        return manner


def switches_in(properties: Element | None) -> dict[str, bool]:
    """The SWITCHES that a run's properties state themselves."""
    return {short(e.tag): is_on(e) for e in properties if short(e.tag) in SWITCHES} if properties is not None else {}


def _named(names: set[str]) -> Manner | None:
    """What the names of a style, folded, say of it; None where they say nothing."""
    if any(map(_CONTENTS.fullmatch, names)):
        return Manner(is_contents=True)
    if names & _SUBTITLES:
        return Manner()
    if names & _TITLES:
        return Manner(heading=TITLE)
    if names & _QUOTATIONS:
        return Manner(is_quotation=True)
    headings = (_HEADING.fullmatch(name) for name in names)
    return next((Manner(heading=int(found[1])) for found in headings if found), None)


def _outlined(style: Element | None) -> Manner | None:
    level = outline_level(child(style, "w:pPr"))
    return None if level is None else Manner(heading=level or None)


def outline_level(properties: Element | None) -> int | None:
    """1 to 9 for the outline level that a paragraph's properties state, 0 for body text; None where they state none."""
    level = number(child(properties, "w:outlineLvl"), "w:val", -1)
    return None if not 0 <= level <= BODY_TEXT else (level + 1) % (BODY_TEXT + 1)


def stated(numbering: Element | None, name: str, otherwise: int | None) -> int | None:
    """A number that the properties of a list's paragraph state; `otherwise` where they state none."""
    found = number(child(numbering, name), "w:val", -1)
    return found if found >= 0 else otherwise


def _folded(name: str) -> str:
    """A style's name or id without accents, case, blanks and marks: "Título 1" and Word's id for it, "Ttulo1", come
    close.
    """
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalnum())
