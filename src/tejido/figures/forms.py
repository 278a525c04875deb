"""What is counted, and what is shown to whom: parsed and cleaned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .lines import first_of
from .names import LEAST, MOST, OF_PERSON, OUTWARD, Audience, By
from .words import month_words

_GREATER = (LEAST, 10, 20, 50)
_USUAL = (By.SEX, By.CADRE, By.LEVEL, By.MONTH)
# What a member may tell others; by which school and in which course it is told last.
KEPT = (By.SEX, By.CADRE, By.LEVEL, By.MONTH, By.PROVINCE, By.INSTITUTION, By.COURSE, By.SCHOOL)


def _of_person() -> list[tuple[str, Any]]:
    return [("", "–"), *((by.value, by.label) for by in OF_PERSON)]


class CountForm(forms.Form):
    """The months, and by what persons are told apart, the most important first."""

    since = forms.ChoiceField(label=_("First month"))
    until = forms.ChoiceField(label=_("Last month"))
    least = forms.TypedChoiceField(
        label=_("Fewest persons of a group"), coerce=int, choices=[(n, str(n)) for n in _GREATER], initial=LEAST
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = _months_before(today)
        for name, place in (("since", _january(months)), ("until", 0)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
            field.choices = [(month, month_words(month)) for month in months]
            field.initial = months[place]
        for place in range(1, MOST + 1):
            self.fields[f"by{place}"] = forms.ChoiceField(
                label=_("Tell apart by") if place == 1 else _("then by (%(place)s)") % {"place": place},
                choices=_of_person, required=False, initial=_USUAL[place - 1].value if place <= len(_USUAL) else "",
            )  # fmt: skip  # one field

    @property
    def given(self) -> dict[str, Any]:
        """The values as the command takes them."""
        data = self.cleaned_data
        several = [data[f"by{place}"] for place in range(1, MOST + 1)]
        return {
            "since": first_of(data["since"]), "until": first_of(data["until"]), "threshold": data["least"],
            "dimensions": [by for by in several if by],
        }  # fmt: skip  # one act


def _months_before(today: date) -> list[str]:
    """The months of this year and the two before it that are over, the latest first."""
    found = [f"{year:04}-{month:02}" for year in range(today.year - 2, today.year + 1) for month in range(1, 13)]
    return [month for month in reversed(found) if first_of(month) < today.replace(day=1)]


def _january(months: Sequence[str]) -> int:
    """The place of the first month of the year of the latest one."""
    return int(months[0][5:]) - 1


class SeenForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ShowForm(forms.Form):
    """Of which year, to whom, told by what."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2200)
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)
    keep = forms.MultipleChoiceField(
        label=_("Told by"), choices=[(by.value, by.label) for by in KEPT], required=False,
        widget=forms.CheckboxSelectMultiple, initial=[by.value for by in _USUAL],
    )  # fmt: skip  # one field
    with_targets = forms.BooleanField(
        label=_("With the populations to train, and how far they were reached"), required=False
    )

    @property
    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        audience, keep = Audience(data["audience"]), [by.value for by in KEPT if by.value in data["keep"]]
        return {"year": data["year"], "audience": audience, "keep": keep, "with_targets": data["with_targets"]}


class PublishForm(ShowForm):
    """The same, of what was seen."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
