"""Whom somebody asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.listing import identity_of


class PersonForm(forms.Form):
    document = forms.CharField(
        label=_("Document"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("As it stands in your lists. Another kind is written before it: passport: AB123456."),
    )  # fmt: skip  # one field

    def clean_document(self) -> str:
        found = identity_of(self.cleaned_data["document"])
        if not found:
            raise forms.ValidationError(_("This is no number of a document."))
        return found
