"""Input about practices: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.forms import PaperField, language_field
from tejido.mechanisms.names import OUTWARD
from tejido.risk.names import Factor
from tejido.web.languages import name_of

from .names import Field, Grounds, Group, Magnitude, Outcome, Recommendation, Status, Theme, Told
from .words import HELP, TOLD_HELP

LONGEST = 8000  # signs of a field
LONGEST_TITLE = 160
LONGEST_REMARK = 3000


def _words(field: Field) -> forms.CharField:
    label, help_text = field.label, HELP[field]
    if field == Field.TITLE:
        return forms.CharField(label=label, help_text=help_text, max_length=LONGEST_TITLE, required=False)
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, required=False, widget=area)


class WordsForm(forms.Form):
    """All fields of a practice in one language. `seen` tells what stood there when they were opened."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in Field:
            self.fields[field.value] = _words(field)

    @property
    def words(self) -> dict[str, str]:
        return {field.value: self.cleaned_data[field.value] for field in Field}


def _several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


def _codes(choices: Any) -> list[tuple[str, Any]]:
    return [("", _("Not said")), *choices]


def _own_initiative() -> forms.ChoiceField:
    """Its choices are the initiatives of whoever opens the form."""
    return forms.ChoiceField(
        label=_("Our own initiative"),
        help_text=_("Others see the link only where your member shows them the initiative."),
        required=False,
    )


class FactsForm(forms.Form):
    contact = forms.ChoiceField(
        label=_("The seat that answers for it"),
        help_text=_("An office, never a person. Letters reach whoever holds it; nobody learns an address."),
        required=False,
    )
    magnitude = forms.ChoiceField(label=_("Order of the cost"), choices=_codes(Magnitude.choices), required=False)
    grounds = forms.ChoiceField(label=_("What is known by"), choices=_codes(Grounds.choices), required=False)
    initiative = _own_initiative()
    groups = _several(_("For whom"), Group.choices)
    themes = _several(_("Themes"), Theme.choices)
    factors = _several(_("Risk factors that it works on"), Factor.choices)

    def __init__(
        self, *args: Any, seats: Sequence[tuple[str, str]], initiatives: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["initiative"].choices = [("", _("Not said")), *initiatives]  # type: ignore[attr-defined]
        self.fields["contact"].choices = [("", _("Not chosen yet")), *seats]  # type: ignore[attr-defined]


class ProofForm(forms.Form):
    """A piece of evidence. It leads somewhere: to an address or to a file."""

    words = forms.CharField(label=_("What it is"), max_length=300)
    language = language_field()
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    file = PaperField()

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not values.get("address") and not values.get("file"):
            self.add_error("address", _("Give an address or a file."))
        return values


class PassageForm(forms.Form):
    section = forms.ChoiceField(label=_("Section of an adopted text"))

    def __init__(self, *args: Any, sections: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = sections  # type: ignore[attr-defined]  # a ChoiceField


class SeenForm(forms.Form):
    """What was read before the act."""

    seen = forms.CharField(max_length=64)


class PublishForm(SeenForm):
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=1000, required=False)
    language = language_field()


class ReadyForm(forms.Form):
    themes = _several(_("Themes"), Theme.choices)


class AskForm(forms.Form):
    seat = forms.ChoiceField(label=_("Seat"))

    def __init__(self, *args: Any, seats: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = seats  # type: ignore[attr-defined]  # a ChoiceField


class ReviewForm(forms.Form):
    """Remarks by field, and what the peer advises. Everything may be left empty while it is only kept."""

    recommendation = forms.ChoiceField(
        label=_("What you advise"), choices=Recommendation.choices, widget=forms.RadioSelect
    )
    summary = forms.CharField(
        label=_("In a few words"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST_REMARK, required=False
    )
    language = language_field()

    def __init__(self, *args: Any, is_kept: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].required = not is_kept
        for field in Field:
            area = forms.Textarea(attrs={"rows": 3})
            self.fields[f"on_{field.value}"] = forms.CharField(
                label=field.label, widget=area, max_length=LONGEST_REMARK, required=False
            )

    @property
    def remarks(self) -> dict[str, str]:
        return {field.value: self.cleaned_data[f"on_{field.value}"] for field in Field}

    @property
    def draft(self) -> dict[str, Any]:
        kept = {name: self.cleaned_data[name] for name in ("recommendation", "summary", "language")}
        return kept | {"remarks": self.remarks}


def review_initial(draft: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The form as it was kept."""
    said = {f"on_{field}": body for field, body in draft.get("remarks", {}).items()}
    kept = {name: draft[name] for name in ("recommendation", "summary", "language") if draft.get(name)}
    return {"language": language} | said | kept


class ReplyForm(forms.Form):
    outcome = forms.ChoiceField(label=_("What you did"), choices=Outcome.choices)
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=LONGEST_REMARK, required=False
    )
    language = language_field()


class LetterForm(forms.Form):
    words = forms.CharField(label=_("Letter"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000)
    language = language_field()


class AdaptationForm(forms.Form):
    """What is told of an adaptation in one language."""

    seen = forms.CharField(widget=forms.HiddenInput)
    status = forms.ChoiceField(label=_("How far it came"), choices=Status.choices)
    initiative = _own_initiative()

    def __init__(self, *args: Any, initiatives: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["initiative"].choices = [("", _("Not said")), *initiatives]  # type: ignore[attr-defined]
        for field in Told:
            self.fields[field.value] = forms.CharField(
                label=field.label, help_text=TOLD_HELP[field], widget=forms.Textarea(attrs={"rows": 5}),
                max_length=LONGEST, required=False,
            )  # fmt: skip  # one field, read as one

    @property
    def words(self) -> dict[str, str]:
        return {field.value: self.cleaned_data[field.value] for field in Told}


_ANY = {"language": pgettext_lazy("filter by language", "Any")}  # many languages have a word for each gender


class SearchForm(forms.Form):
    """What is looked for. Nothing in it is ever an error: what is not understood narrows nothing."""

    q = forms.CharField(label=_("A problem, in your words"), required=False, max_length=200)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    group = forms.ChoiceField(label=_("For whom"), required=False)
    factor = forms.ChoiceField(label=_("Risk factor"), required=False)
    grounds = forms.ChoiceField(label=_("What is known by"), required=False)
    language = forms.ChoiceField(label=_("Told in"), required=False)

    def __init__(self, given: QueryDict) -> None:
        offered: dict[str, list[tuple[str, Any]]] = {
            "theme": Theme.choices, "group": Group.choices, "factor": Factor.choices, "grounds": Grounds.choices,
            "language": [(tag, name_of(tag)) for tag, _n in settings.LANGUAGES],
        }  # fmt: skip  # a table
        known = {name: {code for code, _label in choices} for name, choices in offered.items()}
        asked = {name: given[name] for name in known if given.get(name) in known[name]}
        super().__init__({"q": given.get("q", "")[:200], **asked})
        for name, choices in offered.items():
            self.fields[name].choices = [("", _ANY.get(name, pgettext_lazy("filter", "Any"))), *choices]  # type: ignore[attr-defined]
