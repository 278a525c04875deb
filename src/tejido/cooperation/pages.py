"""Parts of the pages of the South-South desk: matches with their reasons, and how a project stands and came about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.mechanisms.names import Stage, Topic
from tejido.practices.names import Theme
from tejido.registry.models import Member
from tejido.registry.names import Branch
from tejido.registry.queries import seats_by_office
from tejido.registry.words import seat_words
from tejido.risk.names import Factor
from tejido.web.components import Sentence, Tone, Words
from tejido.web.languages import in_my_language, name_in_mine

from .models import Posting, Talk
from .names import Act, Side, State, Why
from .queries import ProjectContext
from .rules.matching import Match, Reason


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A match in words: each reason, and what stands in the way. `project`: the key of what the two have led to, "" for
    nothing."""

    own: Posting
    other: Posting
    because: tuple[str, ...]
    but: tuple[str, ...]
    project: str


def matched(matches: Iterable[Match], projects: Mapping[frozenset[str], str]) -> list[MatchLine]:
    """`projects`: keys of projects by the keys of the offer and the request from which they were proposed."""
    return [
        MatchLine(
            match.own,
            match.other,
            tuple(reason_words(reason) for reason in match.reasons),
            tuple(str(hindrance.label) for hindrance in match.hindrances),
            projects.get(frozenset({match.own.key, match.other.key}), ""),
        )
        for match in matches
    ]


def reason_words(reason: Reason) -> str:
    return f"{reason.why.label}: {', '.join(_about(reason))}"


def _about(reason: Reason) -> Iterator[str]:
    for each in reason.about:
        match reason.why:
            case Why.LANGUAGE:
                yield name_in_mine(str(each))
            case Why.PRACTICE:
                yield in_my_language(dict(each))  # type: ignore[call-overload]  # titles by language
            case _:
                yield str(each)


def sides(rows: Sequence[Posting]) -> list[tuple[str, Words, list[Posting]]]:
    """Requests first: somebody waits for an answer to them."""
    labels = {Side.REQUEST: _("Requests"), Side.OFFER: _("Offers")}
    return [(side.value, label, [row for row in rows if row.side == side]) for side, label in labels.items()]


def posting_facts(row: Posting) -> list[tuple[str, str]]:
    """What a posting says by codes, in words; nothing where it says nothing."""
    told = (
        (_("Tasks of a mechanism"), [str(Topic(code).label) for code in row.tasks]),
        (_("Themes"), [str(Theme(code).label) for code in row.themes]),
        (_("Steps on the path"), [str(Stage(code).label) for code in row.stages]),
        (_("Risk factors"), [str(Factor(code).label) for code in row.factors]),
        (_("For which institutions"), [str(Branch(code).label) for code in row.branches]),
        (_("Languages"), [name_in_mine(tag) for tag in row.languages]),
        (_("Topics"), [in_my_language(row.words)] if row.words else []),
        (_("Contact"), [seat_words(row.contact)] if row.contact else []),
    )
    return [(str(label), ", ".join(words)) for label, words in told if words]


def sentence_of(context: ProjectContext) -> Sentence:
    """How the project stands, and what is still missing. Others read that it was completed."""
    if not context.is_party:
        return Sentence(_("Completed. Its members show what was delivered."), Tone.DONE)
    match context.project.state:
        case State.PROPOSED:
            return Sentence(_missing(context.lacking(context.latest)), Tone.WAITING)
        case State.AGREED:
            return _of_work(context)
        case State.COMPLETED:
            return Sentence(_("Completed: every member has confirmed the result."), Tone.DONE)
        case State.DECLINED:
            return Sentence(_("Not agreed: one side declined it."), Tone.CALM)
    return Sentence(_("Broken off by one side."), Tone.ALERT)


def _of_work(context: ProjectContext) -> Sentence:
    if context.agreed is not context.latest:
        waits = _missing(context.lacking(context.latest))
        return Sentence(_("Agreed. Other terms are proposed: %(waits)s") % {"waits": waits}, Tone.WAITING)
    if context.result is None:
        return Sentence(_("Agreed by every member. What was delivered is not written down yet."), Tone.CALM)
    names = _names(context.unconfirmed)
    return Sentence(_("A result is written down. Not confirmed yet by: %(who)s.") % {"who": names}, Tone.WAITING)


def _missing(members: Sequence[Member]) -> str:
    said = ngettext("%(who)s has still to accept.", "Still to accept: %(who)s.", len(members))
    return said % {"who": _names(members)}


def _names(members: Iterable[Member]) -> str:
    return ", ".join(in_my_language(member.name) for member in members)


@dataclass(frozen=True, slots=True)
class Past:
    """Something that was done in a project: what, by which office, and when."""

    what: str
    who: str
    at: datetime


def history_of(context: ProjectContext) -> list[Past]:
    """Everything that was done, the latest first. One query."""
    done = sorted(_done(context), key=lambda each: each[2], reverse=True)
    seats = seats_by_office({office for _what, office, _at in done})
    return [Past(str(what), seat_words(seats.get(office)) or office, at) for what, office, at in done]


def talks_of(context: ProjectContext) -> list[tuple[str, Talk]]:
    """What was said among the members, with the seat that said it. One query."""
    seats = seats_by_office({row.office for row in context.talks})
    return [(seat_words(seats.get(row.office)) or row.office, row) for row in context.talks]


def _done(context: ProjectContext) -> Iterator[tuple[Words, str, datetime]]:
    row = context.project
    for terms in context.terms:
        act = Act.PROJECT_PROPOSED if terms.number == 1 else Act.TERMS_PROPOSED
        yield _numbered(act.label, terms.number), terms.office, terms.at
    numbers = {terms.key: terms.number for terms in context.terms}
    for accepted in context.acceptances:
        yield _numbered(Act.TERMS_ACCEPTED.label, numbers[accepted.terms_id]), accepted.office, accepted.at
    for step in context.steps:
        yield Act.STEP_PLANNED.label, step.office, step.at
    for tie in context.meetings:
        yield Act.MEETING_TIED.label, tie.office, tie.at
    for result in context.results:
        yield _numbered(Act.RESULT_WRITTEN.label, result.number), result.office, result.at
    for confirmed in context.confirmations:
        yield Act.RESULT_CONFIRMED.label, confirmed.office, confirmed.at
    if row.ended_at:
        yield Act.PROJECT_ENDED.label, row.ended_by, row.ended_at


def _numbered(label: Words, number: int) -> str:
    return f"{label} ({number})"
