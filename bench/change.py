"""Align, diff and merge against git and difflib on the same text as lines, at three sizes."""

import difflib
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import memory, seconds
from row import Row, show
from tejido.engine.change import Span, Unchanged, align, diff, merge, spans
from tejido.engine.document import Document, Kind, Passage

SIZES = (500, 5_000, 10_000)
EDITS = 100
WORD_DIFF = "git diff --word-diff"
LANGUAGES = ("en", "es", "fr", "pt")
SOURCE = Path(__file__).parent.parent / "src/tejido/engine/change/tests/labelled"
DIFFLIB_MOST = 5_000  # above, difflib takes minutes in its worst case; the growth shows below


def vocabulary(language: str) -> list[str]:
    return sorted(set((SOURCE / f"udhr.{language}.md").read_text(encoding="utf-8").replace("#", "").split()))


def text(size: int) -> list[Passage]:
    """Numbered articles of a heading, ten paragraphs and an item that repeats, in four languages, with real words."""
    chance = random.Random(size)
    known = {language: vocabulary(language) for language in LANGUAGES}
    return [_passage(at, known, chance) for at in range(size)]


def _passage(at: int, known: dict[str, list[str]], chance: random.Random) -> Passage:
    if at % 12 == 0:
        return Passage.of(f"p{at}", Kind.HEADING, dict.fromkeys(LANGUAGES, f"Artículo {at // 12 + 1}"), level=2)
    if at % 12 == 11:
        return Passage.of(f"p{at}", Kind.ITEM, dict.fromkeys(LANGUAGES, chance.choice(["Sí", "No"])), level=1)
    length = chance.randint(15, 60)
    return Passage.of(
        f"p{at}",
        Kind.PARAGRAPH,
        {language: " ".join(chance.choices(words, k=length)) for language, words in known.items()},
    )


def edited(passages: list[Passage], seed: int) -> list[Passage]:
    """A hundred edits: words changed in one language, passages moved, added and removed."""
    chance, found = random.Random(seed), list(passages)
    for number in range(EDITS):
        at = chance.randrange(len(found))
        match number % 5:
            case 0 | 1 | 2:
                words = found[at].text("es").split()
                words[len(words) // 2] = f"cambio{seed}"
                found[at] = found[at].with_text("es", " ".join(words))
            case 3:
                found.insert(
                    at,
                    Passage.of(
                        f"new{seed}-{number}", Kind.PARAGRAPH, {"es": f"Pasaje nuevo número {number} de {seed}"}
                    ),
                )
            case _ if number % 10 == 4:
                found.insert(min(len(found), at + 7), found.pop(at))
            case _:
                found.pop(at)
    return found


def copied(passages: list[Passage]) -> Document:
    """The text as another process reads it: equal, but nothing shared in memory, as after loading from a database."""
    return Document.of(
        Passage(
            "".join(list(p.id)),
            p.kind,
            p.level,
            tuple((tag, "".join(list(value))) for tag, value in p.texts),
            p.attributes,
        )
        for p in passages
    )


def lines(passages: Document) -> list[str]:
    """What the peers compare: one line a language, and a blank line between passages."""
    return [line for passage in passages for line in (*(value + "\n" for _, value in passage.texts), "\n")]


def rows() -> Iterator[Row]:
    for size in SIZES:
        yield from _rows(size)


def _rows(size: int) -> Iterator[Row]:
    plain = text(size)
    base, ours, theirs = Document.of(plain), copied(edited(plain, 1)), copied(edited(plain, 2))
    saved = Document.of(
        p.with_id(f"n{at}").with_texts({"es": p.text("es")}) for at, p in enumerate(ours) if p.text("es")
    )
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder), base=base, ours=ours, theirs=theirs)
        git_diff = seconds(lambda: _git("diff", "--no-index", "--word-diff", paths["base"], paths["ours"]))
        git_merge = seconds(lambda: _git("merge-file", "-p", paths["ours"], paths["base"], paths["theirs"]))
    took, held = seconds(lambda: merge(base, ours, theirs)), memory(lambda: merge(base, ours, theirs))
    yield Row(f"merge, 4 languages, {EDITS} edits a side", took, "git merge-file", git_merge, 5, size, held)
    took, held = seconds(lambda: _redline(base, ours)), memory(lambda: _redline(base, ours))
    yield Row(f"diff, 4 languages, {EDITS} edits", took, WORD_DIFF, git_diff, 5, size, held)
    took, held = seconds(lambda: align(base, saved, "es")), memory(lambda: align(base, saved, "es"))
    yield Row(f"align, {EDITS} edits", took, WORD_DIFF, git_diff, 5, size, held)
    if size <= DIFFLIB_MOST:
        one, other = ([line for line in lines(document) if line != "\n"] for document in (base, ours))
        by_difflib = seconds(lambda: difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes(), 1)
        yield Row(f"align, {EDITS} edits", took, "difflib.SequenceMatcher", by_difflib, 5, size)
    yield _all_changed(size, base)


def _redline(old: Document, new: Document) -> list[tuple[Span, ...]]:
    """The difference with its words, as git shows it."""
    edits = [entry for entry in diff(old, new).entries if not isinstance(entry, Unchanged)]
    return [spans(entry, language) for entry in edits for language in LANGUAGES]


def _all_changed(size: int, base: Document) -> Row:
    """The worst case of aligning: a fifth of the words of every passage is gone. Git says of each line that it is
    another; we say which passage it was."""
    chance = random.Random(9)
    saved = Document.of(
        p.with_id(f"n{at}").with_texts(
            {"es": " ".join(word for word in p.text("es").split() if chance.random() < 0.8) + " fin"}
        )
        for at, p in enumerate(base)
    )
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder), base=Document.of(p.with_texts({"es": p.text("es")}) for p in base), saved=saved)
        by_git = seconds(lambda: _git("diff", "--no-index", "--word-diff", paths["base"], paths["saved"]))
    took = seconds(lambda: align(base, saved, "es"), 3)
    return Row("align, every passage reworded", took, WORD_DIFF, by_git, 40, size)


def _written(folder: Path, **documents: Document) -> dict[str, str]:
    for name, document in documents.items():
        (folder / name).write_text("".join(lines(document)), encoding="utf-8")
    return {name: str(folder / name) for name in documents}


def _git(*arguments: str) -> None:
    """Exit code 1 and above says that there are differences or conflicts, which is what we want."""
    subprocess.run(["git", *arguments], stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    show(rows())
