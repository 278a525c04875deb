"""States of a translation in words and signs."""

from django.utils.functional import Promise

from tejido.engine.translation import State

from .names import Standing

# The look of the badge; a state is always told by its words as well.
TONES = {
    State.MISSING: "alert",
    State.STALE: "waiting",
    State.MACHINE: "unknown",
    State.HUMAN: "",
    State.REVIEWED: "accent",
    State.CONCORDANT: "done",
    State.AUTHENTIC: "done",
}


def state_words(state: State) -> str | Promise:
    return Standing(state).label
