"""What stands beside a passage and is derived: the facts of an activity in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tejido.engine.document import Passage

from .languages import base

METHODS: Mapping[str, str | Promise] = {
    "case": _("case study"),
    "discussion": _("discussion"),
    "exercise": _("exercise"),
    "simulation": _("simulation"),
    "visit": _("visit"),
}


def activity_facts(passage: Passage, language: str) -> str:
    """Minutes, method and group in the language of the text: "25 min · exercise"."""
    minutes, method, group = (passage.attribute(name) for name in ("minutes", "method", "group"))
    with override(base(language)):
        words = str(METHODS.get(method, method))
    return " · ".join(filter(None, (f"{minutes} min" if minutes else "", words, group)))
