"""Input of who was there."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..commands import Entry
from ..names import Presence
from .fields import Choices


class AttendanceForm(forms.Form):
    """One line for each party: how it took part, by whom it was represented, how many persons came."""

    def __init__(self, *args: Any, parties: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = parties
        for code, name in parties:
            others = [("", "—"), *((c, c) for c, _name in parties if c != code)]
            aria = {"aria-label": f"{name}: {_('attendance')}"}
            self.fields[f"presence_{code}"] = forms.ChoiceField(
                choices=[("", "—"), *Presence.choices], required=False, widget=forms.Select(attrs=aria)
            )
            by = {"aria-label": f"{name}: {_('represented by')}"}
            self.fields[f"by_{code}"] = forms.ChoiceField(choices=others, required=False, widget=forms.Select(attrs=by))
            count = {"aria-label": f"{name}: {_('persons')}", "class": "narrow-number"}
            self.fields[f"persons_{code}"] = forms.IntegerField(
                min_value=0, max_value=999, required=False, widget=forms.NumberInput(attrs=count)
            )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        for code, _name in self.parties:
            by = values.get(f"by_{code}")
            is_there = values.get(f"presence_{by}") == Presence.PRESENT
            if values.get(f"presence_{code}") == Presence.REPRESENTED and not is_there:
                self.add_error(f"by_{code}", _("Choose a party that is present."))
        return values

    @property
    def entries(self) -> list[Entry]:
        """The parties of which something was said."""
        values = self.cleaned_data
        return [
            Entry(code, values[f"presence_{code}"], values[f"by_{code}"], values[f"persons_{code}"] or 0)
            for code, _name in self.parties
            if values[f"presence_{code}"]
        ]

    def lines(self) -> list[tuple[str, str, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each party, for the table."""
        return [
            (code, name, self[f"presence_{code}"], self[f"by_{code}"], self[f"persons_{code}"])
            for code, name in self.parties
        ]


class RoomForm(forms.Form):
    present = forms.MultipleChoiceField(
        label=_("In the room for this item"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, parties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = parties  # type: ignore[attr-defined]  # a ChoiceField


class ArrivalForm(forms.Form):
    presence = forms.ChoiceField(
        label=_("Our party is"),
        choices=[c for c in Presence.choices if c[0] in {Presence.PRESENT, Presence.EXCUSED}],
        widget=forms.RadioSelect,
        initial=Presence.PRESENT,
    )
    persons = forms.IntegerField(label=_("How many persons"), min_value=1, max_value=999, initial=1)
