"""Taking up what a newer text offers: all of it, some of it, with a person's word wherever the two sides clash."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ..change import merge
from ..document import Document, Passage
from .names import Aspect, How, Way
from .offering import Change, Clash, offer
from .placing import replaced, reverted


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done with one offered change. `clashes` says how each clash is settled, by its key; `texts` has the words
    that a person made of both sides, by language."""

    way: Way
    clashes: Mapping[str, How] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uptake:
    """The version afterwards, what it is now up to, and what is still offered.

    `base` is the newer text, but as it was before wherever a change was left for later: so the same changes are offered
    again, and a still newer text is offered on top of them.
    """

    document: Document
    base: Document
    taken: frozenset[str]
    declined: frozenset[str]
    outstanding: frozenset[str]


def take_up(base: Document, ours: Document, theirs: Document, choices: Mapping[str, Choice]) -> Uptake:
    """The version with what was chosen of `theirs`.

    Method: what is declined or left is put back in `theirs` as the base has it; where a clash is settled one side takes
    over what the other has; then the three-way merge joins the two, and its laws hold for the result. What has no
    choice, or a clash without its own, is left for later: nothing is taken and nothing overwritten in silence.
    Invariants: where nothing is chosen, the version and its base stay as they are; what is local stands in the result
    unless a choice of its own passage gave it away; afterwards exactly what was left is offered again, in words.
    """
    offered = {change.id: change for change in offer(base, ours, theirs).changes}
    later = {id for id, change in offered.items() if not is_settled(change, choices.get(id))}
    declined = {id for id in offered if id not in later and choices[id].way is Way.DECLINE}
    mine, yours = ours, reverted(theirs, base, later | declined)
    for id, change in offered.items():
        if id not in later and id not in declined:
            for clash in change.clashes:
                mine, yours = _settled(base, mine, yours, change, clash, choices[id])
    document, torn = _joined(base, mine, yours)
    later |= torn - declined
    taken = frozenset(offered) - later - declined
    return Uptake(document, reverted(theirs, base, later), taken, frozenset(declined), frozenset(later))


def is_settled(change: Change, choice: Choice | None) -> bool:
    """Whether a choice leaves nothing open: it declines, or it joins and says of every clash how. Words made of both
    sides are never empty."""
    if choice is None or choice.way is Way.LATER:
        return False
    if choice.way is Way.DECLINE:
        return True
    return all(_is_said(clash, choice) for clash in change.clashes)


def _is_said(clash: Clash, choice: Choice) -> bool:
    how = choice.clashes.get(clash.key)
    if how is How.COMBINE:
        return clash.aspect is Aspect.TEXT and bool(choice.texts.get(clash.name, "").strip())
    return how is not None


def _settled(
    base: Document, mine: Document, yours: Document, change: Change, clash: Clash, choice: Choice
) -> tuple[Document, Document]:
    """Both sides made alike in what they clashed about, or one of them put back to the base."""
    how = choice.clashes[clash.key]
    if clash.aspect is Aspect.PLACE:
        return _of_place(base, mine, yours, change.id, how)
    if clash.aspect is Aspect.PRESENCE:
        return _of_presence(base, mine, yours, change.id, how)
    one, other = mine.passage(change.id), yours.passage(change.id)
    if how is How.COMBINE:
        words = choice.texts[clash.name]
        one, other = one.with_text(clash.name, words), other.with_text(clash.name, words)
    elif how is How.TAKE:
        one = _like(one, other, clash)
    else:
        other = _like(other, one, clash)
    return _with(mine, one), _with(yours, other)


def _of_place(base: Document, mine: Document, yours: Document, id: str, how: How) -> tuple[Document, Document]:
    return (replaced(mine, base, {id}), yours) if how is How.TAKE else (mine, replaced(yours, base, {id}))


def _of_presence(base: Document, mine: Document, yours: Document, id: str, how: How) -> tuple[Document, Document]:
    """One side left the passage out and the other changed it: who gives way has it again as it was in the base, and the
    merge follows the other."""
    return (reverted(mine, base, {id}), yours) if how is How.TAKE else (mine, reverted(yours, base, {id}))


def _like(passage: Passage, other: Passage, clash: Clash) -> Passage:
    match clash.aspect:
        case Aspect.TEXT:
            return passage.with_text(clash.name, other.text(clash.name))
        case Aspect.FORM:
            return replace(passage, kind=other.kind, level=other.level)
        case _:
            attributes = {name: value for name, value in passage.attributes if name != clash.name}
            attributes |= {name: value for name, value in other.attributes if name == clash.name}
            return replace(passage, attributes=tuple(sorted(attributes.items())))


def _with(document: Document, passage: Passage) -> Document:
    return Document.of(passage if each.id == passage.id else each for each in document)


def _joined(base: Document, mine: Document, yours: Document) -> tuple[Document, frozenset[str]]:
    """The merge, and what could not be placed by it: these passages stay where the version has them, and their new
    place is left for later."""
    joined = merge(base, mine, yours)
    if not joined.conflicts:
        return joined.document, frozenset()
    places: Collection[str] = [passage.id for passage in yours if passage.id in base]
    still = replaced(yours, base, places)
    torn = frozenset(change.id for change in offer(base, mine, yours).changes if change.is_moved)
    return merge(base, mine, still).document, torn
