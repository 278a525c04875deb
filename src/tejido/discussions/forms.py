"""Input of discussions: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of

from .names import Hearing, Letters, Space
from .rules import MOST

LANGUAGES = [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]


class MessageForm(forms.Form):
    """What somebody writes, and to which seats it speaks."""

    words = forms.CharField(
        label=_("Message"), widget=forms.Textarea(attrs={"rows": 6}), max_length=MOST,
        help_text=_("Markdown: **bold**, *italic*, lists with hyphens, quotations with >."),
    )  # fmt: skip  # one field
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)
    mentions = forms.MultipleChoiceField(
        label=_("Speak to these seats"), required=False, widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("They are told of it. They still read it only where they may."),
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, seats: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentions"].choices = seats  # type: ignore[attr-defined]  # a choice field
        if not seats:
            del self.fields["mentions"]

    @property
    def given(self) -> dict[str, Any]:
        return {"mentions": (), **self.cleaned_data}


class ThreadForm(MessageForm):
    """A new discussion with its first message."""

    subject = forms.CharField(label=_("Subject"), max_length=200)
    space = forms.ChoiceField(label=_("Who reads it"), widget=forms.RadioSelect)
    field_order = ("subject", "space", "words", "language", "mentions")

    def __init__(self, *args: Any, spaces: Sequence[Space], **kwargs: Any) -> None:
        super().__init__(*args, seats=(), **kwargs)
        self.fields["space"].choices = [(each.value, each.label) for each in spaces]  # type: ignore[attr-defined]

    def clean_subject(self) -> str:
        """In one line: it becomes the subject of letters."""
        return " ".join(self.cleaned_data["subject"].split())


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class SummaryForm(forms.Form):
    words = forms.CharField(label=_("Summary"), widget=forms.Textarea(attrs={"rows": 5}), max_length=MOST)
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)


class HearingForm(forms.Form):
    hearing = forms.ChoiceField(choices=Hearing.choices)


class LettersForm(forms.Form):
    letters = forms.ChoiceField(
        label=_("How this seat is written to about discussions"), choices=Letters.choices, widget=forms.RadioSelect
    )
