"""tejido translation: languages of a text as XLIFF or TMX, out and in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _

from .console import answer, say
from .faults import Fault, misused
from .files import read, write_all
from .house import now, open_house
from .options import Data, Json, Slug, argument, examples, flag, option
from .text import text_of

app = typer.Typer(no_args_is_help=True, help=_("Translations of texts: XLIFF and TMX, out and in."))

Tag = Annotated[str, argument("LANGUAGE", _("The language that is translated into: pt, pt-BR, ar."))]
File = Annotated[Path, argument("FILE", _("An XLIFF 2 or TMX 1.4 file."))]
To = Annotated[Path, option("--to", "DIR", _("The folder to write into; it is made where it is missing."))]
As = Annotated[str, option("--as", "FORMAT", _("xlf or tmx."))]
Apply = Annotated[bool, flag("--apply", _("Keep what differs as drafts. Without it, only say what would change."))]
Machine = Annotated[bool, flag("--machine", _("A machine wrote these translations."))]


@app.command(
    help=_("Writes every passage of a text in both languages, with its id and how it stands."),
    epilog=examples("tejido translation export curriculo pt --to ./traducir --as xlf"),
)
def export(slug: Slug, language: Tag, to: To, as_: As = "xlf", data: Data = None, json: Json = False) -> None:
    from tejido.translation.papers import FORMATS, bitext_of, file_name

    if as_ not in FORMATS:
        raise misused(_("“%(name)s” is no format; there are %(formats)s.") % {"name": as_, "formats": "xlf, tmx"})
    desk = _desk(slug, language, data)
    name = file_name(desk, language, as_)
    (place,) = write_all(to, {name: FORMATS[as_].make(bitext_of(desk, language))})
    found = {"slug": slug, "language": language, "digest": desk.revision.digest, "file": str(place)}
    answer(found, str(place), as_json=json)


@app.command(
    "import",
    help=_(
        "Says what of a file differs from what stands here; with --apply, keeps it as drafts.\n\n"
        "Passages in which other words came in since the file was written are told and never overwritten."
    ),
    epilog=examples("tejido translation import curriculo pt ./traducir/curriculo.7.es-pt.xlf --apply"),
)
def import_(
    slug: Slug, language: Tag, file: File, apply: Apply = False, machine: Machine = False, data: Data = None,
    json: Json = False,
) -> None:  # fmt: skip  # options, read as one line
    from tejido.translation.imports import NotThisLanguage, read_translations

    raw = read(file)
    desk = _desk(slug, language, data)
    try:
        found = read_translations(raw, file.name, desk, language)
    except NotThisLanguage as problem:
        sentence = _("The file has no words in %(language)s. It has: %(found)s.")
        raise Fault(sentence % {"language": language, "found": ", ".join(problem.found)}, "other_language") from problem
    rows = [row for row in found.rows if not row.is_clash]
    if apply and rows:
        _land(desk, language, rows, by_machine=machine or found.by_machine)
    clashes = [row.passage for row in found.rows if row.is_clash]
    told = {
        "slug": slug, "language": language, "applied": bool(apply and rows), "differ": len(rows), "same": found.same,
        "clashes": clashes, "unknown": found.unknown, "unfit": found.unfit,
    }  # fmt: skip  # one table, read as one
    answer(told, _summary(told), as_json=json)
    for passage in clashes:
        say(_("%(passage)s: other words came in since; left as it stands.") % {"passage": passage})


def _summary(told: dict[str, Any]) -> str:
    done = _("Kept as drafts: %(differ)s. The same: %(same)s. Of no passage: %(unknown)s. Unfit: %(unfit)s.")
    would = _("Would be kept as drafts: %(differ)s. The same: %(same)s. Of no passage: %(unknown)s. Unfit: %(unfit)s.")
    return (done if told["applied"] else would) % told


def _desk(slug: str, language: str, data: Path | None) -> Any:
    """How the translations of a text stand. Fault for a language that it has not, and for the negotiated one."""
    open_house(data)
    from tejido.curriculum.queries import latest_revision
    from tejido.translation.queries import desk_of

    text = text_of(slug)
    desk = desk_of(text, latest_revision(text))
    if language not in desk.standings:
        sentence = _("“%(slug)s” is not translated into “%(tag)s”; there are: %(tags)s.")
        values = {"slug": slug, "tag": language, "tags": ", ".join(desk.standings)}
        raise Fault(sentence % values, "unknown_language")
    return desk


def _land(desk: Any, language: str, rows: Sequence[Any], *, by_machine: bool) -> None:
    from tejido.ledger.actors import CONSOLE
    from tejido.translation.commands import save_translation

    save_translation(
        actor=CONSOLE, text=desk.text, language=language, words={row.passage: row.words for row in rows},
        sources={row.passage: row.source for row in rows}, base=desk.revision, by_machine=by_machine,
        keeps_forbidden=True, reason=_("Translations from a file"), at=now(),
    )  # fmt: skip  # one row of a table, read as one
