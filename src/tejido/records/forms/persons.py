"""Whom somebody asks for, and who they are in truth."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.listing import LONGEST_NAME, identity_of

_LONGEST = 300  # signs: an account with the address of its system


class _DocumentField(forms.CharField):
    """A document as somebody writes it, cleaned as records compare it."""

    def __init__(self, **given: Any) -> None:
        super().__init__(max_length=_LONGEST, **given)

    def clean(self, value: Any) -> str:
        found = identity_of(super().clean(value))
        if not found:
            raise forms.ValidationError(_("This is no number of a document."))
        return found


_TYPED = {"autocomplete": "off"}


class PersonForm(forms.Form):
    document = _DocumentField(
        label=_("Document"), widget=forms.TextInput(attrs=_TYPED),
        help_text=_("As it stands in your lists. Another kind is written before it: passport: AB123456."),
    )  # fmt: skip  # one field


class CorrectionForm(forms.Form):
    document = _DocumentField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name as it is right"), max_length=LONGEST_NAME, widget=forms.TextInput(attrs=_TYPED)
    )
    becomes = _DocumentField(label=_("Document as it is right"), widget=forms.TextInput(attrs=_TYPED))
    joins = forms.BooleanField(
        label=_("Who stands under that document already is the same person"), required=False,
        help_text=_("Both are counted as one from then on."),
    )  # fmt: skip  # one field


class ErasureForm(forms.Form):
    document = _DocumentField(widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
