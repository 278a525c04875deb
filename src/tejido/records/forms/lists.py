"""A list to be signed, what is typed from it, and its scans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.listing import LONGEST_NAME, MOST, Fault, Line, faults_of, pasted, ticked
from tejido.formats.roster.words import SexWord
from tejido.presence.imports import Typed, read_numbers
from tejido.schools.names import Level
from tejido.web.uploads import SizedFile

from ..names import FAULTS, Sex
from .cohorts import DAY

EMPTY_ROWS = 10  # on a paper, for who comes besides


class ListForm(forms.Form):
    """A list of who is expected. `lines` are the persons that were pasted."""

    name = forms.CharField(
        label=_("What this list is for"), max_length=120,
        help_text=_("A place, a session, a group: it stands above the list."),
    )  # fmt: skip  # one field
    day = forms.DateField(
        label=_("Day of the completion"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=_("The last day of the session that is signed for."),
    )  # fmt: skip  # one field
    level = forms.ChoiceField(
        label=_("Level of all who are on it"), choices=[("", _("— not stated —")), *Level.choices], required=False
    )
    persons = forms.CharField(
        label=_("Who is expected"), required=False, max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_(
            "Copy the rows from Excel and paste them here: document, name, and institution and sex where you have them."
        ),
    )  # fmt: skip  # one field
    empty = forms.IntegerField(
        label=_("Empty rows"), min_value=0, max_value=MOST, initial=EMPTY_ROWS,
        help_text=_("For persons who are not expected and come."),
    )  # fmt: skip  # one field

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        self.lines = pasted(values.get("persons") or "")
        size = len(self.lines) + (values.get("empty") or 0)
        if not size and not self.errors:
            self.add_error("persons", _("Paste persons, or ask for empty rows."))
        if size > MOST:
            self.add_error("empty", _("A list holds up to %(most)s persons.") % {"most": MOST})
        return values


@dataclass(frozen=True, slots=True)
class Typing:
    """A row as the page shows it: its line, and what is wrong with it in words."""

    line: Line
    faults: tuple[str | Promise, ...] = ()


class SeenForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class LinesForm(SeenForm):
    """The rows of a paper as they are typed in, `d1` the document of the first, `n1` its name, and so on."""

    numbers = forms.CharField(
        label=_("Who completed, by their numbers"), required=False, max_length=2_000,
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
        help_text=_("Like 1-12, 14, 17. It ticks them; you can also tick each row below."),
    )  # fmt: skip  # one field

    def __init__(self, data: Any = None, *, lines: Sequence[Line], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.before = lines
        self.lines = list(lines) if data is None else [_typed(data, line.number) for line in lines]
        self.typed = Typed((), ())

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        self.typed = read_numbers(values.get("numbers") or "", [line.number for line in self.lines])
        if self.typed.wrong:
            said = ", ".join(f"“{each.typed}”: {each.fault.label}" for each in self.typed.wrong[:10])
            self.add_error("numbers", said)
        self.lines = ticked(self.lines, self.typed.numbers)
        return values

    @property
    def rows(self) -> list[Typing]:
        """The rows with what is wrong with those of them that are ticked."""
        faults: Mapping[int, Sequence[Fault]] = faults_of(self.lines)
        return [Typing(line, tuple(FAULTS[fault] for fault in faults.get(line.number, ()))) for line in self.lines]


def _typed(data: Any, number: int) -> Line:
    """A row of the form; what no list can hold is cut."""

    def said(name: str, most: int) -> str:
        return " ".join(str(data.get(f"{name}{number}", "")).split())[:most]

    sex = said("x", 12)
    line = Line(number, said("d", 40), said("n", LONGEST_NAME), said("i", LONGEST_NAME))
    is_known = sex in {str(each) for each in SexWord}
    return replace(
        line, sex=sex if is_known else "", done=bool(data.get(f"t{number}")), hours=said("h", 20), score=said("s", 20)
    )


class ScanForm(forms.Form):
    file = SizedFile(
        label=_("Scan or photograph"),
        help_text=_("A PDF, a JPEG or a PNG. It is sealed: only the seats of your institution read it."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )


SEXES = [("", _("— not stated —")), *Sex.choices]
