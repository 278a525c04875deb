"""A problem in somebody's words to the records that speak of it: those that hold every word or, where there are none,
those that hold some, the most of them first."""

from collections.abc import Sequence

from tejido.ledger.actors import Actor

from ..models import Entry
from ..terms import STEMMERS, prefix_of, terms_of, words_of
from .finding import LIMIT, NOTHING, Asked, filters, in_order
from .matching import Term, matching

SHORTEST = 4  # letters of a word that says something by itself


def sources_speaking_of(actor: Actor, words: str, kind: str, reader: str) -> list[str]:
    """The keys of the records of this kind that the actor may read, each once, the best first. Six queries at most."""
    asked = Asked(words, kind=kind, reader=reader)
    said = [match[0] for match in words_of(words) if prefix_of(match[0]) != NOTHING]
    if not said:
        return []
    narrowed, groups = filters(actor, asked), [_terms(word) for word in said]
    keys = matching([*groups, *narrowed], LIMIT)
    if not keys:
        some = {term for word in said if len(word) >= SHORTEST for term in _terms(word)}
        keys = matching([sorted(some, key=lambda term: term.word), *narrowed], LIMIT) if some else []
    return _sources(in_order(keys, said, asked))


def _terms(word: str) -> list[Term]:
    return sorted({Term(term) for language in STEMMERS for term in terms_of(word, language)}, key=lambda t: t.word)


def _sources(keys: Sequence[int]) -> list[str]:
    of = dict(Entry.objects.filter(pk__in=keys).values_list("pk", "source"))
    return list(dict.fromkeys(of[key] for key in keys if key in of))
