"""tejido text: bring texts in, take them out, list them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.config.words import ngettext

from .console import Progress, answer, progress, say, table
from .faults import Fault, misused
from .files import read, write_all
from .house import body_of_network, now, open_house
from .options import Data, Json, Slug, argument, examples, option

app = typer.Typer(no_args_is_help=True, help=_("Texts: bring them in, take them out, list them."))

Files = Annotated[list[Path], argument("FILE", _("Markdown (.md), Word (.docx) or Akoma Ntoso (.xml) files."))]
Title = Annotated[str, option("--title", "T", _("The title, in the text's first language."))]
Lang = Annotated[str, option("--lang", "TAG", _("The language of all files: es, pt-BR. Default: from their names."))]
To = Annotated[Path, option("--to", "DIR", _("The folder to write into; it is made where it is missing."))]
Number = Annotated[int, option("--edition", "N", _("The number of an adopted edition."))]

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@app.command(
    "import",
    help=_(
        "Makes a new text from Markdown, Word or Akoma Ntoso files.\n\n"
        "Several languages: one file each, named by its language (es.md, pt-BR.docx); they are joined passage by "
        "passage. What could not be joined or taken over is told."
    ),
    epilog=examples(
        "tejido text import es.md pt-BR.md en.md --title 'Declaración Universal'",
        "tejido text import curso.docx --lang es --title 'Curso de prevención' --json",
    ),
)
def import_(files: Files, title: Title, lang: Lang = "", data: Data = None, json: Json = False) -> None:
    if lang and not _LANGUAGE_TAG.fullmatch(lang):
        raise misused(_("“%(tag)s” is not a language tag like es or pt-BR.") % {"tag": lang})
    contents = [(path.name, read(path)) for path in files]
    open_house(data)
    with progress() as show:
        text, notices = _make(contents, title, lang, show)
    line = describe(text)
    missing = _unjoined(text)
    found = {**line, "unjoined": missing, "notices": [_of_notice(name, notice) for name, notice in notices]}
    answer(found, _imported(line), as_json=json)
    for sentence in _remarks(found):
        say(sentence)


def _make(contents: Sequence[tuple[str, bytes]], title: str, lang: str, show: Progress) -> tuple[Any, Sequence[Any]]:
    """The new text, and what its files held that could not be taken over."""
    from tejido.curriculum.commands import create_text
    from tejido.curriculum.imports import UnknownFile, language_in, read_files
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.queries import network

    at = now()
    body = body_of_network(at)
    served = network()
    negotiated = served.negotiated_language if served else ""
    if not lang and not any(language_in(name) for name, _raw in contents):
        sentence = _("No file name ends in a language, so “%(tag)s” was taken. Say another one with --lang.")
        say(sentence % {"tag": negotiated})
    try:
        source, notices = read_files(_counted(contents, show), lang or negotiated, force=bool(lang))
    except UnknownFile as problem:
        unknown = _("“%(name)s” is neither Markdown (.md) nor Word (.docx) nor Akoma Ntoso (.xml).")
        raise Fault(unknown % {"name": problem.name}, "unknown_file") from problem
    show(_("Keeping the text"), 0, 1)
    return create_text(actor=CONSOLE, body=body, title=title, source=source, reason=_("Import"), at=at), notices


def _counted(contents: Sequence[tuple[str, bytes]], show: Progress) -> Iterator[tuple[str, bytes]]:
    for done, pair in enumerate(contents):
        show(_("Reading %(file)s") % {"file": pair[0]}, done, len(contents))
        yield pair


def _of_notice(name: str, notice: Any) -> dict[str, str]:
    """What was simplified, as plain data: the file, the code, the words near it and the sentence."""
    from tejido.web.notices import sentence

    return {"file": name, "code": notice.code.value, "where": notice.where, "sentence": sentence(notice)}


def _imported(line: dict[str, Any]) -> str:
    sentence = _("“%(title)s” is here as %(slug)s: %(passages)s passages in %(languages)s.\nDigest %(digest)s")
    return sentence % {**line, "languages": ", ".join(line["languages"])}


def _remarks(found: dict[str, Any]) -> Iterator[str]:
    """What a person still has to look at."""
    for tag, count in found["unjoined"].items():
        sentence = ngettext(
            "%(count)s passage has no text in %(tag)s: join or translate it on the page “Languages”.",
            "%(count)s passages have no text in %(tag)s: join or translate them on the page “Languages”.",
            count,
        )
        yield sentence % {"count": count, "tag": tag}
    for notice in found["notices"]:
        yield f"{notice['file']}: {notice['sentence']}."


def _unjoined(text: Any) -> dict[str, int]:
    """How many passages lack each language, only where some do."""
    from tejido.curriculum.queries import document_of, latest_revision, unjoined

    revision = latest_revision(text)
    found = unjoined(document_of(revision), tuple(revision.languages))
    return {tag: len(passages) for tag, passages in found.items() if passages}


@app.command(
    "list",
    help=_("Lists the texts of the network: short name, title, languages, passages, editions and digest."),
    epilog=examples("tejido text list", "tejido text list --json"),
)
def list_(data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.curriculum.queries import texts_for
    from tejido.ledger.actors import CONSOLE

    lines = [describe(line.text) for line in texts_for(CONSOLE)]
    head = [_("Slug"), _("Title"), _("Languages"), _("Passages"), _("Editions"), _("Digest")]
    rows = [[*line.values()] for line in lines]
    rows = [[slug, title, " ".join(tags), *counts, digest[:16]] for slug, title, tags, *counts, digest in rows]
    empty = _("There is no text yet. “tejido text import” brings one in.")
    answer(lines, table(head, rows) if rows else empty, as_json=json)


def describe(text: Any) -> dict[str, Any]:
    """A text as it stands, as plain data. `digest` is its latest revision's, `editions` how many were adopted."""
    from tejido.curriculum.queries import editions_of, latest_revision

    revision = latest_revision(text)
    return {
        "slug": text.slug,
        "title": text.title.get(text.negotiated_language) or next(iter(text.title.values()), ""),
        "languages": list(revision.languages),
        "passages": len(revision.manifest),
        "editions": len(editions_of(text)),
        "digest": revision.digest,
    }


@app.command(
    help=_(
        "Writes a text into a folder: SLUG.<lang>.md for each language, the canonical SLUG.text.json, and "
        "SLUG.record.json where what is written was adopted.\n\n"
        "Without --edition, the text as it now stands."
    ),
    epilog=examples(
        "tejido text export curriculo --to ./copia",
        "tejido text export curriculo --edition 1 --to ./copia",
        "tejido verify copia/curriculo.record.json copia/curriculo.text.json",
    ),
)
def export(slug: Slug, to: To, edition: Number = 0, data: Data = None, json: Json = False) -> None:
    open_house(data)
    text = text_of(slug)
    revision, sealed, latest = _chosen(text, edition)
    files = [str(place) for place in write_all(to, _as_files(text, revision, sealed))]
    found = {"slug": slug, "edition": sealed.number if sealed else None, "digest": revision.digest, "files": files}
    answer(found, "\n".join(files), as_json=json)
    if sealed is None and latest is not None:
        say(_("This is a draft. --edition %(number)s writes the text that was adopted.") % {"number": latest.number})


def text_of(slug: str) -> Any:
    """The text with this short name. Fault where there is none that the console may read."""
    from django.core.exceptions import ObjectDoesNotExist

    from tejido.curriculum.queries import text_for
    from tejido.ledger.actors import CONSOLE

    try:
        return text_for(CONSOLE, slug)
    except ObjectDoesNotExist as problem:
        sentence = _("There is no text “%(slug)s” here. “tejido text list” shows those that are.")
        raise Fault(sentence % {"slug": slug}, "unknown_text") from problem


def _chosen(text: Any, number: int) -> tuple[Any, Any, Any]:
    """The revision to write, the edition that it was sealed as (or None), and the latest edition (or None)."""
    from tejido.curriculum.queries import edition_of, editions_of, latest_revision

    numbers = {edition.number: edition for edition in editions_of(text)}
    latest = numbers[max(numbers)] if numbers else None
    if number and number not in numbers:
        sentence = _("“%(slug)s” has no edition %(number)s; it has %(count)s.")
        raise Fault(sentence % {"slug": text.slug, "number": number, "count": len(numbers)}, "unknown_edition")
    if number:
        sealed = edition_of(text, number)
        return sealed.revision, sealed, latest
    revision = latest_revision(text)
    if latest is None or latest.revision_id != revision.key:
        return revision, None, latest
    return revision, edition_of(text, latest.number), latest


def _as_files(text: Any, revision: Any, sealed: Any) -> dict[str, bytes]:
    from tejido.curriculum.queries import canonical_file, document_of
    from tejido.formats.markdown import write

    document = document_of(revision)
    files = {f"{text.slug}.{tag}.md": write(document, tag).encode() for tag in revision.languages}
    files[f"{text.slug}.text.json"] = canonical_file(revision)
    if sealed is not None and sealed.record:
        files[f"{text.slug}.record.json"] = bytes(sealed.record)
    return files
