"""What was said of each section, side by side, for a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.deliberation.queries.comments import CommentLine
from tejido.formats.markdown import plain
from tejido.web.languages import in_my_language

from ..queries.observed import Observed
from ..queries.sections import PartTable, SectionLine
from ..terms import WITHOUT_HEADING


@dataclass(frozen=True, slots=True)
class CommentShown:
    line: CommentLine
    address: str


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section in words with what was said of it, and the numbers of the matters that it belongs to. `asked` and
    `answered` count the comments that stand."""

    title: str
    number: str
    comments: tuple[CommentShown, ...]
    observations: tuple[Observed, ...]
    matters: tuple[int, ...]
    passages: tuple[tuple[str, str], ...]
    asked: int
    answered: int


def table_shown(table: PartTable, language: str) -> list[SectionShown]:
    return [_section(section, table.addresses, language) for section in table.sections]


def _section(section: SectionLine, addresses: Mapping[str, str], language: str) -> SectionShown:
    spoken = [line.comment.passage for line in section.comments]
    spoken += [passage for row in section.observations for passage in row.passages]
    mine = dict.fromkeys(passage for passage in spoken if passage in section.passages)
    return SectionShown(
        title=section_title(section, language),
        number=section.number,
        comments=tuple(CommentShown(line, addresses.get(line.comment.passage, "")) for line in section.comments),
        observations=tuple(section.observations),
        matters=tuple(section.matters),
        passages=tuple((passage, addresses[passage]) for passage in mine),
        asked=len(section.standing),
        answered=section.answered,
    )


def section_title(section: SectionLine, language: str) -> str:
    if section.heading is None:
        return in_my_language(WITHOUT_HEADING[section.id])
    words = section.heading.text(language) or (section.heading.texts[0][1] if section.heading.texts else "")
    return plain(words)
