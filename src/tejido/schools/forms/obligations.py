"""What makes a course mandatory."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.registry.forms import day_field, partial_date
from tejido.training.names import Officials

_MONTHS: dict[str, Any] = {"min_value": 1, "max_value": 600, "required": False}


class ObligationForm(forms.Form):
    """The norm, whom it obliges to what, how often, and from when on."""

    norm = forms.CharField(
        label=_("Norm"), max_length=300, help_text=_("A law, a decree, a resolution, a study plan, with its number.")
    )
    day = partial_date(_("Date of the norm"), is_needed=False)
    course = forms.ChoiceField(
        label=_("Course"), required=False, help_text=_("Leave it open where any course for these cadres counts.")
    )
    cadres = forms.MultipleChoiceField(
        label=_("Whom it obliges"), choices=Officials.choices, widget=forms.CheckboxSelectMultiple
    )
    every = forms.IntegerField(
        label=_("To be taken again after so many months"), help_text=_("Empty where it is taken once."), **_MONTHS
    )
    validity = forms.IntegerField(
        label=_("A completion counts for so many months"), help_text=_("Empty where it never expires."), **_MONTHS
    )
    credits = forms.DecimalField(
        label=_("Credits"), min_value=0, max_digits=6, decimal_places=2, required=False,
        help_text=_("As the career system counts them."),
    )  # fmt: skip  # one field
    since = day_field(_("Obliges since"))
    until = day_field(_("Until"), is_needed=False, help_text=_("The first day on which it is not so any more."))
    source = forms.CharField(
        label=_("Source"), max_length=300, required=False, help_text=_("A document or address where this can be read.")
    )
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, courses: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].choices = [("", _("Any course")), *courses]  # type: ignore[attr-defined]  # a choice

    @property
    def given(self) -> dict[str, Any]:
        """The values as the commands take them, the course by its key."""
        return dict(self.cleaned_data)


class FollowerForm(ObligationForm):
    """The norm that takes the place of another: what stands there is where it begins."""

    since = day_field(_("Takes its place on"))


class EndForm(forms.Form):
    until = day_field(_("Ends on"), help_text=_("The first day on which it is not so any more."))
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)
