"""Passages, proposals and states of translation in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of
from tejido.engine.change import Span
from tejido.engine.document import Passage
from tejido.engine.translation import State as Standing
from tejido.formats.markdown import plain
from tejido.translation.words import state_words
from tejido.web.marking import marked

from .models import Proposal

LONGEST = 90  # letters of a passage in a list


def passage_choices(passages: Iterable[tuple[Text, Passage]], language: str) -> list[tuple[str, str]]:
    """Passages by their ids, as they begin."""
    found = []
    for text, passage in passages:
        words = plain(passage.text(language) or passage.text(text.negotiated_language))
        found.append((passage.id, words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"))
    return found


@dataclass(frozen=True, slots=True)
class ProposalShown:
    """A proposed wording against what the passage said then."""

    proposal: Proposal
    spans: Sequence[Span]


def proposals_shown(proposals: Iterable[Proposal]) -> list[ProposalShown]:
    return [ProposalShown(row, marked(_then(row), row.wording)) for row in proposals]


def _then(row: Proposal) -> str:
    return document_of(row.revision).passage(row.passage).text(row.language)


def standings_words(standings: Mapping[Standing, int] | None) -> list[str]:
    """How many passages stand how: "Reviewed: 3"."""
    return [f"{state_words(state)}: {count}" for state, count in (standings or {}).items()]
