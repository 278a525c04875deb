"""The targets of the Sustainable Development Goals, by their numbers (General Assembly resolution 70/1, and the list of
its targets as the Statistical Commission keeps it): 169 of them."""

# For each goal how many targets have numbers, and the letters of those on means of implementation.
_TARGETS = {
    1: (5, "ab"), 2: (5, "abc"), 3: (9, "abcd"), 4: (7, "abc"), 5: (6, "abc"), 6: (6, "ab"), 7: (3, "ab"),
    8: (10, "ab"), 9: (5, "abc"), 10: (7, "abc"), 11: (7, "abc"), 12: (8, "abc"), 13: (3, "ab"), 14: (7, "abc"),
    15: (9, "abc"), 16: (10, "ab"), 17: (19, ""),
}  # fmt: skip  # one table, read as one


def _targets() -> tuple[str, ...]:
    found = []
    for goal, (numbered, letters) in _TARGETS.items():
        found += [f"{goal}.{number}" for number in range(1, numbered + 1)]
        found += [f"{goal}.{letter}" for letter in letters]
    return tuple(found)


GOALS = tuple(str(goal) for goal in _TARGETS)
TARGETS = _targets()
CODES = frozenset((*GOALS, *TARGETS))  # what an initiative may name: a goal as a whole, or one of its targets
