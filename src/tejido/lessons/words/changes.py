"""What changed for the sake of a matter, word by word."""

from dataclasses import dataclass

from django.urls import reverse

from tejido.engine.change import Span
from tejido.engine.document import Passage
from tejido.engine.trace import Change
from tejido.formats.markdown import plain
from tejido.web.languages import base
from tejido.web.marking import marked

from ..queries.lines import TextLine
from ..queries.traces import Traced
from .codes import what_words


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A passage before and after. `between` and `since` are the revisions that touched it besides; `stands`: the text
    still says so. `url` leads to where the sentence comes from."""

    address: str
    what: str
    words: str
    spans: tuple[Span, ...]
    before: str
    after: str
    language: str
    revision: int
    between: tuple[int, ...]
    since: tuple[int, ...]
    stands: bool
    url: str
    redline: str


def changes_shown(traced: Traced, language: str) -> list[ChangeShown]:
    text = traced.text
    if text is None or traced.taught is None:
        return []
    return [_shown(change, text, traced.taught.number, language) for change in traced.chain.changes]


def _shown(change: Change, text: TextLine, taught: int, language: str) -> ChangeShown:
    tag = language_of(change.after or change.before, language, text.text.negotiated_language)
    return ChangeShown(
        address=text.address(change.passage),
        what=str(change.what),
        words=what_words(change.what),
        spans=marked(_text(change.before, tag), _text(change.after, tag)),
        before=plain(_text(change.before, tag)),
        after=plain(_text(change.after, tag)),
        language=tag,
        revision=change.made,
        between=change.between,
        since=change.since,
        stands=change.stands,
        url=reverse("lessons:origin", args=[text.text.slug, change.passage]),
        redline=f"{reverse('curriculum:changes', args=[text.text.slug])}?from={taught}&to={change.made}",
    )


def language_of(passage: Passage | None, wanted: str, negotiated: str) -> str:
    """The language of the reader where the passage has it; else the negotiated one, or any."""
    tags = passage.languages if passage is not None else ()
    mine = next((tag for tag in tags if base(tag) == base(wanted)), "")
    return mine or (negotiated if negotiated in tags or not tags else tags[0])


def _text(passage: Passage | None, language: str) -> str:
    return passage.text(language) if passage is not None else ""
