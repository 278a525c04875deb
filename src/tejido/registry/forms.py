"""Input of the register. What people call a thing is asked in the languages of the interface; one of them is enough."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tejido.people.forms import zones
from tejido.web.languages import name_of

from .names import Branch, Role, Status
from .rules import MEMBER_ROLES, NETWORK_ROLES

CODE = RegexValidator(r"^[A-Z0-9]{2,12}$", _("Two to twelve capital letters or digits."))


def source_field() -> forms.CharField:
    """Where it can be read: nothing is entered without."""
    return forms.CharField(
        label=_("Source"), max_length=300, help_text=_("A document or address where this can be read.")
    )


class NamedForm(forms.Form):
    """A form that asks for a name in each language. `names` holds those that were given."""

    what = _("Name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            label = f"{self.what} ({name_of(tag)})"
            self.fields[f"name_{tag}"] = forms.CharField(label=label, max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(f"name_{tag}") for tag, _name in settings.LANGUAGES):
            raise forms.ValidationError(_("Give the name in at least one language."))
        return values

    @property
    def names(self) -> dict[str, str]:
        found = {tag: self.cleaned_data.get(f"name_{tag}", "").strip() for tag, _name in settings.LANGUAGES}
        return {tag: name for tag, name in found.items() if name}


class StandingForm(forms.Form):
    """What one source says of a member, from a day on."""

    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    since = forms.DateField(label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}))
    source = source_field()
    is_disputed = forms.BooleanField(label=_("Other sources disagree"), required=False)


class MemberForm(NamedForm):
    """A member with the first thing that a source says of it."""

    code = forms.CharField(
        label=_("Code"), max_length=8, validators=[CODE], help_text=_("ISO 3166-1, two letters: PY, BR …")
    )
    since = forms.DateField(label=_("Member since"), widget=forms.DateInput(attrs={"type": "date"}))
    source = source_field()


class InstitutionForm(NamedForm):
    code = forms.CharField(label=_("Code"), validators=[CODE], help_text=_("Short and lasting: MRE, JUS …"))
    branch = forms.ChoiceField(label=_("Branch"), choices=Branch.choices)


class SeatForm(NamedForm):
    what = _("Title of the seat")
    role = forms.ChoiceField(label=_("What the seat is for"))

    def __init__(self, *args: Any, is_of_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = MEMBER_ROLES if is_of_member else NETWORK_ROLES
        self.fields["role"].choices = [c for c in Role.choices if c[0] in allowed]  # type: ignore[attr-defined]  # a ChoiceField


class AppointmentForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The invitation goes there. It works once, for seven days.")
    )
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("Seen only by the seats of the same member."))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
