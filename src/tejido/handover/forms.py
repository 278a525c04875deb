"""Input of the hand-over."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import LocalInstant
from tejido.people.forms import zones

from .commands import Successor
from .names import Answer


class ReplacementForm(forms.Form):
    """When the mandate ends, and who follows. Without an address the seat is vacant afterwards."""

    ends_at = LocalInstant(
        label=_("The mandate ends"),
        required=False,
        help_text=_("Date and time on the clocks of the zone below. Empty: as soon as possible."),
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    email = forms.EmailField(
        label=_("Successor's e-mail address"),
        required=False,
        help_text=_("The invitation goes there. Empty: the seat stays vacant until somebody is named."),
    )
    name = forms.CharField(
        label=_("Successor's name"),
        max_length=120,
        required=False,
        help_text=_("Seen only by the seats of the same member."),
    )
    language = forms.ChoiceField(label=_("Successor's language"), choices=settings.LANGUAGES)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("email") and not values.get("name", "").strip():
            self.add_error("name", _("Give the name of whoever follows."))
        if values.get("name", "").strip() and not values.get("email") and "email" not in self.errors:
            self.add_error("email", _("Give the address of whoever follows."))
        return values

    @property
    def successor(self) -> Successor | None:
        values = self.cleaned_data
        if not values["email"]:
            return None
        return Successor(values["email"], values["name"], values["language"], values["zone"])


class NoteForm(forms.Form):
    markdown = forms.CharField(
        label=_("Note to whoever follows"),
        widget=forms.Textarea,
        max_length=20_000,
        help_text=_("Why we said what we said, who can be trusted with what, what is not written anywhere."),
    )


class MatterForm(forms.Form):
    """Words to one open matter (`code`), or a promise that no list knows."""

    code = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    words = forms.CharField(label=_("What was promised, and to whom"), widget=forms.Textarea, max_length=2000)
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("If there is a day."),
    )


class ResponseForm(forms.Form):
    code = forms.CharField(max_length=40, widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=Answer.choices)
    words = forms.CharField(widget=forms.Textarea, max_length=2000, required=False)
