"""Fields of one paragraph: instructions that Word keeps beside the words that they resulted in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..markdown.dialect import address
from .journal import Journal
from .values import NoticeCode

# What shows nothing, or is taken over as what it is.
_QUIET = frozenset({"HYPERLINK", "XE", "TC", "TA", "RD"})
_ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)', re.DOTALL)
_SOUND = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A field that has begun. Its instruction ends where its result starts; `href` is the link around the result."""

    instruction: list[str] = field(default_factory=list)
    has_result: bool = False
    href: str = ""


class Fields:
    """Follows the marks "begin", "separate" and "end" of nested fields. What a paragraph leaves open ends with it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._open: list[_Open] = []
        self._without_result = 0

    @property
    def is_showing(self) -> bool:
        """Whether words here are words of the text and not part of an instruction."""
        return not self._without_result

    @property
    def href(self) -> str:
        """The address of the innermost link around this place, or an empty string."""
        return self._open[-1].href if self._open else ""

    def mark(self, kind: str, text: str) -> None:
        """One of the three marks, or a piece of an instruction; those that belong to no field are nothing."""
        if kind == "begin":
            self._open.append(_Open(href=self.href))
            self._without_result += 1
        elif self._open and kind == "separate" and not self._open[-1].has_result:
            self._open[-1].has_result = True
            self._without_result -= 1
            self._open[-1].href = self.link_in("".join(self._open[-1].instruction)) or self._open[-1].href
        elif self._open and kind == "end":
            ended = self._open.pop()
            if not ended.has_result:
                self._without_result -= 1
                self.link_in("".join(ended.instruction))
        elif self._open:
            self._open[-1].instruction.append(text)

    def end(self) -> None:
        """The end of the paragraph: an instruction that has not ended by now shows nothing either."""
        for unended in self._open:
            if not unended.has_result:
                self.link_in("".join(unended.instruction))

    def link_in(self, instruction: str) -> str:
        """The address that an instruction links to, or an empty string; other instructions leave a notice."""
        name, *arguments = [quoted or bare for quoted, bare in _ARGUMENT.findall(instruction)] or [""]
        if name.upper() not in _QUIET:
            if name.upper() == "EQ":
                self._journal.note(NoticeCode.EQUATION)
            self._journal.note(NoticeCode.FIELD, field=name.upper())
        return sound_address(_target(arguments), self._journal) if name.upper() == "HYPERLINK" else ""


def _target(arguments: list[str]) -> str:
    """The address among a link's arguments, with the place in the page that the switch `\\l` names."""
    found, anchor, switch = "", "", ""
    for argument in arguments:
        if re.fullmatch(r"\\[a-z]", argument):
            switch = argument
            continue
        if switch == r"\l":
            anchor = argument
        elif switch not in {r"\o", r"\t"} and not found:
            found = re.sub(r"\\(.)", r"\1", argument)
        switch = ""
    return f"{found}#{anchor}" if anchor else found


def sound_address(target: str, journal: Journal) -> str:
    """A link's address without what could hide its scheme; an empty string and a notice where it is neither web nor
    mail.
    """
    found = address(target)
    if _SOUND.match(found):
        return found
    if found:
        journal.note(NoticeCode.LINK, target=found)
    return ""
