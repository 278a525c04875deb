"""A sheet of values, read in a process of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_sheets
from tejido.web.bad_files import sentence
from tejido.web.uploads import SizedFile

from ..queries.sheets import COLUMNS, MOST_ROWS


class SheetForm(forms.Form):
    """A sheet as it was taken away; `rows` holds what was read from it, in a process of its own."""

    file = SizedFile(label=_("File"), help_text=_("An Excel workbook (.xlsx) or a CSV file, as it is taken away here."))

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        try:
            sheets = parse_sheets(given.read(), name=given.name)
        except BadFile as problem:
            raise forms.ValidationError(sentence(problem)) from problem
        needed = {"indicator", "period", "value"}
        found = next((sheet for sheet in sheets if needed <= {*sheet.header}), None)
        if found is None:
            raise forms.ValidationError(_("No sheet of this file has the columns indicator, period and value."))
        if len(found.rows) > MOST_ROWS:
            raise forms.ValidationError(_("The file has more than %(most)s rows.") % {"most": MOST_ROWS})
        kept = [column for column in COLUMNS if column in found.header]
        self.rows = [
            {"row": number} | {column: _cell(record[column]) for column in kept} for number, record in found.records()
        ]
        return given


def _cell(cell: Any) -> Any:
    """What JSON can hold as it is; days as texts."""
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)


class TakingForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    because = forms.CharField(
        label=_("Why values are corrected"), max_length=300, required=False,
        help_text=_("Needed where the file changes what stands. It is kept beside each former value."),
    )  # fmt: skip  # one field, read as one
