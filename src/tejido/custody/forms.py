"""Input about what is kept in trust."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .names import KeyKind


class KeyForm(forms.Form):
    kind = forms.ChoiceField(label=_("What becomes of the old key"), choices=KeyKind.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("Needed where the key is revoked. Every seat of the network can read it."),
    )
