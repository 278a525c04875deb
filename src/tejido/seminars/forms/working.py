"""Input of what a seminar costs, what has to be done for it, and of copies."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tejido.registry.forms.entering import day_field
from tejido.web.languages import spread

from ..names import Anchor, Cover, Responsible
from ..rules import Duty, Money
from ..words import cycle_title
from .planning import Spoken

BEFORE, AFTER = "before", "after"


class BudgetForm(Spoken):
    """One line of the budget."""

    spoken = (("what", _("What it is for")),)
    amount = forms.DecimalField(label=_("Amount"), min_value=0, max_digits=11, decimal_places=2)
    currency = forms.CharField(
        label=_("Currency"),
        max_length=3,
        validators=[RegexValidator(r"^[A-Za-z]{3}\Z", _("Three letters: USD, EUR, PYG."))],
        help_text=_("Three letters: USD, EUR, PYG."),
    )
    cover = forms.ChoiceField(label=_("How it stands"), choices=Cover.choices)
    covered_by = forms.CharField(label=_("Who covers it, or was asked"), max_length=200, required=False)
    spent = forms.DecimalField(label=_("Spent"), min_value=0, max_digits=11, decimal_places=2, required=False)

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    @property
    def money(self) -> Money:
        names = ("amount", "currency", "cover", "covered_by", "spent")
        return Money(what=self.said("what"), **{name: self.cleaned_data[name] for name in names})


def budget_initial(line: Any) -> dict[str, Any]:
    names = ("amount", "currency", "cover", "covered_by", "spent")
    return {**{name: getattr(line, name) for name in names}, **spread("what", line.what)}


class DutyForm(Spoken):
    """A task: how many days before or after which day of the seminar."""

    spoken = (("what", _("What has to be done")),)
    days = forms.IntegerField(label=_("Days"), min_value=0, max_value=1000)
    side = forms.ChoiceField(label=_("Before or after"), choices=((BEFORE, _("before")), (AFTER, _("after"))))
    anchor = forms.ChoiceField(label=_("Counted from"), choices=Anchor.choices)
    responsible = forms.ChoiceField(label=_("Whose task it is"), choices=Responsible.choices)

    @property
    def duty(self) -> Duty:
        values = self.cleaned_data
        days = -values["days"] if values["side"] == BEFORE else values["days"]
        return Duty(self.said("what"), values["anchor"], days, values["responsible"])


def duty_initial(task: Any) -> dict[str, Any]:
    side = BEFORE if task.days <= 0 else AFTER
    same = {"anchor": task.anchor, "responsible": task.responsible}
    return {"days": abs(task.days), "side": side, **same, **spread("what", task.what)}


class DoneForm(forms.Form):
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class CopyForm(forms.Form):
    """Where the copy goes, and on which day it begins; everything else moves along."""

    cycle = forms.ChoiceField(label=_("Cycle"))
    part = forms.IntegerField(label=_("Part"), min_value=1, max_value=99)
    first = day_field(_("First day of the copy"), help_text=_("The last day moves along."))

    def __init__(self, *args: Any, cycles: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._cycles = {row.key: row for row in cycles}
        self.fields["cycle"].choices = [(row.key, cycle_title(row)) for row in cycles]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen(self) -> Any:
        return self._cycles[self.cleaned_data["cycle"]]


class CycleCopyForm(Spoken):
    """The new cycle, and the first day of its first part; the others keep their distance."""

    spoken = (("title", _("Title")),)
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=999, required=False)
    first = day_field(_("First day of the first part"), help_text=_("The other parts keep their distance from it."))


def days_between(since: str, first: date) -> int:
    """By how many days something is shifted that began on one day and shall begin on another."""
    return (first - date.fromisoformat(since)).days
