"""What is so now of an evaluation, and what is still missing, said once."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from tejido.engine.trace import Gap
from tejido.web.components import Sentence, Tone

from .queries.cases import CaseContext
from .queries.traces import Traces


def of_case(context: CaseContext, traces: Traces) -> Sentence:
    """The first thing that somebody has to do."""
    if context.case is None:
        return Sentence(_("Nobody has opened the evaluation of this seminar yet."), Tone.CALM)
    if not (context.rounds or traces.heard.observations or traces.matters):
        return Sentence(_("No round is open on what was taught, and nothing was observed yet."), Tone.WAITING)
    rest = len(traces.loose) + len(traces.unheard)
    if rest:
        words = ngettext(
            "%(n)s comment or observation belongs to no matter yet.",
            "%(n)s comments and observations belong to no matter yet.",
            rest,
        )
        return Sentence(words % {"n": rest}, Tone.WAITING)
    return _of_matters(traces)


def _of_matters(traces: Traces) -> Sentence:
    waiting = [traced.chain.waits_for for traced in traces.matters]
    for gaps, words in _WORDS:
        if count := sum(gap in gaps for gap in waiting):
            return Sentence(words % {"n": count}, Tone.WAITING)
    if not traces.matters:
        return Sentence(_("Nothing was said of this seminar yet."), Tone.CALM)
    return Sentence(_("Everything that was said has been discussed and answered."), Tone.DONE)


# What waits for somebody's doing, the earliest step first.
_WORDS: tuple[tuple[frozenset[Gap], Any], ...] = (
    (
        frozenset({Gap.NOT_ON_AGENDA, Gap.MEETING_CANCELLED}),
        ngettext_lazy("%(n)s matter is on no agenda yet.", "%(n)s matters are on no agenda yet.", "n"),
    ),
    (
        frozenset({Gap.NOT_HELD}),
        ngettext_lazy("%(n)s matter waits for the meeting.", "%(n)s matters wait for the meeting.", "n"),
    ),
    (
        frozenset({Gap.NOT_ANSWERED, Gap.PARTLY_ANSWERED}),
        ngettext_lazy("%(n)s matter is not fully answered yet.", "%(n)s matters are not fully answered yet.", "n"),
    ),
    (
        frozenset({Gap.NO_REVISION, Gap.UNTOUCHED}),
        ngettext_lazy(
            "%(n)s matter was taken up without a change that can be found.",
            "%(n)s matters were taken up without a change that can be found.",
            "n",
        ),
    ),
)
