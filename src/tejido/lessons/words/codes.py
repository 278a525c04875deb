"""Traces in words: the steps, what lacks, what was decided."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from tejido.engine.trace import Gap, Step, What

Words = str | Promise

STEPS: Mapping[Step, Words] = {
    Step.SAID: pgettext_lazy("step of a trace", "Said"),
    Step.DISCUSSED: pgettext_lazy("step of a trace", "Discussed"),
    Step.ANSWERED: pgettext_lazy("step of a trace", "Answered"),
    Step.CHANGED: pgettext_lazy("step of a trace", "Text changed"),
    Step.ADOPTED: pgettext_lazy("step of a trace", "Adopted"),
    Step.TAUGHT: pgettext_lazy("step of a trace", "Taught again"),
}
GAPS: Mapping[Gap, Words] = {
    Gap.WITHDRAWN: gettext_lazy("What was said was withdrawn."),
    Gap.NOT_ON_AGENDA: gettext_lazy("Not discussed yet: it is on no agenda."),
    Gap.NOT_HELD: gettext_lazy("Not discussed yet: the meeting is still to come."),
    Gap.MEETING_CANCELLED: gettext_lazy("Not discussed: the meeting was cancelled."),
    Gap.NOT_ANSWERED: gettext_lazy("Not answered yet."),
    Gap.PARTLY_ANSWERED: gettext_lazy("Some of it is not answered yet."),
    Gap.NOT_TAKEN: gettext_lazy("Nothing changes: the answer gives the reason."),
    Gap.ELSEWHERE: gettext_lazy("Dealt with elsewhere: the answer says where."),
    Gap.NO_TEXT: gettext_lazy("It is about no text: the answer says what was done."),
    Gap.NO_REVISION: gettext_lazy("Taken up, but no revision is named that carries it."),
    Gap.UNTOUCHED: gettext_lazy("The revision that is named leaves these passages as they were."),
    Gap.NOT_ADOPTED: gettext_lazy("In no edition yet."),
    Gap.PROPOSED: gettext_lazy("Proposed for adoption, and not adopted yet."),
    Gap.LAPSED: gettext_lazy("It was proposed for adoption, and the procedure lapsed."),
    Gap.NO_LATER: gettext_lazy("No later seminar yet."),
    Gap.LATER_CANCELLED: gettext_lazy("The later seminar was cancelled."),
    Gap.NOTHING_CHOSEN: gettext_lazy("The next seminar has no state of this text yet."),
    Gap.OLDER_TAUGHT: gettext_lazy("The next seminar has an older state of the text."),
}
CHANGES: Mapping[What, Words] = {
    What.ADDED: pgettext_lazy("of a passage", "added"),
    What.CHANGED: pgettext_lazy("of a passage", "changed"),
    What.MOVED: pgettext_lazy("of a passage", "moved"),
    What.REMOVED: pgettext_lazy("of a passage", "removed"),
}


def observations_words(count: int | None) -> str:
    """None: fewer than may be told of a group."""
    if count is None:
        return _("fewer than five observations")
    return ngettext("%(n)s observation", "%(n)s observations", count) % {"n": count}


def comments_words(count: int) -> str:
    return ngettext("%(n)s comment", "%(n)s comments", count) % {"n": count}


def sum_words(counts: Mapping[str, int | None]) -> str:
    """ "31 observations of participants; discussed: 28; changed a text: fewer than five." None as above."""
    said = {"heard": _heard(counts["observations"]), "m": _few(counts["discussed"]), "k": _few(counts["changed"])}
    return _("%(heard)s; discussed: %(m)s; changed a text: %(k)s.") % said


def _heard(count: int | None) -> str:
    if count is None:
        return _("fewer than five observations of participants")
    return ngettext("%(n)s observation of participants", "%(n)s observations of participants", count) % {"n": count}


def _few(count: int | None) -> str:
    return _("fewer than five") if count is None else str(count)


def gap_words(code: str) -> str:
    return str(GAPS[Gap(code)]) if code else ""


def what_words(code: str) -> str:
    return str(CHANGES[What(code)])
