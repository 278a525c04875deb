"""What stands inside a line, as plain data for the templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..markdown import Run, runs, split_paragraphs
from .letters import printable

Node = dict[str, Any]

_LONGEST = 24  # letters of a word that no line of a table can hold; behind each such stretch a line may end


def set_paragraphs(text: str) -> list[list[Node]]:
    """The paragraphs of a text, each as its runs."""
    return [set_line(part) for part in split_paragraphs(text) if part]


def set_line(text: str) -> list[Node]:
    """What stands in one line: runs with their looks, notes with their own runs, breaks."""
    return [_run(run) for run in runs(text)]


def _run(run: Run) -> Node:
    if run.note:
        return {"note": [_run(inner) for inner in run.note]}
    if run.is_break:
        return {"br": 1}
    node: Node = {"x": breakable(printable(run.text))}
    looks = {"b": run.is_strong, "i": run.is_emphasis, "c": run.is_code, "l": run.link}
    return node | {name: value for name, value in looks.items() if value}


def breakable(text: str) -> str:
    """The text with places where a line may end in words that no line could hold."""
    if max(map(len, text.split()), default=0) <= _LONGEST:
        return text
    return "".join(_split(part) for part in _with_blanks(text))


def _with_blanks(text: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or text[at].isspace() != text[start].isspace():
            yield text[start:at]
            start = at


def _split(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    return "\u200b".join(word[at : at + _LONGEST // 2] for at in range(0, len(word), _LONGEST // 2))


def tongue_of(tag: str) -> dict[str, str]:
    """Language and region as typesetters know them: `pt-BR` is pt and BR."""
    language, _, rest = tag.partition("-")
    region = rest.upper() if len(rest) == 2 and rest.isalpha() else ""
    is_known = len(language) in {2, 3} and language.isascii() and language.isalpha()
    return {"lang": language.lower() if is_known else "und", "region": region}
