"""The way of a matter as a thread: every step with what is there and what lacks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tejido.engine.trace import Chain, Stage, Step
from tejido.meetings.words import title_of
from tejido.registry.queries import day_of
from tejido.seminars.words import seminar_title
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language

from ..queries.traces import Traced, Traces
from .codes import STEPS, gap_words, observations_words


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that is there, in words, and where it is; `note` says more of it."""

    words: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StageShown:
    """A step: "done", "part" where something of it lacks, "waits" where it may still come, "ended" where nothing is to
    come, or "later" where it depends on a step before."""

    step: str
    words: str
    state: str
    links: tuple[Link, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class ThreadShown:
    stages: tuple[StageShown, ...]
    end: str
    waits_for: str

    @property
    def reached(self) -> int:
        return sum(bool(stage.links) for stage in self.stages)


def thread(traced: Traced, traces: Traces) -> ThreadShown:
    chain = traced.chain
    made = _LINKS
    stages = tuple(
        StageShown(
            str(stage.step),
            str(STEPS[stage.step]),
            _state(stage, chain),
            tuple(made[stage.step](traced, traces, stage.links)),
            gap_words(stage.gap or ""),
        )
        for stage in chain.stages
    )
    return ThreadShown(stages, gap_words(chain.end or ""), gap_words(chain.waits_for or ""))


def _state(stage: Stage, chain: Chain) -> str:
    if stage.links:
        return "part" if stage.gap else "done"
    if stage.gap is not None and stage.gap.is_end:
        return "ended"
    if stage.gap is not None:
        return "waits"
    return "none" if chain.end else "later"


def _said(traced: Traced, _traces: Traces, links: Sequence[str]) -> list[Link]:
    line = traced.line
    if "raised" in links:
        return [Link(_("raised by the secretariat"))]
    found = [Link(observations_words(len(line.observations)))] if line.observations else []
    if line.lost:
        found.append(Link(_("%(n)s no longer kept") % {"n": line.lost}))
    return found + [
        Link(each.label, reverse("deliberation:comment", args=[each.comment.key])) for each in line.standing
    ]


def _discussed(traced: Traced, traces: Traces, _links: Sequence[str]) -> list[Link]:
    return [_item(item, traces) for item in traced.line.discussed]


def _item(item: Any, traces: Traces) -> Link:
    meeting = item.meeting
    day = date_format(day_of(meeting.starts_at, clocks(meeting.zone)), "DATE_FORMAT")
    said = [day]
    if meeting.key in traces.approvals:
        said.append(_("minutes approved"))
        said += [_("decision %(n)s") % {"n": row.number} for row in traces.decided.get(item.key, ())]
    else:
        said.append(_("minutes not approved yet"))
    return Link(title_of(meeting), reverse("meetings:item", args=[item.key]), " · ".join(said))


def _answered(traced: Traced, _traces: Traces, _links: Sequence[str]) -> list[Link]:
    found = []
    decision = traced.line.decision
    if decision is not None:
        found.append(Link(str(decision.get_outcome_display())))
    for each in traced.line.standing:
        if each.disposition is not None:
            words = f"{each.label}: {each.disposition.get_outcome_display()}"
            found.append(Link(words, reverse("deliberation:comment", args=[each.comment.key])))
    return found


def _changed(traced: Traced, _traces: Traces, links: Sequence[str]) -> list[Link]:
    text, taught = traced.text, traced.taught
    if text is None or taught is None:
        return []
    at = reverse("curriculum:changes", args=[text.text.slug])
    return [
        Link(
            _("revision %(number)s") % {"number": number},
            f"{at}?from={taught.number}&to={number}",
            text.revisions[int(number)].reason,
        )
        for number in links
    ]


def _adopted(traced: Traced, _traces: Traces, links: Sequence[str]) -> list[Link]:
    if traced.text is None:
        return []
    slug = traced.text.text.slug
    return [
        Link(
            _("edition %(number)s") % {"number": number},
            reverse("curriculum:edition", args=[slug, int(number)]),
            date_format(day_of(traced.text.editions[int(number)].sealed_at), "DATE_FORMAT"),
        )
        for number in links
    ]


def _taught(traced: Traced, _traces: Traces, links: Sequence[str]) -> list[Link]:
    return [
        Link(seminar_title(row), reverse("seminars:seminar", args=[row.key]), in_my_language(row.place))
        for row in traced.later
        if row.key in links
    ]


_LINKS: Mapping[Step, Callable[[Traced, Traces, Sequence[str]], list[Link]]] = {
    Step.SAID: _said,
    Step.DISCUSSED: _discussed,
    Step.ANSWERED: _answered,
    Step.CHANGED: _changed,
    Step.ADOPTED: _adopted,
    Step.TAUGHT: _taught,
}
