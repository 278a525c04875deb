"""A value with its parts and its source, and who may read it, as forms."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.engine import measure
from tejido.mechanisms.forms import PaperField

from ..names import OUTWARD, Kind, Part
from ..terms import Unread, read
from ..words import category_words, dimension_words, part_words, step_words
from .defining import amount_field, plain_text


class ValueForm(forms.Form):
    """A value of one period, its parts, and where it comes from."""

    def __init__(
        self, *args: Any, shown: Mapping[str, Any], is_correction: bool = False, has_file: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.shown = shown
        self._add("whole", _("Value"), is_needed=True)
        for dimension in shown["dimensions"]:
            for category in dimension["categories"]:
                words = f"{dimension_words(dimension['code'])}: {category_words(category)}"
                self._add(f"{dimension['code']}:{category['code']}", words)
        self.fields["source"] = forms.CharField(
            label=_("Source"), required=False, max_length=300, help_text=_("A record, a report, a register.")
        )
        self.fields["address"] = forms.URLField(
            label=_("Address"), required=False, max_length=500, assume_scheme="https"
        )
        self.fields["file"] = PaperField()
        if has_file:
            self.fields["keeps_file"] = forms.BooleanField(
                label=_("Keep the file that is there"), required=False, initial=True
            )
        self.fields["note"] = forms.CharField(
            label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
        )
        if is_correction:
            self.fields["because"] = forms.CharField(label=_("Why it is corrected"), max_length=300)
        self.fields["seen"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def _add(self, key: str, label: Any, *, is_needed: bool = False) -> None:
        match self.shown["kind"]:
            case Kind.YES_NO:
                choices = [("yes", _("Yes")), ("no", _("No"))]
                self.fields[key] = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
            case Kind.SCALE:
                steps = self.shown["steps"]
                places = [(str(place), step_words(steps, place)) for place in range(1, len(steps) + 1)]
                self.fields[key] = forms.ChoiceField(label=label, choices=places, widget=forms.RadioSelect)
            case Kind.SHARE:
                many, of = _("%(what)s: how many") % {"what": label}, _("%(what)s: of how many") % {"what": label}
                self.fields[key] = amount_field(many, is_needed=is_needed)
                self.fields[f"{key}/of"] = amount_field(of, is_needed=is_needed)
            case _number:
                self.fields[key] = amount_field(label, is_needed=is_needed)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        keys = [name for name in self.fields if name == "whole" or (":" in name and not name.endswith("/of"))]
        read_in = {key: found for key in keys if (found := self._read(key, values)) is not None}
        self.value = read_in.pop("whole", None)
        self.parts = read_in
        if self.value is not None and not self.errors:
            self._check()
        return values

    def _read(self, key: str, values: Mapping[str, Any]) -> measure.Value | None:
        first, second = values.get(key) or "", values.get(f"{key}/of") or ""
        if not first and not second:
            return None
        found = read(self.shown["kind"], self.shown["steps"], first, second)
        if isinstance(found, Unread):
            self.add_error(key, found.sentence)
            return None
        return found

    def _check(self) -> None:
        """What is wrong with the parts is said where they stand."""
        divisions = [
            measure.Dimension(each["code"], tuple(c["code"] for c in each["categories"]), each["exhaustive"])
            for each in self.shown["dimensions"]
        ]
        for problem in measure.problems(self.value, self.parts, divisions) if self.value else ():
            words = str(Part(problem.why.value).label) % {"where": part_words(self.shown, problem.where)}
            first = next((name for name in self.fields if name.startswith(f"{problem.where}:")), problem.where)
            self.add_error(first if first in self.fields else None, words)

    @property
    def entered(self) -> dict[str, Any]:
        names = ("source", "address", "file", "keeps_file", "note", "because", "seen")
        given = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return given | {"value": self.value, "parts": self.parts}


def typed(value: measure.Value) -> tuple[str, str]:
    """What a field shows of a value that stands: without marks between thousands, so that it is read as it was."""
    match value:
        case measure.Number(amount):
            return plain_text(amount), ""
        case measure.Share(part, whole):
            return plain_text(part), plain_text(whole)
        case measure.YesNo(holds):
            return ("yes" if holds else "no"), ""
    return str(value.place), ""


class ReleaseForm(forms.Form):
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
