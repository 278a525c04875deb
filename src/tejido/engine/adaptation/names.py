"""The codes of adapting a text. Pages put them in words."""

from enum import StrEnum


class State(StrEnum):
    """How a version treats a passage, or a section, of the text that it comes from."""

    VERBATIM = "verbatim"
    ADAPTED = "adapted"
    ADDED = "added"
    OMITTED = "omitted"
    REORDERED = "reordered"


class Aspect(StrEnum):
    """In what respect of a passage the two sides clash."""

    TEXT = "text"
    PRESENCE = "presence"
    FORM = "form"
    ATTRIBUTE = "attribute"
    PLACE = "place"


class Way(StrEnum):
    """What is done with one offered change."""

    JOIN = "join"
    LATER = "later"
    DECLINE = "decline"


class How(StrEnum):
    """How one clash is settled: by their words, by ours, or by words that a person made of both."""

    TAKE = "take"
    KEEP = "keep"
    COMBINE = "combine"
