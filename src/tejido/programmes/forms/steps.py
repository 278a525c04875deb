"""An initiative is entered in four short steps. Each can be saved by itself and asks for a few fields; `given` holds
what the command takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.forms import PLACE, language_field
from tejido.mechanisms.names import TASKS, Grade, Rank
from tejido.registry.forms import InOrder, partial_date, source_field
from tejido.risk.names import Factor

from ..names import PLACED, Field, Level
from ..words import GLOSSES
from .fields import TAGS, GoalsField, LinesField, SeveralField, WordsForm

Choices = Sequence[tuple[str, Any]]
NONE = ("", "—")
GONE = pgettext_lazy("of a text", "A section that is not open here")
CODE = RegexValidator(r"^[\w./-]{1,24}\Z", _("Letters, digits, points, strokes and hyphens, 24 at most."))


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: keys with their words. Sections are grouped by their text."""

    types: Choices = ()
    groups: Choices = ()
    areas: Choices = ()
    institutions: Choices = ()
    sections: Choices = ()


class Step(WordsForm):
    """What every step has: the revision that the form was opened with."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, offered: Offered, values: Mapping[str, Any], seen: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen": seen, **self.as_initial(values)}, **kwargs)
        self.offer(offered)

    def as_initial(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return dict(values)

    def offer(self, offered: Offered) -> None:
        """Fills the lists of what can be chosen."""

    def _choose(self, name: str, choices: Choices, *, has_none: bool = True) -> None:
        self.fields[name].choices = [*([NONE] if has_none else []), *choices]  # type: ignore[attr-defined]  # a choice

    @property
    def given(self) -> dict[str, Any]:
        raise NotImplementedError


class WhatStep(Step):
    """What it is called, what it is about and for whom."""

    texts = (("title", Field.TITLE.label, 300, False), ("summary", Field.SUMMARY.label, 4000, True))
    unmarked = frozenset(f"title_{tag}" for tag in TAGS)  # one of them is needed
    type = forms.ChoiceField(label=Field.TYPE.label, required=False)
    groups = SeveralField(label=Field.GROUPS.label)
    code = forms.CharField(
        label=_("Own code"), max_length=24, required=False, validators=[CODE],
        help_text=_("For your files: rows are found by it. Others never see it."),
    )  # fmt: skip

    def offer(self, offered: Offered) -> None:
        self._choose("type", offered.types)
        self._choose("groups", offered.groups, has_none=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.said("title"):
            self.add_error(self.first_fields()[0].name, _("Give the title in at least one language."))
        return values

    @property
    def given(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {
            Field.TITLE: self.said("title"),
            Field.SUMMARY: self.said("summary"),
            Field.TYPE: values["type"],
            Field.GROUPS: values["groups"],
        }


class WhereStep(Step):
    """Who answers for it, where, and with whom."""

    institution = forms.ChoiceField(label=Field.INSTITUTION.label, required=False)
    area = forms.ChoiceField(label=Field.AREA.label, required=False)
    level = forms.ChoiceField(label=Field.LEVEL.label, choices=[NONE, *Level.choices], required=False)
    place = forms.CharField(
        label=_("Place"), validators=[PLACE], max_length=6, required=False,
        help_text=_("Its ISO 3166-2 code, for example PY-11. Only where the level is subnational or local."),
    )  # fmt: skip
    place_name = forms.CharField(label=_("Name of the place"), max_length=120, required=False)
    partners = LinesField(label=Field.PARTNERS.label)

    def as_initial(self, values: Mapping[str, Any]) -> dict[str, Any]:
        named = {name: (values.get(name) or {}).get("key", "") for name in ("institution", "area")}
        return {**named, **(values.get(Field.LEVEL) or {}), "partners": values.get(Field.PARTNERS)}

    def offer(self, offered: Offered) -> None:
        self._choose("institution", offered.institutions)
        self._choose("area", offered.areas)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("level") not in PLACED and (values.get("place") or values.get("place_name")):
            self.add_error("level", _("A place goes with the levels subnational and local alone."))
        return values

    @property
    def given(self) -> dict[str, Any]:
        values = self.cleaned_data
        level = {name: values[name] for name in ("level", "place", "place_name")} if values["level"] else {}
        return {
            Field.INSTITUTION: values["institution"],
            Field.AREA: values["area"],
            Field.LEVEL: level,
            Field.PARTNERS: values["partners"],
        }


class WhenStep(InOrder, Step):
    """From when to when, on which legal base, and what is said of money."""

    texts = (("budget", Field.BUDGET.label, 1000, True),)
    since = partial_date(_("Since"), is_needed=False)
    until = partial_date(_("Until"), is_needed=False)
    rank = forms.ChoiceField(
        label=_("Rank of the legal base"), choices=[NONE, *[c for c in Rank.choices if c[0] != Rank.NONE]],
        required=False,
    )  # fmt: skip
    legal_title = forms.CharField(label=_("Its title"), max_length=300, required=False)
    number = forms.CharField(label=_("Number"), max_length=60, required=False)
    language = language_field()
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["since", "until", "rank", "legal_title", "number", "language", "address"])

    def as_initial(self, values: Mapping[str, Any]) -> dict[str, Any]:
        legal = dict(values.get(Field.LEGAL) or {})
        legal["legal_title"] = legal.pop("title", "")
        return {**(values.get(Field.DATES) or {}), **legal, "budget": values.get(Field.BUDGET)}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean()
        if not values.get("rank") and (values.get("legal_title") or values.get("number") or values.get("address")):
            self.add_error("rank", _("Say of which rank the legal base is."))
        return values

    @property
    def given(self) -> dict[str, Any]:
        values = self.cleaned_data
        legal = {name: values[name] for name in ("rank", "number", "language", "address")}
        return {
            Field.DATES: {name: values[name] for name in ("since", "until")},
            Field.LEGAL: {**legal, "title": values["legal_title"]} if values["rank"] else {},
            Field.BUDGET: self.said("budget"),
        }


def _factors() -> Choices:
    """Each factor with our own sentence on it."""
    words = '<span>{}. {} <small class="quiet">{}</small></span>'
    return [(f.value, format_html(words, f.value, f.label, GLOSSES[f])) for f in Factor]


class LinksStep(Step):
    """What it serves: tasks, risk factors, goals, sections of the curriculum, recommendations."""

    tasks = SeveralField(label=Field.TASKS.label, choices=[(task.value, task.label) for task in TASKS])
    factors = SeveralField(label=Field.FACTORS.label, choices=_factors)
    goals = GoalsField(label=Field.GOALS.label)
    recommendations = LinesField(
        label=Field.RECOMMENDATIONS.label,
        help_text=_("One on each line, with the body and the number that it has there."),
    )

    def as_initial(self, values: Mapping[str, Any]) -> dict[str, Any]:
        links = [f"{one['text']}/{one['passage']}" for one in values.get(Field.PASSAGES) or ()]
        return {**values, "passages": links}

    def offer(self, offered: Offered) -> None:
        """The sections of each text in a list of their own; what was named and is offered no more stays in the last."""
        named: list[str] = self.initial["passages"]
        known = {key for _title, choices in offered.sections for key, _words in choices}
        gone = [
            (key, pgettext_lazy("of a text", "A section that is not open here")) for key in named if key not in known
        ]
        for number, (title, choices) in enumerate(
            [*offered.sections, *([(Field.PASSAGES.label, gone)] if gone else [])]
        ):
            keys = {key for key, _words in choices}
            self.fields[f"passages_{number}"] = SeveralField(
                label=title, choices=choices, initial=[key for key in named if key in keys]
            )

    def section_fields(self) -> list[forms.BoundField]:
        """The lists of sections, one for each text."""
        return [field for field in self.visible_fields() if field.name.startswith("passages_")]

    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in super().first_fields() if not field.name.startswith("passages_")]

    @property
    def given(self) -> dict[str, Any]:
        values = self.cleaned_data
        chosen = [key for field in self.section_fields() for key in values[field.name]]
        links = [key.split("/") for key in chosen]
        return {
            Field.TASKS: values["tasks"],
            Field.FACTORS: values["factors"],
            Field.GOALS: values["goals"],
            Field.RECOMMENDATIONS: values["recommendations"],
            Field.PASSAGES: [{"text": text, "passage": passage} for text, passage in links],
        }


STEPS: dict[str, tuple[Any, type[Step]]] = {
    "what": (_("What it is"), WhatStep),
    "where": (_("Who and where"), WhereStep),
    "when": (_("When and on what base"), WhenStep),
    "links": (_("What it serves"), LinksStep),
}


class ReportForm(WhatStep):
    """What the secretariat takes from a public source begins with the source."""

    source = source_field()
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    grade = forms.ChoiceField(label=_("How well it is known"), choices=[c for c in Grade.choices if c[0] != Grade.OWN])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["code"]
        self.order_fields(["source", "address", "grade", *self.fields])

    @property
    def reported(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("source", "address", "grade")}
