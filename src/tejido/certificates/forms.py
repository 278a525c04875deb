"""Input about certificates: parsed and cleaned here, judged by the rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.web.uploads import SizedFile


class CheckForm(forms.Form):
    code = forms.CharField(
        label=_("Verification code"), max_length=60,
        help_text=_("Five groups of four signs; it stands on the certificate."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip  # one field


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name on the certificate that you were shown"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip  # one field


class FileForm(forms.Form):
    file = SizedFile(label=_("File of the credential (.json)"))
