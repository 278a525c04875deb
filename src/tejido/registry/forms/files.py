"""A file of the register, and the reason for what it changes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_sheets
from tejido.web.bad_files import sentence
from tejido.web.uploads import SizedFile

from .. import rules
from ..queries import named_after


class FileForm(forms.Form):
    """A workbook or a CSV file as it was exported; `sheets` holds what was read from it, in a process of its own."""

    file = SizedFile(label=_("File"), help_text=_("An Excel workbook (.xlsx) or a CSV file, as it is exported here."))

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        try:
            self.sheets = named_after(given.name, parse_sheets(given.read(), name=given.name))
        except BadFile as problem:
            raise forms.ValidationError(sentence(problem)) from problem
        if not self.sheets:
            raise forms.ValidationError(_("There is no table in this file."))
        if refusal := rules.may_be_handed_in(sum(len(sheet.rows) for sheet in self.sheets)):
            raise forms.ValidationError(refusal.sentence)
        return given


class ApplyingForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("It stays beside the old value, in the history.")
    )
