"""Who may stand already: a map that lets a long file go without asking the database for each of its persons."""

from array import array
from collections.abc import Sequence
from itertools import islice

from tejido.formats.roster.values import Coded

from ..models import Cohort, Completion
from .spaces import Locked

SLOTS = 1 << 25  # of a byte each; with a million persons one in thirty is asked for in vain
_AT_ONCE = 20_000  # rows that are read at once
_TWIST = 0x9E3779B1  # sets the courses of a person apart


class Known:
    """The persons of a space by course, as marks in a map: who is not in it does not stand. It holds as long as nobody
    else has had the lock of the register: `turn` counts that."""

    def __init__(self, locked: Locked) -> None:
        self._map = bytearray(SLOTS)
        self.turn = locked.register.turn
        stand = Completion.objects.filter(member_no=locked.member_no, space_no=locked.space_no)
        rows = stand.values_list("course_no", "person").iterator(chunk_size=_AT_ONCE)
        while part := [*islice(rows, _AT_ONCE)]:
            self.met([bytes(person) for _, person in part], Coded.of(course for course, _ in part))

    def met(self, persons: Sequence[bytes], courses: Coded) -> list[int]:
        """The places of those who may have been met already, here or before; from now on all of these have."""
        seen, found = self._map, []
        for at, slot in enumerate(_slots(persons, courses)):
            if seen[slot]:
                found.append(at)
            else:
                seen[slot] = 1
        return found


def _slots(persons: Sequence[bytes], courses: Coded) -> list[int]:
    heads = array("I", b"".join(persons))[::4]  # the first four bytes of sixteen
    twists = [course * _TWIST % SLOTS for course in courses.words]
    if len(twists) == 1:
        (twist,) = twists
        return [(head ^ twist) & SLOTS - 1 for head in heads]
    return [(head ^ twists[place]) & SLOTS - 1 for head, place in zip(heads, courses.places, strict=True)]


def known_for(locked: Locked, rows: int | None) -> Known | None:
    """A map for a file of so many rows, where it costs less to make one than to ask for each of its persons."""
    stand = sum(Cohort.objects.filter(space=locked.body).values_list("size", flat=True))
    return Known(locked) if rows is not None and stand <= 2 * rows else None
