"""Input about tokens."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .acts.areas import Area
from .names import LIFE, Scope

_DAYS = [
    (7, _("One week")), (30, _("30 days")), (LIFE.days, _("90 days")), (180, _("180 days")), (365, _("One year")),
]  # fmt: skip  # one list


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What it is for"),
        max_length=80,
        help_text=_("The program or the machine that will use it, so that you know later which one to revoke."),
    )
    scope = forms.ChoiceField(
        label=pgettext_lazy("token", "What it may do"),
        choices=Scope.choices,
        initial=Scope.READ,
        widget=forms.RadioSelect,
    )
    areas = forms.MultipleChoiceField(
        label=_("Only in these areas"),
        choices=Area.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none for all that your seat may see and do."),
    )
    days = forms.TypedChoiceField(label=_("Valid for"), choices=_DAYS, coerce=int, initial=LIFE.days)

    def values(self, at: datetime) -> dict[str, Any]:
        """What the command is asked for."""
        given = self.cleaned_data
        scope, areas = Scope(given["scope"]), given["areas"]
        return {"name": given["name"], "scope": scope, "areas": areas, "expires_at": at + timedelta(days=given["days"])}
