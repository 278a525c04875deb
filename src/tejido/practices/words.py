"""What is asked in each field, and codes in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.risk.names import Factor

from .lines import Content
from .names import Field, Grounds, Group, Magnitude, Theme, Told, labels

HELP: Mapping[str, Any] = {
    Field.TITLE: _("What was done, in one line."),
    Field.PROBLEM: _("What was so before. Others look for their own problem: say it as they would."),
    Field.DONE: _("Step by step, so that somebody else could begin."),
    Field.CONTEXT: _("Where and when, and what was particular there."),
    Field.EVIDENCE: _("By what one sees that it works, and what did not."),
    Field.COST: _("Money, time and people; who paid."),
    Field.CONDITIONS: _("What has to be there for it to work elsewhere, and where it would not."),
}
TOLD_HELP: Mapping[str, Any] = {
    Told.CHANGED: _("What you did otherwise than it was told."),
    Told.WHY: _("What was different with you."),
    Told.RESULT: _("What one sees of it by now. Leave it empty while nothing is seen."),
}


def facts_of(content: Content) -> dict[str, list[str]]:
    """What a practice says in codes, in words."""
    return {
        "groups": labels(Group, content["groups"]),
        "themes": labels(Theme, content["themes"]),
        "factors": labels(Factor, content["factors"]),
        "magnitude": labels(Magnitude, [content["magnitude"]]),
        "grounds": labels(Grounds, [content["grounds"]]),
    }
