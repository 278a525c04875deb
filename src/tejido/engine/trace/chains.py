"""The way of a matter through discussion, answer, change, edition and the next seminar, and the way back."""

from collections.abc import Iterable, Mapping, Sequence

from .changes import changes
from .histories import History
from .values import Chain, Change, Gap, ItemState, Line, Matter, Stage, Step, Teaching


def chain(matter: Matter, line: Line | None, events: History, teachings: Sequence[Teaching]) -> Chain:
    """What became of a matter.

    `line` is the text that it is about, None where it is about no text; `events` is the history of the line;
    `teachings` are the seminars after the one it comes from. Laws: every step is told once, in order; what is there is
    never hidden by what lacks before it; one more link takes none away; and a change is in the chain exactly where
    `origins` leads back to it.
    """
    found = changes(matter, line, events) if line is not None else ()
    stages = (
        _said(matter),
        _discussed(matter),
        _answered(matter),
        _changed(matter, line, found),
        _adopted(line, found),
        _taught(line, found, teachings),
    )
    return Chain(matter.id, stages, found)


def origins(chains: Iterable[Chain]) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The matters for whose sake a passage changed in a revision: by the id of the passage and the number of the
    revision in which it was made."""
    found: dict[tuple[str, int], list[str]] = {}
    for each in chains:
        for change in each.changes:
            found.setdefault((change.passage, change.made), []).append(each.matter)
    return {place: tuple(matters) for place, matters in found.items()}


def _said(matter: Matter) -> Stage:
    """Where nobody commented or observed anything, who puts matters together has raised it."""
    links = tuple(comment.id for comment in matter.standing)
    if matter.observations:
        return Stage(Step.SAID, ("observations", *links))
    if not matter.comments:
        return Stage(Step.SAID, ("raised",))
    return Stage(Step.SAID, links, None if links else Gap.WITHDRAWN)


def _discussed(matter: Matter) -> Stage:
    held = tuple(item.id for item in matter.items if item.state is ItemState.HELD)
    return Stage(Step.DISCUSSED, held, None if held else _undiscussed(matter))


def _undiscussed(matter: Matter) -> Gap:
    if any(item.state is ItemState.AHEAD for item in matter.items):
        return Gap.NOT_HELD
    return Gap.MEETING_CANCELLED if matter.items else Gap.NOT_ON_AGENDA


def _answered(matter: Matter) -> Stage:
    """The matter's own outcome answers what participants observed, and what nobody said; a comment has its own
    answer."""
    answered = tuple(comment.id for comment in matter.standing if comment.verdict)
    links = (*answered, "outcome") if matter.outcome else answered
    needs_outcome = matter.observations > 0 or not matter.comments
    waits = len(matter.standing) > len(answered) or (needs_outcome and not matter.outcome)
    gap = (Gap.PARTLY_ANSWERED if links else Gap.NOT_ANSWERED) if waits else None
    return Stage(Step.ANSWERED, links, gap)


def _changed(matter: Matter, line: Line | None, found: Sequence[Change]) -> Stage:
    links = tuple(str(number) for number in sorted({change.made for change in found}))
    return Stage(Step.CHANGED, links, _unchanged(matter, line, found))


def _unchanged(matter: Matter, line: Line | None, found: Sequence[Change]) -> Gap | None:
    verdicts = [comment.verdict for comment in matter.standing if comment.verdict]
    verdicts += [matter.outcome.verdict] if matter.outcome else []
    if not any(verdict.is_taken for verdict in verdicts):
        return _refused(matter)
    if line is None:
        return Gap.NO_TEXT
    if not matter.carried:
        return Gap.NO_REVISION
    return None if found else Gap.UNTOUCHED


def _refused(matter: Matter) -> Gap | None:
    """Nothing was taken: said only once everything is answered."""
    if _answered(matter).gap is not None or not _said(matter).is_there:
        return None
    is_elsewhere = matter.outcome is not None and matter.outcome.verdict.value == Gap.ELSEWHERE.value
    return Gap.ELSEWHERE if is_elsewhere else Gap.NOT_TAKEN


def _adopted(line: Line | None, found: Sequence[Change]) -> Stage:
    """The first edition that holds a revision in which it was carried."""
    if line is None or not found:
        return Stage(Step.ADOPTED)
    first = min(change.made for change in found)
    editions = [str(number) for number, revision in sorted(line.editions) if revision >= first]
    return Stage(Step.ADOPTED, tuple(editions[:1]), None if editions else _unadopted(line, first))


def _unadopted(line: Line, first: int) -> Gap:
    if any(number >= first for number in line.proposed):
        return Gap.PROPOSED
    return Gap.LAPSED if any(number >= first for number in line.lapsed) else Gap.NOT_ADOPTED


def _taught(line: Line | None, found: Sequence[Change], teachings: Sequence[Teaching]) -> Stage:
    if line is None or not found:
        return Stage(Step.TAUGHT)
    first = min(change.made for change in found)
    coming = [each for each in teachings if not each.is_cancelled]
    links = tuple(each.id for each in coming if each.revision is not None and each.revision >= first)
    return Stage(Step.TAUGHT, links, None if links else _untaught(coming, teachings))


def _untaught(coming: Sequence[Teaching], all_of_them: Sequence[Teaching]) -> Gap:
    if not coming:
        return Gap.LATER_CANCELLED if all_of_them else Gap.NO_LATER
    return Gap.OLDER_TAUGHT if any(each.revision is not None for each in coming) else Gap.NOTHING_CHOSEN
