"""Input about nominations and participants: parsed and cleaned here, judged by the rules."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of

from ..names import Kept

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from ..models import Needs, Nominee


def _languages() -> list[tuple[str, str]]:
    return [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]


def _moment(label: Any) -> forms.DateTimeField:
    """A day and a time on the clocks of the place, as the browser's own field gives them."""
    picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=picker, required=False)


class PrivacyForm(forms.Form):
    """What is published of a person, and what is not."""

    withheld = forms.MultipleChoiceField(
        label=_("Leave out of the list of participants"),
        choices=Kept.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    badge = forms.CharField(
        label=_("Name on the badge"),
        max_length=60,
        required=False,
        help_text=_("Leave it empty for the name under which you were nominated."),
    )
    shares_email = forms.BooleanField(label=_("The other participants may see my e-mail address"), required=False)


class NeedsForm(PrivacyForm):
    """What a participant tells: everything is optional, and only what helps is asked."""

    language = forms.ChoiceField(label=_("Language of letters to you"), choices=_languages)
    interpretation = forms.ChoiceField(
        label=_("Interpretation into"), choices=lambda: [("", _("Not needed")), *_languages()], required=False
    )
    access = forms.CharField(
        label=_("What you need to take part fully"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example a ramp, captions, a place to pray or to nurse, breaks."),
    )
    diet = forms.CharField(label=_("Food"), max_length=200, required=False)
    needs_visa = forms.BooleanField(label=_("I need a visa"), required=False)
    arrival = _moment(_("Arrival"))
    arrival_by = forms.CharField(label=_("Flight, bus or train of arrival"), max_length=120, required=False)
    departure = _moment(_("Departure"))
    departure_by = forms.CharField(label=_("Flight, bus or train of departure"), max_length=120, required=False)
    field_order = (
        "language", "interpretation", "access", "diet", "needs_visa", "arrival", "arrival_by", "departure",
        "departure_by", "withheld", "badge", "shares_email",
    )  # fmt: skip  # the order in which it is asked

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        arrival, departure = values.get("arrival"), values.get("departure")
        if arrival and departure and departure <= arrival:
            self.add_error("departure", _("The departure comes after the arrival."))
        return values

    @property
    def given(self) -> dict[str, Any]:
        """The values as the commands take them."""
        moments = {name: _written(self.cleaned_data[name]) for name in ("arrival", "departure")}
        return {**self.cleaned_data, **moments}


def _written(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


_OF_NEEDS = ("interpretation", "access", "diet", "needs_visa", "arrival_by", "departure_by")
_OF_PERSON = ("language", "withheld", "badge", "shares_email")


def needs_given(nominee: Nominee, needs: Needs) -> dict[str, Any]:
    """What was told before, as the form begins."""
    moments = {name: getattr(needs, name).replace(" ", "T") for name in ("arrival", "departure")}
    own = {name: getattr(nominee, name) for name in _OF_PERSON}
    return {**{name: getattr(needs, name) for name in _OF_NEEDS}, **moments, **own}


class AddressForm(forms.Form):
    """Where a new link is sent."""

    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))


class VisaForm(forms.Form):
    """What a consulate asks for. None of it is kept."""

    name = forms.CharField(label=_("Name as in the passport"), max_length=120)
    nationality = forms.CharField(label=_("Nationality"), max_length=60)
    passport = forms.CharField(label=_("Passport number"), max_length=30)
    born = forms.CharField(label=_("Date of birth"), max_length=30)
    consulate = forms.CharField(label=_("To which consulate"), max_length=200, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=_languages)
    ending = forms.ChoiceField(label=_("File"), choices=[("pdf", "PDF"), ("docx", "Word")])

    @property
    def told(self) -> dict[str, str]:
        """What stands on the paper."""
        return {name: self.cleaned_data[name] for name in ("name", "nationality", "passport", "born", "consulate")}
