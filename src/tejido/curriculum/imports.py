"""From uploaded or given files to an import: each file is parsed in a limited child process, its language is in its
name."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from tejido.engine.document import Document
from tejido.formats.child import parse
from tejido.formats.word import Image, Notice

from .commands import Import
from .commands.revisions import mint

FORMATS = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".docx": "word", ".xml": "akn", ".akn": "akn",
}  # fmt: skip  # one table, read as one
# A word of three letters at the end of a name is a tag only behind a full stop: there are files called “ley” and “paz”.
_TAG = re.compile(r"(?:(?:^|[._ -])([a-z]{2}|(?<=\.)[a-z]{3})(-[A-Za-z]{2,4})?)$")


class UnknownFile(ValueError):  # noqa: N818  # reads as what it is: an unknown file
    """The file's name ends in nothing that can be imported. `name` is the file's name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def language_in(name: str) -> str:
    """The language tag at the end of a file's name: "es.md", "curso.pt-BR.docx", "curso.quz.md"; or nothing."""
    found = _TAG.search(PurePath(name).stem)
    return found[1] + (found[2] or "") if found else ""


def read_files(
    files: Iterable[tuple[str, bytes]], default: str, *, force: bool = False
) -> tuple[Import, list[tuple[str, Notice]]]:
    """Reads (name, bytes) pairs into one import and the notices of what could not be taken over, each with its file's
    name.

    The language is `default` where `force` asks for it, else the one in the file's name, else `default`. Several
    files in one language are read one after the other into one text. BadFile and UnknownFile name the file that is
    to blame.
    """
    documents: dict[str, list[Document]] = {}
    images: list[Image] = []
    notices: list[tuple[str, Notice]] = []
    for name, raw in files:
        ending = PurePath(name).suffix.lower()
        if ending not in FORMATS:
            raise UnknownFile(name)
        language = default if force else language_in(name) or default
        found = parse(FORMATS[ending], raw, language, mint=mint, name=name)
        documents.setdefault(language, []).append(found.document)
        images.extend(found.images)
        notices.extend((name, notice) for notice in found.notices)
    ordered = sorted(documents, key=lambda tag: tag != default)
    joined = {tag: Document.of(p for part in documents[tag] for p in part) for tag in ordered}
    return Import(joined, images), notices
