"""A language of a text as a file for translators' programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tejido.engine.document import addresses
from tejido.formats.bitext import Bitext, Unit, write_tmx, write_xliff

from .queries import Desk


@dataclass(frozen=True, slots=True)
class Format:
    label: str
    media_type: str
    make: Callable[[Bitext], bytes]


FORMATS: Mapping[str, Format] = {
    "xlf": Format("XLIFF 2.1", "application/xliff+xml", write_xliff),
    "tmx": Format("TMX 1.4b", "application/x-tmx+xml", write_tmx),
}


def bitext_of(desk: Desk, language: str) -> Bitext:
    """Every passage of the negotiated text with what it says in a language, its address and how it stands."""
    negotiated, where = desk.text.negotiated_language, addresses(desk.document)
    units = []
    for id, item in desk.standings[language].items():
        passage = desk.document.passage(id)
        both = ((tag, passage.text(tag)) for tag in (negotiated, language))
        units.append(Unit(id, tuple((tag, words) for tag, words in both if words), str(where[id]), str(item.state)))
    return Bitext(negotiated, (language,), tuple(units), desk.text.slug, desk.revision.digest)


def file_name(desk: Desk, language: str, ending: str) -> str:
    return f"{desk.text.slug}.{desk.revision.number}.{desk.text.negotiated_language}-{language}.{ending}"
