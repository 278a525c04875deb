"""Input about discussion modules: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import language_field
from tejido.registry.queries import end_of
from tejido.web.languages import base, name_of, typed

LONGEST = 4000
LONGEST_TITLE = 160


class TextsForm(forms.Form):
    """Fields that are asked for in each language of the interface; `texts` holds what was given of one."""

    many: tuple[tuple[str, Any, bool], ...] = ()
    """Name, label, and whether it is a line or an area."""
    needed: tuple[tuple[str, Any], ...] = ()
    """What one language has to have, with the sentence where none has it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, is_line in self.many:
            for tag, _n in settings.LANGUAGES:
                widget: Any = forms.TextInput() if is_line else forms.Textarea(attrs={"rows": 3})
                longest = LONGEST_TITLE if is_line else LONGEST
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", required=False, max_length=longest, widget=widget
                )
        self.unmarked = [f"{name}_{tag}" for name, _says in self.needed for tag, _n in settings.LANGUAGES]
        self.order_fields(f"{name}_{tag}" for name, _label, _is_line in self.many for tag, _n in settings.LANGUAGES)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        for name, says in self.needed:
            if not any(values.get(f"{name}_{tag}") for tag, _n in settings.LANGUAGES):
                self.add_error(f"{name}_{base(get_language() or 'es')}", says)
        return values

    def texts(self, name: str) -> dict[str, str]:
        return typed(self.cleaned_data, name)


class ModuleForm(TextsForm):
    """What a module is called and for, its days on the clocks of the network, and a meeting of the network."""

    many = (("title", _("Title"), True), ("goal", _("What it is for"), False))
    needed = (("title", _("Give a title in at least one language.")),)
    opens = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    closes = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))
    meeting = forms.ChoiceField(label=_("Meeting in which it is talked over"), required=False)

    def __init__(self, *args: Any, meetings: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [("", _("None")), *meetings]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def opens_at(self) -> datetime:
        """When the first day begins."""
        return end_of(self.cleaned_data["opens"] - timedelta(days=1)) + timedelta(microseconds=1)

    @property
    def closes_at(self) -> datetime:
        """When the last day ends."""
        return end_of(self.cleaned_data["closes"])


class StepForm(TextsForm):
    many = (("title", _("Title"), True), ("says", _("What happens in it"), False))
    needed = (("title", _("Give a title in at least one language.")),)


class QuestionForm(TextsForm):
    many = (("words", _("Question"), False),)


class SummaryForm(TextsForm):
    many = (("texts", _("What came of it"), False),)


class ReadingForm(forms.Form):
    """A section or a practice; whichever was chosen."""

    reading = forms.ChoiceField(label=_("Section of an adopted text, or practice"))

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reading"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField


class ContributionForm(forms.Form):
    body = forms.CharField(
        label=_("What your seat says"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST, required=False
    )
    language = language_field()


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=1000, required=False)


class ProposalForm(forms.Form):
    """Another wording of a passage that the module reads."""

    passage = forms.ChoiceField(label=_("Passage"))
    language = language_field()
    wording = forms.CharField(label=_("Proposed wording"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST)
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False)

    def __init__(self, *args: Any, passages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passage"].choices = passages  # type: ignore[attr-defined]  # a ChoiceField


class DeclineForm(forms.Form):
    answer = forms.CharField(label=_("Why"), max_length=1000)
