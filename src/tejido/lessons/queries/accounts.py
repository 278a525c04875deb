"""What participants and members are told: made of the trace, without anything that was not released."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tejido.engine.document import Document, Passage
from tejido.engine.survey import Limits
from tejido.engine.trace import Change, Step
from tejido.ledger.actors import Actor
from tejido.registry.queries import day_of
from tejido.seminars.models import Seminar
from tejido.seminars.names import UNTOLD, State
from tejido.seminars.queries import seminar_for
from tejido.web.instants import clocks

from ..models import Account
from .cases import CaseContext
from .lines import TextLine, teachings
from .traces import Traced, Traces


def account_data(context: CaseContext, traces: Traces) -> dict[str, Any]:
    """Plain values in every language. Of members' comments only how many; of a wording only what an edition says, or
    the text of a later seminar that was held. No participant's own words are in it."""
    seminar = context.seminar
    return {
        "seminar": _seminar(seminar),
        "is_demonstration": seminar.is_demonstration,
        "counts": _sums(traces.matters, len(traces.heard.observations)),
        "matters": [_matter(traced) for traced in traces.matters],
    }


def counts_of(matters: Sequence[Traced], observations: int) -> dict[str, int]:
    """How many observations there are, how many were discussed, and how many changed a text. One that belongs to
    several matters counts once."""

    def several(chosen: Sequence[Traced]) -> int:
        return len({row.key for traced in chosen for row in traced.line.observations})

    return {
        "observations": observations,
        "discussed": several([row for row in matters if row.chain.is_discussed]),
        "answered": several([row for row in matters if row.line.decision is not None]),
        "changed": several([row for row in matters if row.chain.has_changed_the_text]),
    }


def _sums(matters: Sequence[Traced], observations: int) -> dict[str, int | None]:
    """The counts as they may be told; empty where one number that is not told could be reckoned from them."""
    is_discussed = [row.chain.is_discussed for row in matters]
    has_changed = [row.chain.has_changed_the_text for row in matters]
    few = [_told(len(row.line.observations)) is None for row in matters]
    groups = ([True] * len(few), is_discussed, has_changed)
    untold = (
        sum(f for f, is_in in zip(few, group, strict=True) if is_in is side) for group in groups for side in _BOTH
    )
    if 1 in untold:
        return {}
    return {name: _told(count) for name, count in counts_of(matters, observations).items()}


_BOTH = True, False  # what a sum counts, and what it leaves out


def _seminar(seminar: Seminar) -> dict[str, Any]:
    return {
        "key": seminar.key,
        "titles": seminar.title,
        "cycle": seminar.cycle.title,
        "number": seminar.cycle.number or 0,
        "part": seminar.part,
        "place": seminar.place,
        "since": seminar.since,
        "until": seminar.until,
    }


def _matter(traced: Traced) -> dict[str, Any]:
    line, chain = traced.line, traced.chain
    decision = line.decision
    return {
        "number": line.matter.number,
        "titles": line.matter.title,
        "part": str(line.matter.part),
        "said": line.matter.said,
        "observations": _told(len(line.observations)),
        "comments": len(line.standing),
        "discussed": [day_of(item.meeting.starts_at, clocks(item.meeting.zone)).isoformat() for item in line.discussed],
        "outcome": str(decision.outcome) if decision else "",
        "reason": {decision.language: decision.reason} if decision else {},
        "changes": [_change(change, traced) for change in chain.changes],
        "edition": _edition(traced),
        "seminars": [_seminar(row) for row in traced.later if row.key in chain.at(Step.TAUGHT).links],
        "waits_for": str(chain.waits_for or ""),
        "end": str(chain.end or ""),
    }


def _told(observations: int) -> int | None:
    """How many observations; None where they are fewer than may be told of a group."""
    return observations if not observations or observations >= Limits().threshold else None


def _edition(traced: Traced) -> dict[str, Any] | None:
    links = traced.chain.at(Step.ADOPTED).links
    if traced.text is None or not links:
        return None
    return {"slug": traced.text.text.slug, "titles": traced.text.text.title, "number": int(links[0])}


def _change(change: Change, traced: Traced) -> dict[str, Any]:
    """Its wordings as they may be shown, decided for this change alone: nothing of a draft that nobody was taught."""
    text = traced.text
    assert text is not None  # noqa: S101  # what has changed is a passage of a text
    editions = [row.revision.number for row in text.editions.values()]
    after = _is_said(change, text, editions)
    is_shown = after or _is_said(change, text, _held(traced, text))
    return {
        "passage": change.passage,
        "address": text.address(change.passage),
        "public_address": text.edition_address(change.passage),
        "what": str(change.what),
        "is_shown": is_shown,
        "before": _texts(change.before) if is_shown else {},
        "after": _texts(change.after) if is_shown else {},
        "before_is_public": any(_says(document, change.passage, change.before) for document in _of(text, editions)),
        "after_is_public": after,
        "stands": change.stands,
    }


def _texts(passage: Passage | None) -> dict[str, str]:
    return dict(passage.texts) if passage is not None else {}


def _held(traced: Traced, text: TextLine) -> list[int]:
    """The revisions that later seminars taught, once they were held."""
    rows = [row for row in traced.later if row.state == State.HELD]
    found = (each.revision for each in teachings(rows, traced.line.matter.part, text.text))
    return [number for number in found if number is not None]


def _is_said(change: Change, text: TextLine, revisions: Iterable[int]) -> bool:
    """Whether one of these revisions, made with the change or after it, says just what it said."""
    since = [number for number in revisions if number >= change.made]
    return any(_says(document, change.passage, change.after) for document in _of(text, since))


def _of(text: TextLine, revisions: Container[int]) -> list[Document]:
    return [state.document for state in text.line.states if state.number in revisions]


def _says(document: Document, id: str, passage: Passage | None) -> bool:
    """Whether the passage stands there in these words; None: whether it stands there no more."""
    if passage is None:
        return id not in document
    return id in document and document.passage(id) == passage


@dataclass(frozen=True, slots=True)
class Told:
    """What was told, as a reader may see it."""

    account: Account
    seminar: Seminar

    @property
    def data(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.account.data
        return found


def public_parts(data: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the later seminars named in what was told that everybody may read of now. One query."""
    named = {row["key"] for matter in data["matters"] for row in matter["seminars"]}
    found = Seminar.objects.filter(key__in=named, is_public=True).exclude(state__in=UNTOLD)
    return frozenset(found.values_list("key", flat=True))


_ACCOUNT = "case__seminar__cycle", "case__seminar__host"


def accounts_of(context: CaseContext) -> list[Account]:
    """Everything that was told of an evaluation, the latest first, without the copies themselves."""
    found = Account.objects.filter(case=context.case) if context.case else Account.objects.none()
    return list(found.order_by("-number").defer("data"))


def standing_account(seminar: str) -> Account | None:
    """What is told now of this seminar, to whoever may read it: the last thing told, unless it was withdrawn."""
    last = Account.objects.filter(case__seminar=seminar).select_related(*_ACCOUNT).order_by("number").last()
    return last if last is not None and last.withdrawn_at is None else None


def told_to(actor: Actor, seminar: str, *, participates: bool) -> Told:
    """What is told now of a seminar, to a seat of the network, to a participant of the seminar, or to everybody where
    it was released to everybody. Account.DoesNotExist for others, as for an unknown key."""
    row = standing_account(seminar)
    if row is None or not (participates or row.is_public or not actor.is_public):
        raise Account.DoesNotExist
    if not actor.is_public:
        seminar_for(actor, seminar)  # an ObjectDoesNotExist for who may not know of it
    return Told(row, row.case.seminar)
