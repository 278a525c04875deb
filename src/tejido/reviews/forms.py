"""Input about reviews: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import PaperField, language_field
from tejido.registry.forms import NamedForm
from tejido.registry.forms.entering import day_field
from tejido.web.languages import name_of, typed

from .names import ANSWERS, OUTWARD, Scope

Choices = Sequence[tuple[str, str]]


def words_field(label: Any, *, is_needed: bool = True, rows: int = 4, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=is_needed, max_length=6000, widget=area, help_text=help_text)


def address_field() -> forms.URLField:
    return forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")


def choose(form: forms.Form, name: str, label: Any, choices: Choices, *, empty: Any = "—") -> None:
    """A field in which one of the choices may be taken; left out where there is none."""
    if choices:
        form.fields[name] = forms.ChoiceField(label=label, choices=[("", empty), *choices], required=False)


class ReviewForm(NamedForm):
    """What is reviewed, from when to when."""

    what = _("Title")
    since = day_field(_("Begins on"))
    until = day_field(_("To be finished by"), is_needed=False)

    def __init__(self, *args: Any, objects: Choices = (), earlier: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "object", _("What is reviewed"), objects, empty=_("The member’s prevention as a whole"))
        choose(self, "earlier", _("Begin with the questions of"), earlier)

    @property
    def entered(self) -> dict[str, Any]:
        return {"title": self.names, "since": self.cleaned_data["since"], "until": self.cleaned_data["until"]}

    @property
    def keys(self) -> dict[str, str]:
        """What it points at, by the kind of thing."""
        kind, _colon, key = self.cleaned_data.get("object", "").partition(":")
        chosen = {"area": "", "initiative": ""} | ({kind: key} if kind else {})
        return chosen | {"earlier": self.cleaned_data.get("earlier", "")}


class ByLanguageForm(forms.Form):
    """Words in the languages of the interface; one is enough."""

    label: Any = ""
    rows = 2

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            label = f"{self.label} ({name_of(tag)})"
            self.fields[f"words_{tag}"] = words_field(label, is_needed=False, rows=self.rows)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self._said(values):
            raise forms.ValidationError(_("Write it in at least one language."))
        return values

    def _said(self, values: Mapping[str, Any]) -> dict[str, str]:
        return typed(values, "words")

    @property
    def words(self) -> dict[str, str]:
        return self._said(self.cleaned_data)


class QuestionForm(ByLanguageForm):
    label = _("Question")


class SummaryForm(ByLanguageForm):
    label = _("Summary")
    rows = 5
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)


class FindingForm(forms.Form):
    """What was found, and what shows it. For a peer without links: it knows of nothing else."""

    question = forms.ChoiceField(label=_("On which question"), required=False)
    words = words_field(_("What was found"))
    language = language_field()
    evidence = words_field(_("What shows it"), is_needed=False, rows=2)
    address = address_field()
    file = PaperField()

    def __init__(
        self, *args: Any, questions: Choices, links: Mapping[str, Choices] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = [("", "—"), *questions]  # type: ignore[attr-defined]  # a ChoiceField
        labels = {"initiative": _("About which initiative"), "indicator": _("About which indicator")}
        for name, choices in (links or {}).items():
            choose(self, name, labels[name], choices)

    @property
    def keys(self) -> dict[str, str]:
        names = ("question", "initiative", "indicator")
        return {name: self.cleaned_data.get(name, "") for name in names if name in self.fields}

    @property
    def entered(self) -> dict[str, Any]:
        names = ("words", "language", "evidence", "address", "file")
        return {name: self.cleaned_data[name] for name in names}


class RecommendationForm(forms.Form):
    words = words_field(_("What should be done"))
    language = language_field()
    by = day_field(_("By when"), is_needed=False)

    def __init__(self, *args: Any, institutions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "institution", _("By which institution"), institutions)

    @property
    def entered(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("words", "language", "by")}

    @property
    def keys(self) -> dict[str, str]:
        return {"institution": self.cleaned_data.get("institution", "")}


class FollowUpForm(forms.Form):
    state = forms.ChoiceField(label=_("How it stands"), choices=ANSWERS)
    words = words_field(_("In words"), is_needed=False, rows=2)
    language = language_field()
    address = address_field()
    file = PaperField()


class InvitationForm(forms.Form):
    """Which seat of another member reads the review, and how much of it."""

    seat = forms.ChoiceField(label=_("Seat of another member"))
    scope = forms.ChoiceField(label=_("What it reads"), choices=Scope.choices, widget=forms.RadioSelect)
    words = words_field(_("What it is asked to look at"), is_needed=False, rows=2)

    def __init__(self, *args: Any, seats: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = seats  # type: ignore[attr-defined]  # a ChoiceField


class ClosingForm(forms.Form):
    next_on = day_field(_("The next review begins on"), is_needed=False, help_text=_("You are reminded of it."))
