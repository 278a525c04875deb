"""Input about certificates: parsed and cleaned here, judged by the rules."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.documents import Paper, number_of
from tejido.presence.names import Reason
from tejido.web.languages import name_of, typed
from tejido.web.uploads import SizedFile

PAPERS = (
    (Paper.NATIONAL, _("National identity document")),
    (Paper.PASSPORT, _("Passport")),
    (Paper.STAFF, _("Staff number")),
    (Paper.ACCOUNT, _("Account in a learning platform")),
)


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


class WordingForm(forms.Form):
    """What the certificates of a course say, in each language."""

    parts = (
        ("title", _("Title"), 120, forms.TextInput),
        ("words", _("What was learnt, in a sentence or two"), 400, forms.Textarea),
        ("signatory", _("Office that signs"), 160, forms.TextInput),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            for name, label, most, widget in self.parts:
                attrs = {"lang": tag, **({"rows": 3} if widget is forms.Textarea else {})}
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=most, required=False, widget=widget(attrs=attrs)
                )

    @property
    def given(self) -> dict[str, dict[str, str]]:
        """The parts by language, as the command takes them."""
        return {name: typed(self.cleaned_data, name) for name, _label, _most, _widget in self.parts}


class SeenForm(forms.Form):
    """The digest of what was read."""

    seen = forms.CharField(max_length=64)


class RevokeForm(forms.Form):
    reason = forms.ChoiceField(label=_("Reason"), choices=Reason.choices)
    words = forms.CharField(
        label=_("In a sentence"),
        max_length=400,
        help_text=_("The holder reads it; who checks the certificate does not."),
    )


class ReissueForm(forms.Form):
    words = forms.CharField(
        label=_("What was wrong, in a sentence"),
        max_length=400,
        help_text=_("The holder reads it; who checks the certificate does not."),
    )


class PersonForm(forms.Form):
    """A document as somebody typed it. It is sent in the body of a request, so that no address and no log has it."""

    paper = forms.ChoiceField(label=_("Kind of document"), choices=PAPERS)
    number = forms.CharField(
        label=_("Its number"), max_length=254, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Points, hyphens and blanks do not matter."),
    )  # fmt: skip  # one field

    def clean_number(self) -> str:
        paper = Paper(self.cleaned_data.get("paper", Paper.NATIONAL))
        number = number_of(self.cleaned_data["number"], paper)
        if not number:
            raise forms.ValidationError(_("This is no number of a document."))
        return number

    @property
    def document(self) -> str:
        """As records compare it."""
        return f"{self.cleaned_data['paper']}:{self.cleaned_data['number']}"
