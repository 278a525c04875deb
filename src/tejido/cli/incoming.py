"""tejido import: a folder of files comes in, a text each, with one line of result for every file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _

from .console import Progress, answer, progress, say, table
from .faults import explain, misused
from .house import body_of_network, now, open_house
from .options import Data, Json, argument, examples, flag, option

Folder = Annotated[Path, argument("DIR", _("The folder; the folders in it are read too."))]
Lang = Annotated[
    str, option("--lang", "TAG", _("The language of files whose name says none. Default: the network's own."))
]
Dry = Annotated[bool, flag("--dry-run", _("Read everything and say what would come in; keep nothing."))]

_OPEN_IN_WORD = "~$"  # how the name of the note begins that Word keeps beside a file as long as somebody has it open

# Where a text lies there in several formats, the one that loses least is read.
_BEST_FIRST = ("markdown", "akn", "word")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a file. `result` is "imported", "readable", "left_out" or "failed"."""

    file: str
    result: str
    text: str = ""
    language: str = ""
    sentence: str = ""
    notices: tuple[str, ...] = ()

    def to_data(self) -> dict[str, Any]:
        names = ("file", "result", "text", "language", "sentence")
        return {**{name: getattr(self, name) for name in names}, "notices": list(self.notices)}


@dataclass(slots=True)
class Group:
    """The files of one text: one for each language. `name` is what they are called without it."""

    name: str
    files: dict[str, Path] = field(default_factory=dict)


def import_(folder: Folder, lang: Lang = "", dry_run: Dry = False, data: Data = None, json: Json = False) -> None:
    if not folder.is_dir():
        raise misused(_("There is no folder “%(folder)s”.") % {"folder": folder}, "missing_folder")
    open_house(data)
    groups, left = _sorted_out(folder, lang or _negotiated())
    with progress() as show:
        lines = [*left, *(line for line in _brought_in(folder, groups, lang or _negotiated(), show, dry_run))]
    lines.sort(key=lambda line: line.file)
    found = {"files": [line.to_data() for line in lines], **_counts(lines)}
    answer(found, _shown(lines), as_json=json)
    if dry_run:
        say(_("Can be read: %(readable)s. Left out: %(left_out)s. Failed: %(failed)s. Nothing was kept.") % found)
    else:
        say(_("Came in: %(imported)s. Left out: %(left_out)s. Failed: %(failed)s.") % found)
    if found["failed"] or not groups:
        raise typer.Exit(1)


def _negotiated() -> str:
    from tejido.registry.queries import network

    served = network()
    return served.negotiated_language if served else "es"


def _counts(lines: Sequence[Line]) -> dict[str, int]:
    results = [line.result for line in lines]
    return {result: results.count(result) for result in ("imported", "readable", "left_out", "failed")}


def _shown(lines: Sequence[Line]) -> str:
    words = {
        "imported": _("came in"), "readable": _("can be read"), "left_out": _("left out"), "failed": _("failed"),
    }  # fmt: skip  # one table, read as one
    if not lines:
        return _("There is no file in this folder.")
    head = [_("File"), _("Result"), _("Text"), _("Language"), _("Remark")]
    rows = [
        [line.file, words[line.result], line.text, line.language, " ".join((line.sentence, *line.notices)).strip()]
        for line in lines
    ]
    return table(head, rows)


## Which files make which text


def _sorted_out(folder: Path, default: str) -> tuple[list[Group], list[Line]]:
    """The texts to be, by the names of their files without language and ending; and what is left out, with why."""
    from tejido.curriculum.imports import FORMATS, language_in

    groups: dict[str, Group] = {}
    left = []
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    notes = [path for path in files if path.name.startswith(_OPEN_IN_WORD)]
    known = [path for path in files if path.suffix.lower() in FORMATS and path not in notes]
    for path in sorted(known, key=lambda path: _BEST_FIRST.index(FORMATS[path.suffix.lower()])):
        tag = language_in(path.name) or default
        name = _without_language(path.relative_to(folder))
        group = groups.setdefault(name, Group(Path(name).name or folder.resolve().name))
        if tag in group.files:
            sentence = _("The same text and language as “%(file)s”.") % {"file": group.files[tag].name}
            left.append(Line(str(path.relative_to(folder)), "left_out", language=tag, sentence=sentence))
        else:
            group.files[tag] = path
    unknown = _("This is neither Markdown (.md) nor Word (.docx) nor Akoma Ntoso (.xml).")
    noted = _("Word has a file open, and this is its note of it. Close it in Word if it holds changes.")
    left += [
        Line(str(path.relative_to(folder)), "left_out", sentence=noted if path in notes else unknown)
        for path in files
        if path not in known
    ]
    return [groups[name] for name in sorted(groups)], left


def _without_language(path: Path) -> str:
    """ "curso/plan.pt-BR.md" -> "curso/plan"; a file that is named by its language alone belongs to its folder."""
    from tejido.curriculum.imports import language_in

    tag = language_in(path.name)
    stem = path.stem.removesuffix(tag).rstrip("._ -") if tag else path.stem
    return str(path.parent / stem) if stem else str(path.parent)


## Bringing in


def _brought_in(folder: Path, groups: Sequence[Group], default: str, show: Progress, dry_run: bool) -> Iterator[Line]:
    """A text comes in whole or not at all, and one that does not keeps no other one out."""
    at = now()
    body = None if dry_run else body_of_network(at)
    for done, group in enumerate(groups):
        show(_("Reading texts"), done, len(groups))
        lines = [Line(str(path.relative_to(folder)), "failed", language=tag) for tag, path in group.files.items()]
        try:
            slug, notices = _one(group, default, body, at)
        except Exception as problem:  # noqa: BLE001  # whatever is wrong with one text is its own line
            fault = explain(problem)
            yield from (replace(line, sentence=fault.sentence) for line in lines)
            continue
        result = "readable" if dry_run else "imported"
        for line, path in zip(lines, group.files.values(), strict=True):
            said = tuple(sentence for name, sentence in notices if name == path.name)
            yield replace(line, result=result, text=slug, notices=said)
    show(_("Reading texts"), len(groups), len(groups))


def _one(group: Group, default: str, body: Any, at: Any) -> tuple[str, list[tuple[str, str]]]:
    """The short name of the new text (its title, where nothing is kept), and what was simplified, by file."""
    from tejido.curriculum.commands import create_text
    from tejido.curriculum.imports import read_files
    from tejido.ledger.actors import CONSOLE
    from tejido.web.notices import sentence

    first = sorted(group.files, key=lambda tag: tag != default)
    contents = [(group.files[tag].name, group.files[tag].read_bytes()) for tag in first]
    source, notices = read_files(contents, default)
    said = [(name, f"{sentence(notice)}.") for name, notice in notices]
    title = _title(source, group)
    if body is None:
        return title, said
    reason = _("Import")
    return create_text(actor=CONSOLE, body=body, title=title, source=source, reason=reason, at=at).slug, said


def _title(source: Any, group: Group) -> str:
    """The first heading in the language that leads, else the name of the file."""
    from tejido.engine.document import Kind
    from tejido.formats.markdown import plain

    tag, document = next(iter(source.documents.items()))
    heading = next((passage for passage in document if passage.kind is Kind.HEADING and passage.text(tag)), None)
    title = plain(heading.text(tag)) if heading is not None else group.name.replace("_", " ")
    return title[:200]


HELP = _(
    "Makes a new text from every Markdown, Word or Akoma Ntoso file in a folder.\n\n"
    "Files that differ in the language of their name alone (plan.es.md, plan.pt-BR.md) are one text. The title is the "
    "first heading. Each file gets one line; a text that cannot come in keeps no other one out. A title that is taken "
    "is refused: no text that is there is changed."
)
EXAMPLES = examples("tejido import ./textos", "tejido import ./textos --dry-run", "tejido import ./textos --json")
