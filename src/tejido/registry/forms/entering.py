"""Input of the register. What people call a thing is asked in the languages of the interface; one of them is enough."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tejido.people.forms import zones
from tejido.web.dates import ends_before, span
from tejido.web.languages import base, in_my_language, name_of, typed

from .. import rules
from ..names import Branch, Level, MemberKind, Role, Status
from ..queries import EARLIEST, FIRST_DAY, LAST_DAY

_FIRST_STATUSES = frozenset({Status.MEMBER, Status.OBSERVER, Status.PARTNER})
CODE = RegexValidator(rf"^{rules.CODE}\Z", _("Two to twelve capital letters or digits."))


def source_field() -> forms.CharField:
    """Where it can be read: nothing is entered without."""
    return forms.CharField(
        label=_("Source"), max_length=300, help_text=_("A document or address where this can be read.")
    )


def is_in_bounds(value: date) -> None:
    """A day or an instant that clocks of every zone can show, and a slip of the hand seldom gives."""
    if not EARLIEST <= date(value.year, value.month, value.day) <= LAST_DAY:
        raise forms.ValidationError(_("Give a day between 1500 and 2199."))


def is_partial_date(value: str) -> None:
    """A year, a month or a day that is in the calendar."""
    if span(value) is None:
        raise forms.ValidationError(_("Write a year, a month or a day: 2013, 2013-06, 2013-06-14."))


def partial_date(label: Any, *, is_needed: bool = True, help_text: Any = None) -> forms.CharField:
    """A date as exact as its source."""
    help_text = help_text or _("As exact as the source: 2013, 2013-06 or 2013-06-14.")
    return forms.CharField(
        label=label, max_length=10, required=is_needed, validators=[is_partial_date], help_text=help_text
    )


def day_field(label: Any, *, is_needed: bool = True, help_text: Any = "") -> forms.DateField:
    """A calendar day, as the browser's own field gives it."""
    picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, widget=picker, required=is_needed, validators=[is_in_bounds], help_text=help_text
    )


class NamedForm(forms.Form):
    """A form that asks for a name in each language. `names` holds those that were given."""

    what = _("Name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            label = f"{self.what} ({name_of(tag)})"
            self.fields[f"name_{tag}"] = forms.CharField(label=label, max_length=120, required=False)
        self.unmarked = [f"name_{tag}" for tag, _name in settings.LANGUAGES]  # one of them is needed
        self.order_fields([*(self.field_order or ()), *self.unmarked])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(f"name_{tag}") for tag, _name in settings.LANGUAGES):
            self.add_error(f"name_{base(get_language() or 'es')}", _("Write it in at least one language."))
        return values

    @property
    def names(self) -> dict[str, str]:
        return typed(self.cleaned_data, "name")


class InOrder(forms.Form):
    """A form with a beginning, `since`, and an end, `until`, each as exact as its source: the end is no earlier."""

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if ends_before(values.get("until", ""), values.get("since", "")):
            self.add_error("until", _("This is before the beginning."))
        return values


class StandingForm(forms.Form):
    """What one source says of a member, from a day on."""

    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    since = day_field(_("Since"))
    until = day_field(_("Until"), is_needed=False, help_text=_("The first day on which it is not so any more."))
    source = source_field()
    is_disputed = forms.BooleanField(label=_("Other sources disagree"), required=False)


class MemberForm(NamedForm):
    """A member, an observer or a partner with the first thing that a source says of it."""

    code = forms.CharField(
        label=_("Code"), max_length=8, validators=[CODE], help_text=_("ISO 3166-1, two letters: PY, BR …")
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=MemberKind.choices, required=False)
    status = forms.ChoiceField(
        label=_("Status"), choices=[c for c in Status.choices if c[0] in _FIRST_STATUSES], required=False
    )
    since = day_field(_("Since"))
    source = source_field()

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or MemberKind.STATE

    def clean_status(self) -> str:
        return self.cleaned_data["status"] or Status.MEMBER


class InstitutionForm(NamedForm):
    code = forms.CharField(label=_("Code"), validators=[CODE], help_text=_("Short and lasting: MRE, JUS …"))
    branch = forms.ChoiceField(label=_("Branch"), choices=Branch.choices)
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, required=False)
    place = forms.CharField(
        label=_("Place"),
        max_length=6,
        required=False,
        help_text=_("For a subnational institution: the ISO 3166-2 code of its province or department, PY-7 …"),
    )
    place_name = forms.CharField(label=_("Name of the place"), max_length=120, required=False)
    since = day_field(_("Since"), is_needed=False, help_text=_("Leave it empty where nobody knows."))
    source = forms.CharField(label=_("Source"), max_length=300, required=False)

    def __init__(self, *args: Any, sectors: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sectors = {row.code: row for row in sectors}
        self.fields["sector"].choices = sector_choices(sectors)  # type: ignore[attr-defined]  # a ChoiceField

    def clean_level(self) -> str:
        return self.cleaned_data["level"] or Level.NATIONAL

    def clean_sector(self) -> Any:
        """The row of the vocabulary, None for none."""
        return self._sectors.get(self.cleaned_data["sector"])


def sector_choices(sectors: Sequence[Any]) -> list[tuple[str, str]]:
    return [("", "—"), *((row.code, in_my_language(row.name) or row.code) for row in sectors)]


class SectorForm(NamedForm):
    code = forms.CharField(label=_("Code"), validators=[CODE], help_text=_("Short and lasting: MRE, JUS …"))


class RenamingForm(NamedForm):
    what = _("New name")
    since = day_field(_("Valid from"))
    source = source_field()


class ClosingForm(forms.Form):
    """The end of an institution, and who goes on with its work."""

    until = day_field(_("Until"), help_text=_("The first day on which it is not there any more."))
    successor = forms.ChoiceField(label=_("Succeeded by"), required=False)
    source = source_field()

    def __init__(self, *args: Any, heirs: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heirs = {row.key: row for row in heirs}
        choices = [(row.key, in_my_language(row.name) or row.code) for row in heirs]
        self.fields["successor"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_successor(self) -> Any:
        return self._heirs.get(self.cleaned_data["successor"])


class SeatClosingForm(forms.Form):
    until = day_field(_("Until"), help_text=_("The first day on which there is no such seat any more."))


class DepartureForm(forms.Form):
    until = day_field(_("Until"), help_text=_("The first day on which it is no member any more."))
    source = source_field()


class DayForm(forms.Form):
    """The day for which the register is shown."""

    on = forms.DateField(label=_("As of"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(_("Choose a day between 1900 and 2199."))
        return day


class SeatForm(NamedForm):
    what = _("Title of the seat")
    role = forms.ChoiceField(label=_("What the seat is for"))

    def __init__(self, *args: Any, is_of_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = rules.MEMBER_ROLES if is_of_member else rules.NETWORK_ROLES
        self.fields["role"].choices = [c for c in Role.choices if c[0] in allowed]  # type: ignore[attr-defined]  # a ChoiceField


class AppointmentForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The invitation goes there. It works once, for seven days.")
    )
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("Seen only by the seats of the same member."))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
