"""What is to be told to whom, in which table, and that it was told."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.forms import MEDIA as PAPERS
from tejido.mechanisms.forms import PaperField
from tejido.registry.forms.entering import day_field
from tejido.web.languages import name_of, typed

from ..names import Column, Destination, Format, Gap, Mechanism, Position, Scope, Status
from ..queries.recommendations import Choices
from ..terms import OFFERED
from .recommendations import Pairs, offer

_ANY = ("", pgettext_lazy("filter", "any"))
_ANY_POSITION = ("", pgettext_lazy("filter by position", "any"))
_LANGUAGES = [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]
FILTERS = ("mechanism", "status", "position", "gap", "cluster", "theme", "group", "target", "institution")
# What a file that was sent may be.
MEDIA = {
    **PAPERS,
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".json": "application/json",
}


class SelectionForm(forms.Form):
    """What is told: to whom, of which period, in which languages and table, and what it has."""

    name = forms.CharField(label=_("Name of the report"), max_length=160)
    destination = forms.ChoiceField(label=pgettext_lazy("a destination", "For"), choices=Destination.choices)
    since = day_field(_("Period from"), is_needed=False)
    until = day_field(_("Period until"), is_needed=False)
    due = day_field(
        _("Awaited until"),
        is_needed=False,
        help_text=_("The day on which the destination expects it. You are reminded."),
    )
    languages = forms.MultipleChoiceField(label=_("Languages"), choices=_LANGUAGES, widget=forms.CheckboxSelectMultiple)
    template = forms.ChoiceField(label=_("Table"))
    scope = forms.ChoiceField(label=_("Begin with"), choices=Scope.choices, initial=Scope.ALL, widget=forms.RadioSelect)
    mechanism = forms.ChoiceField(label=_("Mechanism"), required=False, choices=[_ANY, *Mechanism.choices])
    status = forms.ChoiceField(label=_("State of our work"), required=False, choices=[_ANY, *Status.choices])
    position = forms.ChoiceField(label=_("Position"), required=False, choices=[_ANY_POSITION, *Position.choices])
    gap = forms.ChoiceField(label=_("What lacks"), required=False, choices=[_ANY, *Gap.choices])
    cluster = forms.ChoiceField(label=_("Cluster"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    group = forms.ChoiceField(label=_("Affected group"), required=False)
    target = forms.ChoiceField(label=_("SDG target"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    unmarked = FILTERS

    def __init__(self, *args: Any, choices: Choices, tables: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["template"].choices = tables  # type: ignore[attr-defined]  # a ChoiceField
        offer(self, choices)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", _("This is before the beginning."))
        return values

    @property
    def saved(self) -> dict[str, Any]:
        """The values as the command takes them."""
        values = dict(self.cleaned_data)
        wanted = {name: values.pop(name, "") for name in ("scope", *FILTERS)}
        return {**values, "wanted": {name: value for name, value in wanted.items() if value}}


class PickForm(forms.Form):
    """Keys that were ticked, and whether they are put in, left out, or as the filter says."""

    keys = forms.MultipleChoiceField()
    how = forms.ChoiceField(choices=[("in", ""), ("out", ""), ("back", "")])

    def __init__(self, *args: Any, keys: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(key, key) for key in keys]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def is_out(self) -> bool | None:
        return {"in": False, "out": True}.get(self.cleaned_data["how"])


class ViewForm(forms.Form):
    """In which table and language a selection is looked at."""

    table = forms.ChoiceField(label=_("Table"))
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, tables: Pairs, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["table"].choices = tables  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["language"].choices = [(tag, name_of(tag)) for tag in languages]  # type: ignore[attr-defined]  # the same


class SentField(PaperField):
    """The file as it was sent, where somebody worked on it outside."""

    kept = MEDIA

    def __init__(self) -> None:
        super().__init__()
        self.label = _("The file as it was sent")
        self.help_text = format_lazy("{} {}", _("Only if you changed the file before you sent it."), self.help_text)


class TellForm(forms.Form):
    """That it was told. `seen` is the digest of the table that was looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    format = forms.ChoiceField(label=_("As a file of"), choices=Format.choices)
    told_on = day_field(_("Told on"))
    recipient = forms.CharField(
        label=_("To whom"), max_length=200, required=False, help_text=_("The office that received it.")
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    file = SentField()


class TemplateForm(forms.Form):
    """A table: which columns stand at which place, and what they are called where the usual word does not do."""

    name = forms.CharField(label=_("Name of the table"), max_length=120)

    def __init__(self, *args: Any, rows: str, columns: Sequence[Mapping[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = OFFERED[rows]
        places = {column["field"]: place for place, column in enumerate(columns, 1)}
        headings = {column["field"]: column.get("headings", {}) for column in columns}
        for column in self.offered:
            self.fields[f"p_{column}"] = forms.IntegerField(
                label=column.label, required=False, min_value=1, max_value=99, initial=places.get(column)
            )
            for tag, said in _LANGUAGES:
                self.fields[f"h_{column}_{tag}"] = forms.CharField(
                    label=said, required=False, max_length=80, initial=headings.get(column, {}).get(tag, "")
                )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(f"p_{column}") for column in self.offered):
            raise forms.ValidationError(_("Give at least one column a place."))
        return values

    @property
    def lines(self) -> list[tuple[Column, forms.BoundField, list[forms.BoundField]]]:
        """Each column with the field for its place and those for its headings."""
        return [
            (column, self[f"p_{column}"], [self[f"h_{column}_{tag}"] for tag, _said in _LANGUAGES])
            for column in self.offered
        ]

    @property
    def columns(self) -> list[dict[str, Any]]:
        """Those that have a place, by it; of one place in the usual order."""
        values = self.cleaned_data
        placed = [(values[f"p_{column}"], column) for column in self.offered if values.get(f"p_{column}")]
        return [
            {"field": str(column), "headings": self._headings(column)}
            for _place, column in sorted(placed, key=lambda pair: pair[0])
        ]

    def _headings(self, column: Column) -> dict[str, str]:
        return typed(self.cleaned_data, f"h_{column}")
