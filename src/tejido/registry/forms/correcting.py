"""The form by which a fact is put right: its fields as they stand, and the reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of

from ..names import Branch, Level, Status
from ..rules import CORRECTABLE
from .entering import day_field, is_in_bounds, sector_choices

_LABELS: Mapping[str, Any] = {
    "name": _("Name"),
    "title": _("Title of the seat"),
    "says": _("What the source says"),
    "status": _("Status"),
    "since": _("Since"),
    "until": _("Until"),
    "is_disputed": _("Other sources disagree"),
    "source": _("Source"),
    "branch": _("Branch"),
    "sector": _("Sector"),
    "level": _("Level"),
    "place": _("Place"),
    "place_name": _("Name of the place"),
}
_CHOICES: Mapping[str, Any] = {"status": Status.choices, "branch": Branch.choices, "level": Level.choices}
_MOST: Mapping[str, int] = {"name": 120, "title": 120, "place": 6, "place_name": 120}  # signs, as where it is entered
_NEEDED = frozenset({"name", "title"})
_TEXTS = frozenset({"name", "title", "says"})
_ELSEWHERE = frozenset({"languages", "successor"})  # acts and files of their own


def label_of(field: str) -> str:
    """What a field is called, for the history of corrections."""
    return str(_LABELS.get(field, field))


class CorrectionForm(forms.Form):
    """`changes` holds what was typed and differs from what stands there."""

    reason = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("It stays beside the old value, in the history.")
    )

    def __init__(self, data: Any, *, kind: str, row: Any, sectors: Sequence[Any]) -> None:
        super().__init__(data)
        self._row, self._sectors = row, {found.code: found for found in sectors}
        self._names = [name for name in CORRECTABLE[kind] if name not in _ELSEWHERE]
        for name in self._names:
            self._add(name, getattr(row, name))
        self.order_fields([*(field for field in self.fields if field != "reason"), "reason"])

    def _add(self, name: str, value: Any) -> None:
        label = _LABELS[name]
        if name in _TEXTS:
            for tag, _own in settings.LANGUAGES:
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})",
                    max_length=_MOST.get(name, 300),
                    required=False,
                    initial=value.get(tag, ""),
                )
            return
        self.fields[name] = self._field(name, label, value)
        self.fields[name].initial = self._initial(value)

    def _field(self, name: str, label: Any, value: Any) -> forms.Field:
        if name in _CHOICES:
            return forms.ChoiceField(label=label, choices=_CHOICES[name])
        if name == "sector":
            return forms.ChoiceField(label=label, choices=sector_choices([*self._sectors.values()]), required=False)
        if name == "is_disputed":
            return forms.BooleanField(label=label, required=False)
        if name in {"since", "until"}:
            is_needed = name == "since" and value is not None
            return (
                self._instant(label, is_needed=is_needed) if self._is_mandate else day_field(label, is_needed=is_needed)
            )
        most = _MOST.get(name, 300)
        return forms.CharField(label=label, max_length=most, required=name == "source" and bool(value))

    def clean(self) -> dict[str, Any]:
        """What people call a thing is never taken away."""
        values: dict[str, Any] = super().clean() or {}
        for name in _NEEDED.intersection(self._names):
            if getattr(self._row, name) and not any(
                values.get(f"{name}_{tag}", "_") for tag, _own in settings.LANGUAGES
            ):
                raise forms.ValidationError(_("Give the name in at least one language."))
        return values

    @property
    def _is_mandate(self) -> bool:
        return isinstance(self._row.since, datetime)

    @staticmethod
    def _instant(label: Any, *, is_needed: bool) -> forms.DateTimeField:
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        return forms.DateTimeField(
            label=label,
            widget=picker,
            required=is_needed,
            validators=[is_in_bounds],
            help_text=_("On the clocks of your own time zone."),
        )

    @staticmethod
    def _initial(value: Any) -> Any:
        if isinstance(value, datetime):
            return value.replace(second=0, microsecond=0)
        return value.code if hasattr(value, "code") else value

    @property
    def changes(self) -> dict[str, Any]:
        """Fields that nobody touched are left as they are, to the microsecond."""
        found: dict[str, Any] = {}
        for name in self._names:
            if name in _TEXTS:
                texts = {tag: self.cleaned_data[f"{name}_{tag}"].strip() for tag, _own in settings.LANGUAGES}
                kept = {tag: said for tag, said in getattr(self._row, name).items() if tag not in texts}
                found[name] = {**kept, **{tag: said for tag, said in texts.items() if said}}
            elif name in self.changed_data:
                value = self.cleaned_data[name]
                found[name] = self._sectors.get(value) if name == "sector" else value
        return {name: value for name, value in found.items() if getattr(self._row, name) != value}
