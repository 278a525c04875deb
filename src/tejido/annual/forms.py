"""Input of a report: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.registry.forms import NamedForm
from tejido.registry.forms.entering import day_field
from tejido.web.languages import name_of

from .names import Audience

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_WORDS = 6000


class BeginForm(NamedForm):
    """A report: what it is called, which years it is about, and who will read it."""

    what = _("Title")
    since = forms.IntegerField(label=_("First year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    until = forms.IntegerField(
        label=_("Last year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, help_text=_("The same for a single year.")
    )
    audience = forms.ChoiceField(
        label=_("Who reads it once it is issued"), choices=Audience.choices, widget=forms.RadioSelect,
        help_text=_("Only what these readers may know of enters the report."),
    )  # fmt: skip  # one field


class WordsForm(forms.Form):
    """A text in each language; `seen` is the digest of what was read. `what` says what is asked for."""

    what = _("Text")
    is_needed = False
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            self.fields[f"words_{tag}"] = forms.CharField(
                label=f"{self.what} ({name_of(tag)})", required=False, max_length=MOST_WORDS,
                widget=forms.Textarea(attrs={"rows": 5, "lang": tag}),
            )  # fmt: skip  # one field

    @property
    def texts(self) -> dict[str, str]:
        return {tag: self.cleaned_data.get(f"words_{tag}", "") for tag, _name in settings.LANGUAGES}

    @staticmethod
    def initial_of(texts: Mapping[str, str]) -> dict[str, str]:
        return {f"words_{tag}": words for tag, words in texts.items()}


class ChapterForm(WordsForm):
    what = _("Introduction")
    is_left_out = forms.BooleanField(label=_("Leave this chapter out"), required=False)


class PageForm(WordsForm):
    what = _("Own words")


class IssueForm(WordsForm):
    """`seen` is the digest of the report that was read; the words say what a later issue corrects."""

    what = _("What this issue corrects")

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            self.fields = {"seen": self.fields["seen"]}


class SeenForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class OpeningForm(forms.Form):
    due = day_field(
        _("Members have until"), help_text=_("The end of this day, on the clocks of the network. They get a letter.")
    )
