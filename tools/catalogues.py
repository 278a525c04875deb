"""The translations: `update` brings the catalogues up to date with the code, `check` says what is missing in them.

Strings come from Python files and, made into Python by Django itself, from templates. Needs no GNU gettext.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "tejido"
LANGUAGES = ("es", "pt", "fr")  # English is what stands in the code
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}
PLACE = re.compile(r"%\(\w+\)s|%s|%\d*\.?\d*[df]")


def extracted() -> Catalog:
    """Every string of the package that is to be translated, with the files it stands in."""
    catalogue = Catalog()
    for path in _sources():
        for _line, message, comments, context in extract("python", _code(path), keywords=KEYWORDS):
            where = [(path.relative_to(ROOT).as_posix(), 0)]
            catalogue.add(message, locations=where, auto_comments=comments, context=context)
    return catalogue


def _sources() -> Iterator[Path]:
    """Python files and templates in a stable order, without tests and migrations."""
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.glob("*/templates/**/*.*")]):
        if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts):
            yield path


def _code(path: Path) -> io.BytesIO:
    """The file as Python: Django turns the tags of a template into calls of gettext."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = templatize(text, origin=str(path))
    return io.BytesIO(text.encode())


def file_of(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue_of(language: str) -> Catalog:
    path = file_of(language)
    if not path.exists():
        return Catalog(
            locale=language, header_comment="# Tejido", project="Tejido", version="1", language_team=language
        )
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> int:
    """Writes the catalogues again: new strings empty, those that are gone dropped, translations kept."""
    found = extracted()
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
        path = file_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)
        print(f"{language}: {sum(not _is_translated(m) for m in catalogue if m.id)} to translate of {len(catalogue)}")
    return 0


def check() -> int:
    """Prints what is missing; 1 if anything is: strings not in a catalogue, not translated, or with other places."""
    wanted = {(m.id, m.context) for m in extracted() if m.id}
    faults = [f"{language}: {fault}" for language in LANGUAGES for fault in _faults(language, wanted)]
    print("\n".join(faults[:40]) or "Every string is translated.")
    if len(faults) > 40:
        print(f"... and {len(faults) - 40} more")
    return 1 if faults else 0


def _faults(language: str, wanted: set[tuple[object, object]]) -> Iterator[str]:
    catalogue = catalogue_of(language)
    held = {(m.id, m.context): m for m in catalogue if m.id}
    yield from (f"not in the catalogue (make messages): {key[0]!r}" for key in sorted(wanted - held.keys(), key=str))
    yield from (f"no longer in the code (make messages): {key[0]!r}" for key in sorted(held.keys() - wanted, key=str))
    for message in held.values():
        if not _is_translated(message):
            yield f"not translated: {message.id!r}"
        elif _places(message.id) != _places(message.string):
            yield f"other places than in English: {message.id!r}"


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return all(strings) and not message.fuzzy


def _places(text: object) -> set[str]:
    """The places that values fill, in all plural forms together."""
    forms = text if isinstance(text, (tuple, list)) else [text]
    return {place for form in forms for place in PLACE.findall(str(form))}


if __name__ == "__main__":
    settings.configure(USE_I18N=True)
    match sys.argv[1:]:
        case ["update"]:
            sys.exit(update())
        case ["check"]:
            sys.exit(check())
        case _:
            sys.exit("usage: catalogues.py update|check")
