"""Input of a risk analysis. The forms know what was typed and what they stand for: the cells of an analysis."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import language_field
from tejido.registry.forms import partial_date

from .names import Confidence, Credibility, Factor, Found, Nature, Readers, Reliability, Years
from .terms import CHOSEN, FRAME, OF_EVIDENCE, WRITTEN
from .words import FIELDS

LONG, SHORT = 6000, 300
_NOT_SAID = [("", _("not said"))]
_DAY = {"type": "date"}


def _text(name: str, help_text: Any = "", rows: int = 5) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=FIELDS[name], required=False, max_length=LONG, widget=area, help_text=help_text)


def _line(name: str, help_text: Any = "", *, is_needed: bool = False, most: int = SHORT) -> forms.CharField:
    return forms.CharField(label=FIELDS[name], required=is_needed, max_length=most, help_text=help_text)


def _choice(name: str, choices: Sequence[Any], *, is_needed: bool = False) -> forms.ChoiceField:
    shown = choices if is_needed else [*_NOT_SAID, *choices]
    return forms.ChoiceField(label=FIELDS[name], required=is_needed, choices=shown)


def _day(name: str, help_text: Any = "") -> forms.DateField:
    picker = forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    return forms.DateField(label=FIELDS[name], required=False, widget=picker, help_text=help_text)


class PassphraseForm(forms.Form):
    """A passphrase is typed twice where it is chosen. Browsers are asked not to keep it."""

    passphrase = forms.CharField(
        label=_("Passphrase of your member"),
        required=False,
        strip=True,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "Without one, whoever has the database and the key files of the node can read the analysis. With one, "
            "nobody can without it. It is kept nowhere: if it is forgotten, the analysis is lost, and nobody can help. "
            "At least 12 characters; several words are best. Tell it to the other seats by another way, never by mail."
        ),
    )
    again = forms.CharField(
        label=_("The same passphrase again"),
        required=False,
        strip=True,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("passphrase", "") != values.get("again", ""):
            self.add_error("again", _("The two passphrases differ."))
        return values


class FrameForm(forms.Form):
    title = _line("title", is_needed=True, most=200)
    scope = _text("scope", _("Which part of the country, which groups, since when."))
    follow_up = _day("follow_up", _("A day for yourselves. Nothing reminds you of it by mail."))
    told = _text("told", _("In words only. Nobody is written to."))
    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def changes(self) -> dict[str, Any]:
        return {name: _said(self.cleaned_data[name]) for name in FRAME}


class BeginForm(PassphraseForm):
    title = _line("title", is_needed=True, most=200)
    scope = _text("scope", _("Which part of the country, which groups, since when."))
    language = language_field()
    years = forms.ChoiceField(
        label=_("Kept for"),
        choices=Years.choices,
        initial=Years.THREE,
        help_text=_("Then it is destroyed with its key, by itself. You can set another last day later."),
    )
    field_order = ("title", "scope", "language", "years", "passphrase", "again")

    @property
    def cells(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "scope") if self.cleaned_data[name]}

    def ends_on(self, today: date) -> date:
        """The same day, that many years later; of a 29 February the first of March."""
        year = today.year + int(self.cleaned_data["years"])
        try:
            return today.replace(year=year)
        except ValueError:
            return date(year, 3, 1)


class OpenForm(forms.Form):
    passphrase = forms.CharField(
        label=_("Passphrase of your member"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class FactorForm(forms.Form):
    """What is said of one factor. `base` is the version that the page showed."""

    unmarked = (*CHOSEN, *WRITTEN)  # all of it may stay empty
    found = _choice("found", Found.choices)
    confidence = _choice("confidence", Confidence.choices)
    nature = _choice("nature", Nature.choices)
    words = _text("words")
    groups = _text("groups", rows=3)
    mitigating = _text("mitigating", rows=3)
    change = _text("change", rows=3)
    questions = _text("questions", rows=3)
    recommended = _text("recommended", rows=3)
    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def changes(self, factor: Factor) -> dict[str, Any]:
        return {f"{factor}.{name}": _said(self.cleaned_data[name]) for name in (*CHOSEN, *WRITTEN)}


class EvidenceForm(forms.Form):
    """One piece of evidence. `entry` is its id, where it stands already."""

    what = forms.CharField(label=FIELDS["what"], max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}))
    source = _line("source", _("Only as much as you need. Nobody who could be harmed by it belongs here by name."))
    day = partial_date(FIELDS["day"], is_needed=False)
    place = _line("place")
    reliability = _choice("reliability", Reliability.choices)
    credibility = _choice("credibility", Credibility.choices)
    entry = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def piece(self) -> dict[str, str]:
        return {name: _said(self.cleaned_data[name]) for name in OF_EVIDENCE if self.cleaned_data[name]}


class EntryForm(forms.Form):
    entry = forms.CharField(max_length=12)


class SeatForm(forms.Form):
    seat = forms.CharField(label=_("Seat"), max_length=12)


class LastDayForm(forms.Form):
    day = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d"))


class SummaryForm(forms.Form):
    """What of the analysis others will read: per factor a sentence of its own, or nothing."""

    unmarked = tuple(f"words_{factor}" for factor in Factor)
    title = _line("title", is_needed=True, most=200)
    introduction = forms.CharField(
        label=_("Introduction"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 4})
    )
    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for factor in Factor:
            self.fields[f"words_{factor}"] = forms.CharField(
                label=format_lazy("{}. {}", str(factor), factor.label),
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"found_{factor}"] = forms.BooleanField(label=_("with what was found"), required=False)
            self.fields[f"confidence_{factor}"] = forms.BooleanField(label=_("with how sure we are"), required=False)

    @property
    def lines(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [(self[f"words_{f}"], self[f"found_{f}"], self[f"confidence_{f}"]) for f in Factor]

    @property
    def changes(self) -> dict[str, Any]:
        values = self.cleaned_data
        changes: dict[str, Any] = {f"summary.{name}": values[name] for name in ("title", "introduction")}
        for factor in Factor:
            changes[f"summary.{factor}"] = _chosen(values, factor)
        return changes


def summary_initial(cells: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the form of the summary."""
    initial = {name: cells.get(f"summary.{name}", "") for name in ("title", "introduction")}
    for factor in Factor:
        for name, value in (cells.get(f"summary.{factor}") or {}).items():
            initial[f"{name}_{factor}"] = value
    return initial


def _chosen(values: Mapping[str, Any], factor: Factor) -> dict[str, Any] | None:
    words = _said(values[f"words_{factor}"])
    if not words:
        return None
    return {"words": words, "found": values[f"found_{factor}"], "confidence": values[f"confidence_{factor}"]}


class AskForm(forms.Form):
    """Who is to read the summary. `seen` is the digest of what the preview showed."""

    readers = forms.ChoiceField(label=_("Who gets it"), choices=Readers.choices, widget=forms.RadioSelect)
    codes = forms.MultipleChoiceField(
        label=_("Members"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for the second choice."),
    )
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = members  # type: ignore[attr-defined]  # a MultipleChoiceField


def _said(value: Any) -> str:
    """What was typed, with one kind of line end."""
    return value.isoformat() if isinstance(value, date) else str(value or "").replace("\r\n", "\n")
