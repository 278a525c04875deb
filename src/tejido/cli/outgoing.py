"""tejido export: texts, editions and comment tables as files in a folder; or everything of a member."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.config.words import ngettext

from .console import Progress, answer, progress, say
from .faults import Fault, misused
from .files import write_all
from .house import now, open_house
from .member import take_out
from .options import Data, Json, argument, examples, flag, option
from .text import text_of

TEXT_FORMATS = ("md", "docx", "pdf", "epub", "akn", "json")
TABLE_FORMATS = ("xlsx", "docx")
_SHOWN = 3  # names of files that a refusal lists

Slugs = Annotated[list[str] | None, argument("[SLUG]...", _("Short names of texts. Default: all of them."))]
To = Annotated[Path | None, option("--to", "DIR", _("The folder to write into; it is made where it is missing."))]
As = Annotated[
    list[str] | None,
    option("--as", "FORMAT", _("md, docx, pdf, epub, akn, json; may be given several times. Default: all of them.")),
]
Lang = Annotated[
    list[str] | None,
    option("--lang", "TAG", _("Only this language; may be given several times. Default: all of the text.")),
]
Number = Annotated[int, option("--edition", "N", _("The number of an adopted edition."))]
Editions = Annotated[bool, flag("--editions", _("Every adopted edition too."))]
Tables = Annotated[bool, flag("--tables", _("The comment table of every round too, as Excel and Word."))]
Force = Annotated[bool, flag("--force", _("Replace files that are there."))]
Member = Annotated[str, option("--member", "CODE", _("Everything of this member instead, in the file of --out."))]
Out = Annotated[Path | None, option("--out", "FILE", _("With --member: the file to write. It must not be there yet."))]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for."""

    formats: tuple[str, ...]
    languages: tuple[str, ...]
    edition: int
    editions: bool
    tables: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to be: its name is known before anything is made."""

    name: str
    make: Callable[[], bytes]


def export(
    slugs: Slugs = None,
    to: To = None,
    as_: As = None,
    lang: Lang = None,
    edition: Number = 0,
    editions: Editions = False,
    tables: Tables = False,
    force: Force = False,
    member: Member = "",
    out: Out = None,
    data: Data = None,
    json: Json = False,
) -> None:
    if member:
        if to is not None or slugs or as_ or lang or edition or editions or tables or force:
            raise misused(_("With --member, only --out, --data and --json are taken."), "odd_option")
        take_out(member, out, data, as_json=json)
        return
    if out is not None:
        raise misused(_("Name the folder with --to, or a member with --member."), "odd_option")
    if to is None:
        raise misused(_("Name the folder with --to, or a member with --member."), "missing_option")
    formats = _formats(as_ or [])
    open_house(data)
    wanted = Wanted(formats, tuple(lang or ()), edition, editions, tables)
    planned = [file for text in _texts(slugs or []) for file in _planned(text, wanted)]
    if not planned:
        raise Fault(_("Nothing was asked for that is here, and nothing was written."), "nothing")
    if not force:
        _refuse_to_replace(to, planned)
    with progress() as show:
        found = _write(to, planned, show)
    answer(found, "\n".join(found["files"]), as_json=json)
    for problem in found["problems"]:
        say(f"{problem['file']}: {problem['sentence']}")
    say(_summary(found, to))
    if found["problems"]:
        raise typer.Exit(1)


def _formats(asked: Sequence[str]) -> tuple[str, ...]:
    names = [name.strip().lower() for word in asked for name in word.split(",")]
    for name in names:
        if name not in TEXT_FORMATS:
            sentence = _("“%(name)s” is no format; there are %(formats)s.")
            raise misused(sentence % {"name": name, "formats": ", ".join(TEXT_FORMATS)})
    return tuple(dict.fromkeys(names)) or TEXT_FORMATS


def _texts(slugs: Sequence[str]) -> list[Any]:
    from tejido.curriculum.queries import texts_for
    from tejido.ledger.actors import CONSOLE

    return [text_of(slug) for slug in dict.fromkeys(slugs)] if slugs else [line.text for line in texts_for(CONSOLE)]


def _refuse_to_replace(folder: Path, planned: Sequence[Planned]) -> None:
    there = [file.name for file in planned if (folder / file.name).exists()]
    if there:
        names = ", ".join(there[:_SHOWN]) + (", …" if len(there) > _SHOWN else "")
        sentence = ngettext(
            "%(count)s file is in “%(folder)s” already (%(names)s). Nothing was written; --force replaces it.",
            "%(count)s files are in “%(folder)s” already (%(names)s). Nothing was written; --force replaces them.",
            len(there),
        )
        raise Fault(sentence % {"count": len(there), "folder": folder, "names": names}, "already_there")


def _write(folder: Path, planned: Sequence[Planned], show: Progress) -> dict[str, Any]:
    """One file after the other, so that memory holds one; a file that could not be made keeps no other one back."""
    from tejido.formats.pdf import NotSet

    files: list[str] = []
    problems: list[dict[str, str]] = []
    for done, file in enumerate(planned):
        show(_("Writing files"), done, len(planned))
        try:
            files += map(str, write_all(folder, {file.name: file.make()}))
        except NotSet:
            problems.append({"file": file.name, "sentence": _("The PDF could not be set.")})
    show(_("Writing files"), len(planned), len(planned))
    return {"files": files, "problems": problems}


def _summary(found: dict[str, Any], folder: Path) -> str:
    count = len(found["files"])
    sentence = ngettext(
        "%(count)s file written into “%(folder)s”.", "%(count)s files written into “%(folder)s”.", count
    )
    return sentence % {"count": count, "folder": folder}


## Which files


def _planned(text: Any, wanted: Wanted) -> Iterator[Planned]:
    for version in _versions(text, wanted):
        yield from _of_version(version, wanted)
    if wanted.tables:
        yield from _of_rounds(text, wanted)


def _versions(text: Any, wanted: Wanted) -> list[Any]:
    """The text as it stands, as the edition that it is where it was adopted so; an edition; or all of them."""
    from tejido.curriculum.queries import editions_of, latest_revision

    sealed = {edition.number: edition for edition in editions_of(text)}
    if wanted.edition:
        if wanted.edition not in sealed:
            sentence = _("“%(slug)s” has no edition %(number)s; it has %(count)s.")
            values = {"slug": text.slug, "number": wanted.edition, "count": len(sealed)}
            raise Fault(sentence % values, "unknown_edition")
        return [_sealed(text, wanted.edition)]
    latest = latest_revision(text)
    now_sealed = [number for number, edition in sealed.items() if edition.revision_id == latest.key]
    found = [_sealed(text, now_sealed[0]) if now_sealed else _in_work(text, latest)]
    if wanted.editions:
        found += [_sealed(text, number) for number in sorted(sealed) if number not in now_sealed]
    return found


def _sealed(text: Any, number: int) -> Any:
    from tejido.curriculum.papers import edition_version
    from tejido.curriculum.queries import edition_of

    return edition_version(edition_of(text, number), _address("edition", text.slug, number), shows_record=True)


def _in_work(text: Any, revision: Any) -> Any:
    from tejido.curriculum.papers import revision_version

    return revision_version(text, revision, f"{_address('text', text.slug)}?revision={revision.number}")


def _address(page: str, *arguments: object) -> str:
    """Where a reader of the paper finds out whether it is true: this server, as it was reached last."""
    from django.conf import settings
    from django.urls import reverse

    return f"{settings.ORIGIN}{reverse(f'curriculum:{page}', args=arguments)}"


def _languages(offered: Sequence[str], wanted: Wanted) -> list[str]:
    return [tag for tag in offered if not wanted.languages or tag in wanted.languages]


def _of_version(version: Any, wanted: Wanted) -> Iterator[Planned]:
    from tejido.curriculum.papers import FORMATS, file_name

    for format in wanted.formats:
        if format == "json":
            yield from _canonical(version)
            continue
        ending = "xml" if format == "akn" else format
        for tag in _languages(version.revision.languages, wanted):
            yield Planned(file_name(version, [tag], ending), _maker(FORMATS[ending].make, version, [tag]))


def _maker(make: Callable[..., bytes], *arguments: Any) -> Callable[[], bytes]:
    return lambda: make(*arguments)


def _canonical(version: Any) -> Iterator[Planned]:
    """What `tejido verify` reads: all languages in one file, and the record of the adoption."""
    from tejido.curriculum.queries import canonical_file

    stem = f"{version.text.slug}-{version.name}"
    yield Planned(f"{stem}.text.json", _maker(canonical_file, version.revision))
    if version.edition is not None and version.edition.record:
        yield Planned(f"{stem}.record.json", _maker(bytes, version.edition.record))


def _of_rounds(text: Any, wanted: Wanted) -> Iterator[Planned]:
    from tejido.deliberation.queries.rounds import round_for, rounds_of
    from tejido.ledger.actors import CONSOLE

    at = now()
    for row in rounds_of(text):
        context = round_for(CONSOLE, row.key)
        for tag in _languages(context.round.revision.languages, wanted):
            for ending in TABLE_FORMATS:
                name = f"{text.slug}-round-{row.number}.{tag}.{ending}"
                yield Planned(name, _maker(_table, context, tag, ending, at))


def _table(context: Any, language: str, ending: str, at: Any) -> bytes:
    from tejido.deliberation.queries.comments import comments_of
    from tejido.deliberation.sheets import released_table
    from tejido.formats.comments import write_docx, write_xlsx

    table = released_table(context, comments_of(context.round), language, at)
    return write_xlsx(table) if ending == "xlsx" else write_docx(table)


HELP = _(
    "Writes texts into a folder, each in every language and format: SLUG-VERSION.LANGUAGE.ENDING.\n\n"
    "VERSION is the number of an edition, or r and the number of a revision. A file that is there is replaced with "
    "--force only; a file is written whole or not at all.\n\n"
    "With --member everything that a member has here is written into one ZIP, which its own ledger says."
)
EXAMPLES = examples(
    "tejido export --to ./copia",
    "tejido export curriculo --to ./copia --as pdf --as docx --lang es",
    "tejido export curriculo --to ./copia --editions --tables --force",
    "tejido export --member PY --out paraguay.zip",
)
