"""Input of those who stay reachable, and of those who write to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of

from .names import Audience, Field

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from .models import Alumnus


class ReachForm(forms.Form):
    """To whom, and what is shown. Nothing is ticked by itself."""

    audience = forms.ChoiceField(
        label=_("Who may see that I am reachable"), choices=Audience.choices, widget=forms.RadioSelect,
        initial=Audience.MEMBER,
    )  # fmt: skip  # one field
    shows = forms.MultipleChoiceField(
        label=_("What they see of me"), choices=Field.choices, widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Your address is never shown. Letters reach you through the platform."),
    )  # fmt: skip  # one field
    topic = forms.CharField(label=_("What I work on"), max_length=200, required=False)
    languages = forms.MultipleChoiceField(
        label=_("My languages"),
        choices=lambda: [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @property
    def given(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("audience", "shows", "topic", "languages")}


class ConsentForm(ReachForm):
    agrees = forms.BooleanField(
        label=_("I agree to stay reachable. I can leave at any time by my link; then all of it is deleted."),
        required=False,
    )


def reach_given(row: Alumnus) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("audience", "shows", "topic", "languages")}


class LetterForm(forms.Form):
    subject = forms.CharField(label=_("Subject"), max_length=150)
    body = forms.CharField(
        label=_("Text"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Say where the person can answer you: the platform passes on no answers."),
    )  # fmt: skip  # one field
