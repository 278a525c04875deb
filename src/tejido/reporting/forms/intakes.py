"""A file with recommendations, and what its columns are."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_sheets
from tejido.web.bad_files import sentence
from tejido.web.languages import name_of
from tejido.web.uploads import SizedFile

from .. import rules
from ..names import DayOrder, Field, Mechanism


class HowForm(forms.Form):
    """How a file is read where it does not say it itself."""

    mechanism = forms.ChoiceField(
        label=_("Mechanism"), choices=Mechanism.choices, help_text=_("For rows that do not name theirs.")
    )
    language = forms.ChoiceField(
        label=_("Language of the texts"), choices=[(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]
    )
    days = forms.ChoiceField(
        label=_("How it writes days in figures"), choices=DayOrder.choices, initial=DayOrder.DAY_FIRST
    )


class IntakeForm(HowForm):
    """A workbook or a CSV file; `sheets` holds what was read from it, in a process of its own, `raw` its bytes."""

    field_order = ("file", "mechanism", "language", "days")
    file = SizedFile(
        label=_("File"),
        help_text=_(
            "An Excel workbook (.xlsx) or a CSV file with a row for each recommendation, columns in any order."
        ),
    )

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        self.raw = given.read()
        try:
            self.sheets = [sheet for sheet in parse_sheets(self.raw, name=given.name) if sheet.rows]
        except BadFile as problem:
            raise forms.ValidationError(sentence(problem)) from problem
        if not self.sheets:
            raise forms.ValidationError(_("There is no table with rows in this file."))
        if any(len(sheet.rows) > rules.MOST_ROWS for sheet in self.sheets):
            raise forms.ValidationError(
                _("The file has more than %(most)s rows. Divide it, and hand in one part at a time."),
                params={"most": rules.MOST_ROWS},
            )
        return given


class ReadingForm(HowForm):
    """What each heading is. No field is given to two of them."""

    def __init__(self, *args: Any, header: Sequence[str], fields: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = {f"h{place}": heading for place, heading in enumerate(dict.fromkeys(header))}
        choices = [("", _("— left out —")), *Field.choices]
        for name, heading in self.headings.items():
            self.fields[name] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=fields.get(heading, "")
            )
        self.unmarked = tuple(self.headings)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        seen: dict[str, str] = {}
        for name, heading in self.headings.items():
            what = values.get(name)
            if what and what in seen:
                said = {"heading": heading, "other": seen[what], "field": Field(what).label}
                self.add_error(name, _("“%(other)s” is “%(field)s” already.") % said)
            elif what:
                seen[what] = heading
        return values

    @property
    def chosen(self) -> dict[str, str]:
        return {heading: self.cleaned_data[name] for name, heading in self.headings.items()}

    @property
    def how(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in HowForm.base_fields}

    @property
    def columns(self) -> list[forms.BoundField]:
        return [self[name] for name in self.headings]

    @property
    def others(self) -> list[forms.BoundField]:
        return [self[name] for name in HowForm.base_fields]


class ConfirmForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
