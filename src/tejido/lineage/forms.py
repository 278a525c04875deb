"""Input about trainers: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.adaptation.forms import AudienceForm
from tejido.registry.forms import day_field

from .names import Ground

__all__ = ["AudienceForm", "AuthorisationForm", "TrainerForm", "TrainersForm", "WithdrawalForm", "YearForm"]
Choices = Sequence[tuple[str, str]]


class TrainerForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    number = forms.CharField(
        label=_("Number of the identity document"), max_length=40,
        help_text=_("Kept sealed. By it the person is found in the records of the school."),
    )  # fmt: skip  # one field


class AuthorisationForm(forms.Form):
    """Which edition a trainer may teach, on what ground, from when until when."""

    edition = forms.ChoiceField(label=_("Edition"))
    ground = forms.ChoiceField(label=_("What it rests on"), choices=Ground.choices)
    code = forms.CharField(
        label=_("Code of the certificate"), max_length=40, required=False,
        help_text=_("For a certificate of a seminar: the code that is printed on it."),
    )  # fmt: skip  # one field
    cohort = forms.ChoiceField(label=_("Cohort"), required=False, help_text=_("For a course for trainers."))
    document = forms.CharField(
        label=_("Document"), max_length=300, required=False, help_text=_("For anything else: a resolution, its number.")
    )
    since = day_field(_("Since"))
    until = day_field(_("Until"), is_needed=False, help_text=_("The first day on which it is not so any more."))
    unmarked = ("code", "cohort", "document")

    def __init__(self, *args: Any, editions: Choices, cohorts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = list(editions)  # type: ignore[attr-defined]  # a choice
        self.fields["cohort"].choices = [("", "–"), *cohorts]  # type: ignore[attr-defined]  # a choice


class WithdrawalForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300)


class TrainersForm(forms.Form):
    """Who taught a cohort."""

    trainers = forms.MultipleChoiceField(label=_("Trainers"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainers"].choices = list(choices)  # type: ignore[attr-defined]  # a choice


class YearForm(forms.Form):
    year = forms.IntegerField(min_value=2000, max_value=2199)
