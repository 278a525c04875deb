"""Input of who was there."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..commands import Entry
from ..names import Presence
from .fields import Choices


class AttendanceForm(forms.Form):
    """One line for each party: how it took part, by whom it was represented, which of its seats and how many persons
    came."""

    def __init__(
        self,
        *args: Any,
        parties: Sequence[tuple[str, str]],
        seats: Mapping[str, Choices],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parties, names = parties, dict(parties)
        for code, name in parties:
            others = [("", "—"), *((c, its) for c, its in names.items() if c != code)]
            aria = {"aria-label": _("%(party)s: attendance") % {"party": name}}
            self.fields[f"presence_{code}"] = forms.ChoiceField(
                choices=[("", "—"), *Presence.choices], required=False, widget=forms.Select(attrs=aria)
            )
            by = {"aria-label": _("%(party)s: represented by") % {"party": name}}
            self.fields[f"by_{code}"] = forms.ChoiceField(choices=others, required=False, widget=forms.Select(attrs=by))
            count = {"aria-label": _("%(party)s: persons") % {"party": name}, "class": "narrow-number"}
            self.fields[f"persons_{code}"] = forms.IntegerField(
                min_value=0, max_value=999, required=False, widget=forms.NumberInput(attrs=count)
            )
            self.fields[f"seats_{code}"] = forms.MultipleChoiceField(
                label=_("Seats that came"),
                choices=seats.get(code, ()),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        for code, _name in self.parties:
            by = values.get(f"by_{code}")
            is_there = values.get(f"presence_{by}") == Presence.PRESENT
            if values.get(f"presence_{code}") == Presence.REPRESENTED and not is_there:
                self.add_error(f"by_{code}", _("Choose a party that is present."))
            if values.get(f"seats_{code}") and values.get(f"presence_{code}") not in {"", Presence.PRESENT}:
                self.add_error(f"seats_{code}", _("Seats came only where the party is present."))
        return values

    @property
    def entries(self) -> list[Entry]:
        """The parties of which something was said. A ticked seat says that the party is present, and is one person."""
        return [entry for code, _name in self.parties if (entry := self._entry(code)).presence]

    def _entry(self, code: str) -> Entry:
        said = {name: self.cleaned_data.get(f"{name}_{code}") for name in ("presence", "by", "persons", "seats")}
        seats = said["seats"] or ()
        presence = said["presence"] or (Presence.PRESENT if seats else "")
        return Entry(code, presence, said["by"] or "", max(said["persons"] or 0, len(seats)), seats)

    def lines(self) -> list[tuple[str, str, dict[str, forms.BoundField]]]:
        """The fields of each party, for the table."""
        names = ("presence", "by", "seats", "persons")
        return [(code, title, {name: self[f"{name}_{code}"] for name in names}) for code, title in self.parties]


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
