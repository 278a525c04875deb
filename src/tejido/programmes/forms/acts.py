"""Input of the other acts: status, releases, areas, the vocabulary, and what a reader looks for."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.names import TASKS, Audience
from tejido.registry.forms import NamedForm, partial_date
from tejido.risk.names import Factor

from ..names import AreaKind, Field, Standing, State, Use
from ..queries import Wanted
from ..rules import Plan
from .fields import WordsForm

NONE = ("", "—")


class StatusForm(WordsForm):
    """How an initiative stands from a day on, and why."""

    texts = (("reason", _("Why"), 1000, True),)
    state = forms.ChoiceField(label=_("How it stands"), choices=State.choices)
    since = partial_date(_("Since"))
    source = forms.CharField(
        label=_("Source"), max_length=300, required=False,
        help_text=_("A document or address where this can be read."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["state", "since"])


class StrikeForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300)


class PlanForm(forms.Form):
    """Who is to read which field. What is not shown yet is the member's own until it is chosen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, showings: Sequence[Any], seen: int, **kwargs: Any) -> None:
        now = {one.field: one.audience for one in showings}
        super().__init__(*args, **{**kwargs, "initial": {"seen": seen, **now}})
        for one in showings:
            self.fields[one.field] = forms.ChoiceField(label=one.field.label, choices=Audience.choices)
            if one.is_older:
                self.fields[f"{one.field}_anew"] = forms.BooleanField(label=_("Show the present words"), required=False)

    @property
    def plan(self) -> Plan:
        chosen = {name: value for name, value in self.cleaned_data.items() if name in Field.values}
        anew = [name for name in chosen if self.cleaned_data.get(f"{name}_anew")]
        return Plan({name: value for name, value in chosen.items() if value != Audience.OWN}, anew)


class AreaForm(NamedForm):
    """An area as the member calls it."""

    kind = forms.ChoiceField(label=_("Kind of area"), choices=AreaKind.choices)
    institution = forms.ChoiceField(label=_("Responsible institution"), required=False)
    field_order = ("kind",)

    def __init__(self, *args: Any, institutions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        given = dict(kwargs.pop("initial", None) or {})
        given |= {f"name_{tag}": words for tag, words in given.pop("name", {}).items()}
        super().__init__(*args, **{**kwargs, "initial": given})
        self.fields["institution"].choices = [NONE, *institutions]  # type: ignore[attr-defined]  # a ChoiceField


class AreaReleaseForm(forms.Form):
    audience = forms.ChoiceField(choices=[c for c in Audience.choices if c[0] != Audience.OWN])


class TermForm(NamedForm):
    """A new word of the vocabulary."""

    use = forms.ChoiceField(label=_("What it is for"), choices=Use.choices)
    field_order = ("use",)


class NamesForm(NamedForm):
    """What a term is called from now on."""

    def __init__(self, *args: Any, names: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {f"name_{tag}": words for tag, words in names.items()}})


class DecisionForm(forms.Form):
    """What becomes of a proposal; what is not taken in has a reason."""

    decision = forms.ChoiceField(choices=[(Standing.IN_USE, ""), (Standing.DECLINED, "")])
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("decision") == Standing.DECLINED and not values.get("reason"):
            self.add_error("reason", _("Say why it is not taken in."))
        return values

    @property
    def takes_in(self) -> bool:
        return bool(self.cleaned_data["decision"] == Standing.IN_USE)


_ALL = {
    "area": pgettext_lazy("of a filter by area", "All"), "task": pgettext_lazy("of a filter by task", "All"),
    "state": pgettext_lazy("of a filter by state", "All"),
}  # fmt: skip  # a table; many languages have a word for each gender


class WantedForm(forms.Form):
    """What a reader looks for. What is not understood narrows nothing."""

    words = forms.CharField(label=_("Words"), max_length=200, required=False)
    member = forms.ChoiceField(label=_("Member"), required=False)
    type = forms.ChoiceField(label=_("Type of initiative"), required=False)
    area = forms.ChoiceField(label=_("Area of government"), required=False)
    group = forms.ChoiceField(label=_("Target group"), required=False)
    task = forms.ChoiceField(label=_("Task"), required=False)
    factor = forms.ChoiceField(label=_("Risk factor"), required=False)
    state = forms.ChoiceField(label=_("How it stands"), required=False)
    unmarked = frozenset(Wanted.__dataclass_fields__)

    def __init__(self, *args: Any, members: Any, types: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "member": members, "type": types, "group": groups, "area": AreaKind.choices,
            "task": [(task.value, task.label) for task in TASKS], "state": State.choices,
            "factor": [(factor.value, f"{factor.value}. {factor.label}") for factor in Factor],
        }  # fmt: skip  # one table, read as one
        for name, choices in offered.items():
            self.fields[name].choices = [("", _ALL.get(name, pgettext_lazy("of a filter", "All"))), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
