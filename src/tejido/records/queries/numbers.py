"""The numbers of words, and the registers of spaces."""

from collections.abc import Collection, Iterable

from tejido.registry.models import Body

from ..models import Register, Value

BATCH, COHORT, RESULT = "batch", "cohort", "result"


def words_of(kind: str, numbers: Iterable[int]) -> dict[int, str]:
    """The word of each number; 0 is the word that says nothing."""
    found = Value.objects.filter(kind=kind, pk__in={*numbers} - {0})
    return {0: "", **dict(found.values_list("pk", "word"))}


def numbers_of(kind: str, words: Collection[str]) -> dict[str, int]:
    """The numbers of those words that have one."""
    found = Value.objects.filter(kind=kind, word__in={*words} - {""})
    return {"": 0, **dict(found.values_list("word", "pk"))}


def registers_of(spaces: Collection[Body]) -> list[Register]:
    """The registers of those spaces that have records."""
    return list(Register.objects.filter(body__in=[space.key for space in spaces]))
