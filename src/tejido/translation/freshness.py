"""What a reader of a translation is told: from which language it was made, and whether it is current."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.curriculum.freshness import Currency
from tejido.curriculum.models import Revision, Text
from tejido.engine.translation import Standing as Derived
from tejido.engine.translation import State
from tejido.web.components import Sentence, Tone
from tejido.web.languages import name_of

from .names import Standing
from .queries import standings_of
from .rules import SETTLED

SHOWN = frozenset({State.STALE, State.MACHINE})  # a missing passage is told by its look already


def currency_of(text: Text, revision: Revision, language: str) -> Currency | None:
    """How a version stands for its reader; nothing for the negotiated one."""
    negotiated = text.negotiated_language
    if language == negotiated:
        return None
    found = standings_of(text, revision, [language])[language]
    counts = Counter(item.state for item in found.values())
    source = _("Translated from %(language)s, the negotiated language.") % {"language": name_of(negotiated)}
    told = _troubles(counts)
    is_calm = not counts[State.STALE] and not counts[State.MACHINE]
    sentence = Sentence(" ".join([source, *(told or [_praise(counts)])]), Tone.CALM if is_calm else Tone.WAITING)
    return Currency(sentence, _marks(found))


def _troubles(counts: Mapping[State, int]) -> list[str]:
    count = counts[State.STALE]
    stale = ngettext(
        "The source of %(count)s passage has changed since: it is marked, and what stands here is not current.",
        "The source of %(count)s passages has changed since: they are marked, and what stands here is not current.",
        count,
    ) % {"count": count}  # fmt: skip  # one sentence
    count = counts[State.MACHINE]
    machine = ngettext(
        "%(count)s passage was drafted by a machine.", "%(count)s passages were drafted by a machine.", count
    ) % {"count": count}  # fmt: skip  # one sentence
    count = counts[State.MISSING]
    missing = ngettext(
        "%(count)s passage is not translated and is shown in another language.",
        "%(count)s passages are not translated and are shown in another language.",
        count,
    ) % {"count": count}  # fmt: skip  # one sentence
    told = ((State.STALE, stale), (State.MACHINE, machine), (State.MISSING, missing))
    return [words for state, words in told if counts[state]]


def _praise(counts: Mapping[State, int]) -> str:
    states = {state for state, count in counts.items() if count}
    if states <= {State.AUTHENTIC}:
        return _("It was declared authentic: equal to it, word for word.")
    if states <= SETTLED:
        return _("Every passage is current and reviewed.")
    return _("Every passage is current; not all are reviewed yet.")


def _marks(found: Mapping[str, Derived]) -> dict[str, str]:
    badges = {state: format_html('<span class="badge waiting">{}</span>', Standing(state).label) for state in SHOWN}
    return {id: badges[item.state] for id, item in found.items() if item.state in SHOWN}


def marks_of(text: Text, revision: Revision, passage: str, languages: Iterable[str]) -> dict[str, str]:
    """For one passage, the word beside each language in which something is the matter with it."""
    found = standings_of(text, revision, [tag for tag in languages if tag != text.negotiated_language])
    marks = {tag: _marks(by_id).get(passage, "") for tag, by_id in found.items()}
    return {tag: mark for tag, mark in marks.items() if mark}
