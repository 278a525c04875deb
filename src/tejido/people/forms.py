"""Input about the person."""

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


def zones() -> list[tuple[str, str]]:
    """The named zones a person may choose: those of a place, not the abbreviations."""
    places = sorted(
        z for z in available_timezones() if "/" in z and not z.startswith(("Etc/", "SystemV/", "posix/", "right/"))
    )
    return [(zone, zone.replace("_", " ")) for zone in [*places, "UTC"]]


class PreferencesForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zones,
        help_text=_("Deadlines are always shown with their zone; this is the zone of your own clock."),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Twelve letters and digits, which whoever agreed tells you in person or by telephone."),
    )
