"""How a version departs, as values that are kept and hashed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tejido.engine.adaptation import Departing, compare, section_digests, section_state
from tejido.engine.adaptation import State as Treated
from tejido.engine.document import Document, Passage, substance
from tejido.engine.proof import canonical_digest
from tejido.ledger.names import NETWORK
from tejido.registry.models import Body

from .names import Audience, State


@dataclass(frozen=True, slots=True)
class Told:
    """One departing passage with the digests of its two wordings; empty where there is none. `said` names what both say
    in the languages that are compared, blind to typography: a translation into another one leaves it as it is."""

    id: str
    state: str
    section: str
    is_moved: bool
    before: str
    after: str
    said: str = ""


@dataclass(frozen=True)
class Account:
    """How one revision of a version departs from what it was brought up to.

    `sizes` counts the passages of each section of the source; `digests` names what each of them said, so that a section
    that the source has since changed is known without reading it.
    """

    told: tuple[Told, ...]
    sizes: Mapping[str, int]
    digests: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Told, ...]]:
        found: dict[str, list[Told]] = {}
        for each in self.told:
            found.setdefault(each.section, []).append(each)
        return {section: tuple(several) for section, several in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Told]:
        return {each.id: each for each in self.told}

    def state(self, section: str, core: frozenset[str] = frozenset()) -> State:
        """How a section is treated; a departure from a core passage outweighs the rest, and a section that the source
        did not have then is not there yet."""
        several = self.by_section.get(section, ())
        if any(each.id in core for each in several):
            return State.DEROGATED
        if section not in self.sizes:
            return State.NONE
        return State(section_state(self.sizes[section], (Treated(each.state) for each in several)).value)

    def data(self) -> dict[str, Any]:
        told = [[t.id, t.state, t.section, t.is_moved, t.before, t.after, t.said] for t in self.told]
        return {"told": told, "sizes": dict(self.sizes), "digests": dict(self.digests)}


def account_from_data(data: Mapping[str, Any]) -> Account:
    return Account(tuple(Told(*each) for each in data["told"]), data["sizes"], data["digests"])


def account_of(base: Document, base_digests: list[str], version: Document, digests: list[str]) -> Account:
    """The account of a version against what it was brought up to; digests are those of the passages, in order."""
    survey = compare(base, version)
    languages = frozenset(base.languages) & frozenset(version.languages)
    told = tuple(_told(each, base, base_digests, version, digests, languages) for each in survey.departing)
    return Account(told, survey.sizes, section_digests(base, base_digests))


def _told(
    each: Departing,
    base: Document,
    before: list[str],
    version: Document,
    after: list[str],
    languages: frozenset[str],
) -> Told:
    was = before[base.index[each.id]] if each.id in base else ""
    now = after[version.index[each.id]] if each.id in version else ""
    old, new = _get(base, each.id), _get(version, each.id)
    return Told(each.id, each.state.value, each.section, each.is_moved, was, now, _said(old, new, languages))


def _get(document: Document, id: str) -> Passage | None:
    return document.passage(id) if id in document else None


def _said(before: Passage | None, after: Passage | None, languages: frozenset[str]) -> str:
    compared = [tag for tag in languages if before is None or before.text(tag)]
    data = [[substance(each, compared), each.level] if each else [] for each in (before, after)]
    return canonical_digest(data)


def is_said_anew(before: Passage, after: Passage) -> bool:
    """Whether a passage says something else than it did, in the languages that it had and has, blind to typography."""
    languages = frozenset(before.languages) & frozenset(after.languages)
    return not languages or substance(before, languages) != substance(after, languages)


def tree_of(body: Body, audience: str) -> str:
    """The ledger in which a showing stands: where those can know of it who see what is shown; while nobody outside
    does, that of the space."""
    if audience == Audience.MEMBER and body.member is not None:
        return f"member:{body.member.code}"
    return NETWORK if audience else str(body.tree)


def judged_on(several: Iterable[Told]) -> str:
    """The digest of what a reason is given for: what was done to these passages, from which words to which, in the
    languages that are compared."""
    data = [[t.id, t.state, t.is_moved, t.said] for t in several]
    return canonical_digest(data)
