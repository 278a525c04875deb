"""What is chosen on the page of the weekly letter."""

from django import forms

from .names import Day

NONE = "none"


class DayForm(forms.Form):
    day = forms.ChoiceField(choices=[(NONE, NONE), *((str(day.value), day.label) for day in Day)])

    @property
    def chosen(self) -> int | None:
        """The day of the week, 0 for Monday; None: no letters. Only of a valid form."""
        day = self.cleaned_data["day"]
        return None if day == NONE else int(day)
