"""Input of what a meeting is to be, and of what is answered to an invitation."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import LocalInstant
from tejido.ledger.refusals import Refused
from tejido.people.forms import zones
from tejido.registry.forms import NamedForm
from tejido.web.languages import name_of

from ..commands import instant_from
from ..names import MeetingKind, Reply
from ..rules.meetings import Plan, ends_later
from .fields import Choices, area

_SECURE = _("An address that begins with https://.")
_VIDEO = URLValidator(schemes=["https"])


def _languages() -> list[tuple[str, str]]:
    return [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]


class TimesForm(forms.Form):
    """Beginning and end on the clocks of a zone. A time that the clocks skip or repeat is an error of its field."""

    starts = LocalInstant(label=_("Begins"))
    ends = LocalInstant(label=_("Ends"))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        zone = values.get("zone") or getattr(self, "zone", "")
        for name in ("starts", "ends"):
            if values.get(name) and zone:
                try:
                    values[f"{name}_at"] = instant_from(values[name], zone)
                except Refused as problem:
                    self.add_error(name, problem.refusal.sentence)
        if "starts_at" in values and "ends_at" in values:
            refusal = ends_later(values["starts_at"], values["ends_at"])
            if refusal is not None:
                self.add_error("ends", refusal.sentence)
        return values


class PlanForm(TimesForm):
    """Everything that is written down of a meeting before it is convened."""

    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind.choices)
    number = forms.IntegerField(
        label=_("Number"), min_value=1, max_value=9999, required=False, help_text=_("A number, a name, or both.")
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones, help_text=_("The clocks of the place."))
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    room_url = forms.URLField(
        label=_("Address of the video room"),
        max_length=300,
        required=False,
        validators=[_VIDEO],
        error_messages={"invalid": _SECURE},
        assume_scheme="https",
    )
    languages = forms.MultipleChoiceField(label=_("Working languages"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = _languages()  # type: ignore[attr-defined]  # a ChoiceField
        for tag, own in _languages():
            self.fields[f"name_{tag}"] = forms.CharField(
                label=_("Name (%(language)s)") % {"language": own}, max_length=200, required=False
            )
        self.order_fields(["kind", "number", *(f"name_{tag}" for tag, _own in _languages())])

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("number") is None and not any(self._names(values).values()):
            self.add_error("number", _("Give the meeting a number or a name."))
        return values

    def _names(self, values: dict[str, Any]) -> dict[str, str]:
        return {tag: values.get(f"name_{tag}", "").strip() for tag, _own in _languages()}

    @property
    def plan(self) -> Plan:
        values = self.cleaned_data
        same = ("kind", "number", "zone", "place", "room_url", "languages", "starts_at", "ends_at")
        return Plan(name=self._names(values), **{name: values[name] for name in same})


class ConvocationForm(forms.Form):
    words = area(_("Words of the convocation"), 5, required=False, help_text=_("Read by everybody who is invited."))
    with_observers = forms.BooleanField(label=_("Invite the observers too"), required=False)


class PostponementForm(TimesForm):
    """A new time, or none where it is not known yet: then both are left empty."""

    reason = area(_("Reason"))

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        for name, label in (("starts", _("New beginning")), ("ends", _("New end"))):
            self.fields[name].required = False
            self.fields[name].label = label
        self.fields["starts"].help_text = _("On the clocks of %(zone)s. Empty: no new date yet.") % {"zone": zone}

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if bool(values.get("starts")) != bool(values.get("ends")):
            self.add_error("ends", _("Give both the beginning and the end, or neither."))
        return values


class ReasonForm(forms.Form):
    reason = area(_("Reason"))


class ReplyForm(forms.Form):
    says = forms.ChoiceField(label=_("Your answer"), choices=Reply.choices, widget=forms.RadioSelect)
    represented_by = forms.ChoiceField(
        label=_("Seat that represents yours"), required=False, help_text=_("Only if you are represented.")
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, seats: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["represented_by"].choices = [("", "—"), *seats]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("says") == Reply.REPRESENTED and not values.get("represented_by"):
            self.add_error("represented_by", _("Choose the seat that represents yours. It must be invited too."))
        return values


class CommitteeForm(NamedForm):
    what = _("Name of the committee")
