"""The dialect as a markdown-it parser: what is added to CommonMark and what is taken away.

markdown-it is imported when the first text needs it: most imports of this package never parse, and a reader's child
process starts in half the time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

MAX_NESTING = 80  # more than any text needs, and still far from Python's recursion limit

_ID_LINE = re.compile(r"<!-- p:([0-9a-z]{1,40}) -->\s*$")
_ACTIVITY = re.compile(r":::+\s*activity\b(.*)$")
_CLOSE = re.compile(r":::+\s*$")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]|#|media:[0-9a-f]{64}$", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@cache
def parser() -> MarkdownIt:
    """The one parser; building it takes milliseconds."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote.index import footnote_def

    options = {"html": False, "maxNesting": MAX_NESTING, "inline_definitions": True}
    md = MarkdownIt("commonmark", options).enable("table")
    # Four blanks before a line are untidiness in a ministry's text, not code.
    md.disable(["code", "html_block", "html_inline"])
    md.normalizeLink = address  # type: ignore[method-assign]  # the official way to change it
    md.normalizeLinkText = address  # type: ignore[method-assign,assignment]  # only the argument's name differs
    md.validateLink = is_allowed  # type: ignore[method-assign]
    ends_paragraph: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("table", "passage_id", _passage_id, ends_paragraph)
    md.block.ruler.before("table", "activity", _activity, ends_paragraph)
    md.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    md.inline.ruler.before("link", "note", _note)
    md.inline.ruler.before("link", "note_reference", _note_reference)
    md.inline.ruler.before("autolink", "line_break", _line_break)
    return md


def address(url: str) -> str:
    """A link's address without the blanks and control characters that hide its scheme; blanks within it are encoded."""
    return _HIDDEN.sub("", url).strip().replace(" ", "%20")


def is_allowed(url: str) -> bool:
    """Only the web, mail and places in the same text; images also from the text's own pictures."""
    return _ADDRESS.match(url) is not None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _passage_id(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A line `<!-- p:ID -->`: the id of the passage that follows."""
    found = _ID_LINE.match(_line(state, start))
    if not found:
        return False
    if not silent:
        state.push("passage_id", "", 0).content = found[1]
        state.line = start + 1
    return True


def _activity(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """From `::: activity name=value` to the next line `:::`. Unclosed ones go to the end and say so in their token."""
    found = _ACTIVITY.match(_line(state, start))
    if not found or state.parentType == "activity":
        return False
    if silent:
        return True
    end = _end_of_container(state, start, end)
    stop = next((n for n in range(start + 1, end) if _CLOSE.match(_line(state, n))), None)
    token = state.push("activity_open", "", 1)
    token.info, token.map = found[1].strip(), [start, end]
    token.meta = {"closed": stop is not None}
    parent, last = state.parentType, state.lineMax
    state.parentType, state.lineMax = "activity", end if stop is None else stop
    state.md.block.tokenize(state, start + 1, state.lineMax)
    state.parentType, state.lineMax = parent, last
    state.push("activity_close", "", -1)
    state.line = end if stop is None else stop + 1
    return True


def _end_of_container(state: StateBlock, start: int, end: int) -> int:
    """Where the list item or quotation ends that the line stands in: there an activity in it ends as well."""
    after = range(start + 1, end)
    return next((n for n in after if state.sCount[n] < state.blkIndent and not state.isEmpty(n)), end)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A pipe table that also keeps its source, for markdown-it drops the cells that its header has no column for."""
    from markdown_it.rules_block import table

    place = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        state.tokens[place].meta = {"lines": [_line(state, n) for n in range(start, state.line)]}
    return True


def _note(state: StateInline, silent: bool) -> bool:
    """A note `^[text]`, parsed like a link's text."""
    start = state.pos
    if not state.src.startswith("^[", start, state.posMax):
        return False
    stop = state.md.helpers.parseLinkLabel(state, start + 1)
    if stop < 0:
        return False
    if not silent:
        last = state.posMax
        state.pos, state.posMax = start + 2, stop
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
        state.posMax = last
    state.pos = stop + 1
    return True


_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")


def _note_reference(state: StateInline, silent: bool) -> bool:
    """`[^1]` where the source defines that note; elsewhere it stays literal."""
    known: dict[str, Any] = state.env.get("footnotes", {}).get("refs", {})
    found = _REFERENCE.match(state.src, state.pos, state.posMax) if known else None
    if not found or f":{found[1]}" not in known:
        return False
    if not silent:
        state.push("note_reference", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    """`<br>`, the only tag that means something."""
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True
