"""Input of the South-South desk: parsed and cleaned here, judged by the rules."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.names import TASKS, Stage
from tejido.practices.names import Theme
from tejido.registry.forms.entering import day_field
from tejido.registry.names import Branch
from tejido.risk.names import Factor
from tejido.web.languages import base, name_of

from .names import OUTWARD, Heard, Kind, No, Reach, Worth
from .rules.values import PostingData, TermsData

LANGUAGES = [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]
LONG, SHORT = 4000, 200


def several(label: Any, choices: Iterable[tuple[str, Any]], help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


class WordedForm(forms.Form):
    """A form some of whose fields are asked for in each language. `worded` are their names with label, length and
    whether they are lines; `needed` what one language has to have, with the refusal where none has it."""

    worded: dict[str, tuple[Any, int, bool]] = {}
    needed: dict[str, No] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, language in LANGUAGES:
            for name, (label, most, is_line) in self.worded.items():
                widget = forms.TextInput if is_line else forms.Textarea(attrs={"rows": 4})
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({language})", max_length=most, required=False, widget=widget
                )
        self.unmarked = [f"{name}_{tag}" for name in self.needed for tag, _language in LANGUAGES]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        for name, lack in self.needed.items():
            if not any(self.said(name).values()):
                self.add_error(f"{name}_{base(get_language() or 'es')}", lack.label)
        return values

    def said(self, name: str) -> dict[str, str]:
        return {tag: self.cleaned_data.get(f"{name}_{tag}", "") for tag, _language in LANGUAGES}

    @property
    def by_language(self) -> list[tuple[str, str, list[forms.BoundField], bool]]:
        """The fields of each language, with its tag and name; those in use and the reader's own are open."""
        own = base(get_language() or "es")
        found = []
        for tag, language in LANGUAGES:
            fields = [self[f"{name}_{tag}"] for name in self.worded]
            is_open = tag == own or any(field.value() or field.errors for field in fields)
            found.append((tag, language, fields, is_open))
        return found

    @property
    def others(self) -> list[forms.BoundField]:
        """What is asked for once."""
        per_language = {f"{name}_{tag}" for name in self.worded for tag, _language in LANGUAGES}
        return [field for field in self.visible_fields() if field.name not in per_language]


def spoken(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """What a row says in each language, as the fields of a form begin."""
    return {f"{name}_{tag}": getattr(row, name).get(tag, "") for name in names for tag, _language in LANGUAGES}


class DatedForm(WordedForm):
    since = day_field(_("From"), is_needed=False)
    until = day_field(_("Until"), is_needed=False)


POSTED = ("title", "says", "words", "conditions")
CHOSEN = ("tasks", "themes", "factors", "stages", "branches", "languages")


class PostingForm(DatedForm):
    """An offer or a request."""

    worded = {
        "title": (_("Title"), SHORT, True),
        "says": (_("What it is about"), LONG, False),
        "words": (_("Topics, with commas between them"), SHORT, True),
        "conditions": (_("Conditions: who pays what"), LONG, False),
    }
    needed = {"title": No.UNTITLED}
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    tasks = several(_("Tasks of a mechanism"), [(task.value, task.label) for task in TASKS])
    themes = several(_("Themes"), Theme.choices)
    stages = several(_("Steps on the path"), Stage.choices)
    factors = several(_("Risk factors"), Factor.choices)
    branches = several(_("For which institutions"), Branch.choices)
    languages = several(_("In which languages"), LANGUAGES)
    contact = forms.ChoiceField(
        label=_("Contact"), required=False, help_text=_("An office of your member. Its holder is not named.")
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    field_order = ("kind", "since", "until", "contact", *CHOSEN)

    def __init__(self, *args: Any, contacts: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [("", "–"), *contacts]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def given(self) -> PostingData:
        once = {name: self.cleaned_data[name] for name in ("kind", "since", "until", "contact")}
        texts = {name: self.said(name) for name in POSTED}
        codes = {name: tuple(self.cleaned_data[name]) for name in CHOSEN}
        return PostingData(**once, **texts, **codes)  # type: ignore[arg-type]  # fields of one class, from one table


def members_field(label: Any, members: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return several(label, members)


class ShowingForm(forms.Form):
    """To whom an offer or a request is shown."""

    reach = forms.ChoiceField(label=_("Show it to"), choices=OUTWARD, widget=forms.RadioSelect, initial=Reach.NETWORK)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"] = members_field(_("These members, where you choose some"), members)


class ClosingForm(forms.Form):
    reason = forms.CharField(label=_("Why (for your own member)"), max_length=300, required=False)


class WishForm(forms.Form):
    is_wished = forms.BooleanField(label=_("Write to this seat when something new matches"), required=False)


class TermsForm(DatedForm):
    """The terms of a project."""

    worded = {
        "title": (_("Title"), SHORT, True),
        "says": (_("What is done together"), LONG, False),
        "conditions": (_("Who gives and pays what"), LONG, False),
    }
    needed = {"title": No.UNTITLED, "says": No.NO_TERMS}
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    @property
    def given(self) -> TermsData:
        texts = {name: self.said(name) for name in self.worded}
        return TermsData(**texts, since=self.cleaned_data["since"], until=self.cleaned_data["until"])


class ProposalForm(TermsForm):
    """The first terms, and to whom they are proposed."""

    other = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    own = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"] = members_field(_("With these members"), members)
        self.fields["partners"].required = True
        self.fields["partners"].error_messages["required"] = No.NOBODY_CHOSEN.label


class SeenForm(forms.Form):
    """The digest of what the person read."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=LONG)


class TalkForm(forms.Form):
    words = forms.CharField(label=_("Words"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG)
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)


class StepForm(forms.Form):
    what = forms.CharField(label=_("What"), max_length=300)
    whose = forms.ChoiceField(label=_("Whose task"))
    by = day_field(_("By when"), is_needed=False)
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = members  # type: ignore[attr-defined]  # a ChoiceField


class StepClosingForm(forms.Form):
    how = forms.ChoiceField(choices=[("done", ""), ("dropped", "")])


class MeetingForm(forms.Form):
    meeting = forms.ChoiceField(label=_("Meeting"))

    def __init__(self, *args: Any, meetings: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]  # a ChoiceField


class ResultForm(WordedForm):
    worded = {"says": (_("What was delivered"), LONG, False)}
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class EvaluationForm(WordedForm):
    worded = {"says": (_("In words"), LONG, False)}
    worth = forms.ChoiceField(label=_("What it was worth to us"), choices=Worth.choices, widget=forms.RadioSelect)
    heard = forms.ChoiceField(label=_("Who reads it"), choices=Heard.choices, widget=forms.RadioSelect)
