"""Where a sentence comes from, for a page."""

from dataclasses import dataclass

from django.urls import reverse

from tejido.curriculum.models import Edition, Revision
from tejido.deliberation.queries.comments import CommentLine
from tejido.engine.change import Span
from tejido.engine.document import addresses
from tejido.engine.trace import What
from tejido.formats.markdown import plain
from tejido.seminars.models import Seminar
from tejido.web.marking import marked

from ..queries.origins import Origin, Origins
from ..queries.traces import Traced
from ..words import language_of, what_words

_SHORT = 140  # signs of a passage in a list


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage that stood, or stands, in the same place."""

    address: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class OriginShown:
    """One state of a passage: what was done to it, the wording against the one before, why, and where it was used."""

    what: str
    words: str
    is_first: bool
    spans: tuple[Span, ...]
    language: str
    revision: Revision
    matters: tuple[Traced, ...]
    comments: tuple[CommentLine, ...]
    editions: tuple[Edition, ...]
    seminars: tuple[Seminar, ...]
    beside: tuple[Beside, ...]

    @property
    def is_unexplained(self) -> bool:
        return not (self.is_first or self.matters or self.comments)


@dataclass(frozen=True, slots=True)
class PassageOrigins:
    """A passage with its states, the latest first. `is_there`: the text still has it."""

    address: str
    now: str
    language: str
    is_there: bool
    states: tuple[OriginShown, ...]


def origins_shown(found: Origins, id: str, language: str) -> PassageOrigins:
    states = found.of(id)
    last = states[-1].event
    passage = last.after or last.before
    tag = language_of(passage, language, found.line.text.negotiated_language)
    first = min(found.line.revisions)
    shown = [_state(each, found, tag, is_first=each.event.revision == first) for each in states]
    return PassageOrigins(
        found.line.address(id),
        plain(passage.text(tag)) if passage is not None else "",
        tag,
        last.after is not None,
        tuple(reversed(shown)),
    )


def _state(state: Origin, found: Origins, tag: str, *, is_first: bool) -> OriginShown:
    event = state.event
    before = event.before.text(tag) if event.before is not None else ""
    after = event.after.text(tag) if event.after is not None else ""
    return OriginShown(
        what=str(event.what),
        words=what_words(event.what),
        is_first=is_first,
        spans=marked(before, after),
        language=tag,
        revision=state.revision,
        matters=state.matters,
        comments=state.comments,
        editions=state.editions,
        seminars=state.seminars,
        beside=tuple(_beside(id, found, tag) for id in _gone(event.what, event.beside, found)) if not is_first else (),
    )


def _gone(what: str, beside: tuple[str, ...], found: Origins) -> list[str]:
    """Of an addition, what was removed in its place; what it merely follows tells nothing."""
    if what == What.REMOVED:
        return list(beside)
    return [id for id in beside if any(event.what is What.REMOVED for event in found.line.events_of(id))]


def _beside(id: str, found: Origins, tag: str) -> Beside:
    passage = found.line.passage(id)
    words = plain(passage.text(tag)) if passage is not None else ""
    return Beside(found.line.address(id), _short(words), reverse("lessons:origin", args=[found.line.text.slug, id]))


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A line of the list: a passage, how often it changed since it came, and how many matters and comments did it."""

    id: str
    address: str
    words: str
    language: str
    times: int
    causes: int
    is_there: bool


def changed_passages(found: Origins, language: str) -> list[ChangedPassage]:
    """The passages that are not as they were in the first revision, in the order of the text; what is gone comes
    last."""
    line = found.line
    first = min(line.revisions)
    now = line.line.states[-1].document
    where = {id: str(address) for id, address in addresses(now).items()}
    rows = []
    for id, events in line.events.items():
        later = [event for event in events if event.revision != first]
        if not later:
            continue
        passage = events[-1].after or events[-1].before
        tag = language_of(passage, language, line.text.negotiated_language)
        causes = {key for event in later for key in found.causes.get((id, event.revision), ())}
        words = _short(plain(passage.text(tag))) if passage is not None else ""
        rows.append(ChangedPassage(id, where.get(id, ""), words, tag, len(later), len(causes), id in now))
    order = {id: place for place, id in enumerate(now.index)}
    return sorted(rows, key=lambda row: order.get(row.id, len(order)))
