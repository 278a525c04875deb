"""How what comes of the places stands to what was wished. It is told, and changes nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .values import Candidate

FEMALE = "female"


class Advice(StrEnum):
    """What was wished and is not so."""

    FEW_WOMEN = "few_women"  # n of 100 are women, `wanted` were wished
    ONE_INSTITUTION = "one_institution"  # n persons of one member come from one institution
    NO_GRADE = "no_grade"  # nobody of a grade that was wished


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the call wishes: the least share of women in percent (0: nothing), persons of a member from different
    institutions, and grades of which somebody should come."""

    women: int = 0
    is_spread: bool = False
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """One piece of advice. `about` is a member's code or a grade, empty where it is about all."""

    advice: Advice
    about: str = ""
    n: int = 0
    wanted: int = 0


def balance(admitted: Iterable[Candidate], wishes: Wishes) -> tuple[Balance, ...]:
    """What to look at, of those who have or would have a place; nothing where there is nobody."""
    rows = list(admitted)
    if not rows:
        return ()
    return (*_of_women(rows, wishes), *_of_institutions(rows, wishes), *_of_grades(rows, wishes))


def _of_women(rows: list[Candidate], wishes: Wishes) -> Iterable[Balance]:
    women = sum(each.sex == FEMALE for each in rows)
    if women * 100 < wishes.women * len(rows):
        yield Balance(Advice.FEW_WOMEN, "", women * 100 // len(rows), wishes.women)


def _of_institutions(rows: list[Candidate], wishes: Wishes) -> Iterable[Balance]:
    counted = Counter((each.member, each.institution) for each in rows if wishes.is_spread and each.institution)
    for (member, _institution), n in sorted(counted.items()):
        if n > 1:
            yield Balance(Advice.ONE_INSTITUTION, member, n)


def _of_grades(rows: list[Candidate], wishes: Wishes) -> Iterable[Balance]:
    there = {each.grade for each in rows}
    for grade in wishes.grades:
        if grade not in there:
            yield Balance(Advice.NO_GRADE, grade)
