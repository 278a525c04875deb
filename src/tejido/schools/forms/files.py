"""A file of populations, read in a process of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_sheets
from tejido.web.bad_files import sentence
from tejido.web.uploads import SizedFile


class FileForm(forms.Form):
    """A workbook or a CSV file; `sheets` holds what was read from it."""

    file = SizedFile(
        label=_("File"), help_text=_("An Excel workbook (.xlsx) or a CSV file with the columns of the template.")
    )

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        try:
            self.sheets = parse_sheets(given.read(), name=given.name)
        except BadFile as problem:
            raise forms.ValidationError(sentence(problem)) from problem
        return given
