"""Why a file was not taken in, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tejido.engine.exchange import BadBundle, Unfit

from .names import Unsent, Why

_PLACES = dict.fromkeys(("where", "said", "known"), "–")


def told_of(unfit: Unfit) -> dict[str, str]:
    """The values of the sentence, as a row keeps them."""
    return {"where": unfit.where, "said": unfit.said, "known": unfit.known}


def sentence(code: str, told: Mapping[str, Any]) -> str:
    """What is wrong, where, and what to do."""
    return str(Why(code).label) % {**_PLACES, **{name: value for name, value in told.items() if value}}


def sentence_of(problem: BadBundle) -> str:
    return sentence(problem.code.value, {"where": problem.where})


def reason(code: str) -> str:
    """Why a bundle did not arrive: the other node said why, or nothing came of it."""
    if code in Unsent.values:
        return str(Unsent(code).label)
    if code in Why.values:
        return _("The node answers: %(said)s") % {"said": sentence(code, {})}
    return str(Unsent.REFUSED.label)
