"""The steps of a file, as its pages show them."""

from django.utils.translation import gettext_lazy as _

from tejido.web.components import Words

from ..names import State

_STEPS = (_("What the columns are"), _("Check"), _("Look at what is new"), _("Enter"))
_AT = {State.GIVEN: 0, State.CHECKING: 1, State.CHECKED: 2, State.ENTERING: 3}


def steps_of(state: str) -> list[tuple[Words, str]]:
    """Each step, and whether it is done, is the one of now, or comes later."""
    now = _AT.get(State(state), len(_STEPS))
    return [(words, "reached" if at < now else "here" if at == now else "") for at, words in enumerate(_STEPS)]
