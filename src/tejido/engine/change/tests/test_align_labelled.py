"""Edits of real texts with the ids that each passage should keep; see labelled/README.md for the notation."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from tejido.engine.change import Alignment, align
from tejido.engine.document import Document, Kind, Passage

LABELLED = Path(__file__).parent / "labelled"
RIGHT = 0.97

_ROMAN = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
_MARKS = {"-": Kind.ITEM, ">": Kind.QUOTATION}


@dataclass
class Case:
    """`labels` has the old id that each saved passage should get; `untouched` the positions that the editor left
    alone."""

    name: str
    language: str
    old: Document
    saved: list[Passage] = field(default_factory=list)
    labels: list[str | None] = field(default_factory=list)
    untouched: set[int] = field(default_factory=set)
    split: dict[int, str] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)

    def add(self, passage: Passage, label: str | None) -> None:
        self.saved.append(passage.with_id(f"saved{len(self.saved)}"))
        self.labels.append(label)

    def align(self) -> Alignment:
        return align(self.old, Document.of(self.saved), self.language)

    @property
    def removed(self) -> tuple[str, ...]:
        kept = {*self.labels, *self.joined}
        return tuple(passage.id for passage in self.old if passage.id not in kept)


def passage_of(id: str, language: str, block: str) -> Passage:
    mark, _, rest = block.partition(" ")
    if set(mark) == {"#"}:
        return Passage.of(id, Kind.HEADING, {language: rest}, level=len(mark))
    if mark in _MARKS:
        return Passage.of(id, _MARKS[mark], {language: rest}, level=1 if mark == "-" else 0)
    return Passage.of(id, Kind.PARAGRAPH, {language: block})


@cache
def text_of(name: str) -> Document:
    language = name.split(".")[1]
    blocks = [block.strip() for block in (LABELLED / f"{name}.md").read_text().split("\n\n") if block.strip()]
    return Document.of(passage_of(id, language, block) for id, block in _named(blocks))


def _named(blocks: list[str]) -> Iterator[tuple[str, str]]:
    """Names from braces; else `t`, and then the number of the heading and of the paragraph under it."""
    article, paragraph = -1, count(1)
    for block in blocks:
        if found := re.match(r"\{(\S+)\} ", block):
            yield found[1], block[found.end() :]
        elif block.startswith("# "):
            yield "t", block
        elif block.startswith("## "):
            article, paragraph = article + 1, count(1)
            yield str(article), block
        else:
            yield f"{article}.{next(paragraph)}", block


def renumbered(passage: Passage, language: str, by: int) -> Passage:
    """An article heading with another number; everything else as it is."""
    text = passage.text(language)
    if passage.kind is not Kind.HEADING or not passage.id.isdecimal():
        return passage
    number = int(passage.id) + by
    if found := re.search(r"\d+|premier", text):
        return passage.with_text(language, text.replace(found[0], str(number)))
    return passage.with_text(language, re.sub(r"\b[IVX]+\b", roman(number), text))


def roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def cases() -> list[Case]:
    return [case for path in sorted(LABELLED.glob("cases.*.txt")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    name = path.name.removeprefix("cases.").removesuffix(".txt")
    for part in path.read_text().split("== ")[1:]:
        title, *lines = part.strip().splitlines()
        case = Case(title, name.split(".")[1], text_of(name))
        for line in lines:
            _add_line(case, line)
        yield case


def _add_line(case: Case, line: str) -> None:
    sign, rest = line.split(" ", 1)
    label, _, text = (part.strip() for part in rest.partition("|"))
    match sign:
        case "=" | "#":
            _add_range(case, *label.split(" "))
        case "~":
            assert label in case.old
            case.add(passage_of("", case.language, text), label)
        case "+":
            if label:
                case.split[len(case.saved)] = label
            case.add(passage_of("", case.language, text), None)
        case "-":
            part, _, whole = label.partition(" > ")
            case.joined[part] = whole
        case _:
            raise ValueError(line)


def _add_range(case: Case, names: str, by: str = "0") -> None:
    first, _, last = names.partition("..")
    for passage in case.old.passages[case.old.index[first] : case.old.index[last or first] + 1]:
        case.untouched.add(len(case.saved))
        case.add(renumbered(passage, case.language, int(by)), passage.id)


def table(wrong: list[tuple[Case, int, str | None]]) -> str:
    return "\n".join(
        f"{case.language} | {case.name} | {case.saved[at].text(case.language)[:40]} | {case.labels[at]} | {got}"
        for case, at, got in wrong
    )


ALL = cases()


def test_there_are_sixty_cases_in_four_languages_and_each_names_what_it_says() -> None:
    assert len(ALL) >= 60
    assert {case.language for case in ALL} == {"es", "pt", "en", "fr"}
    assert all(len(set(case.labels) - {None}) == sum(label is not None for label in case.labels) for case in ALL)


def test_nearly_all_ids_are_right_and_none_is_wrong_where_nothing_was_edited(
    capsys: pytest.CaptureFixture[str],
) -> None:
    total, wrong = 0, []
    for case in ALL:
        for match in case.align().matches:
            total += 1
            if match.old != case.labels[match.new]:
                wrong.append((case, match.new, match.old))
    silent = [row for row in wrong if row[1] in row[0].untouched and row[2] is not None]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(ALL)} labelled edits: {total - len(wrong)} of {total} ids right, {len(silent)} wrong unseen\n"
        )
    assert not silent, table(silent)
    assert 1 - len(wrong) / total >= RIGHT, table(wrong)


def test_nearly_all_ids_of_edited_passages_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    """The untouched rest is so large that it would hide a failure of everything else."""
    edited = [(case, m.new, m.old) for case in ALL for m in case.align().matches if m.new not in case.untouched]
    wrong = [row for row in edited if row[2] != row[0].labels[row[1]]]
    with capsys.disabled():
        sys.stdout.write(f"\nof edited passages: {len(edited) - len(wrong)} of {len(edited)} ids right\n")
    assert 1 - len(wrong) / len(edited) >= RIGHT, table(wrong)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}: {case.name}")
def test_what_was_removed_split_and_joined_is_known(case: Case) -> None:
    found = case.align()
    assert dict(found.split) == case.split
    assert dict(found.joined) == case.joined
    assert found.removed == case.removed
