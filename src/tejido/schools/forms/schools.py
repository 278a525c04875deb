"""What is told of a school."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import language_field
from tejido.mechanisms.names import Grade
from tejido.registry.forms import NamedForm, partial_date, source_field
from tejido.training.names import Officials
from tejido.web.languages import name_of

from ..names import System

Choices = Sequence[tuple[str, Any]]
_TOLD = ("sectors", "city", "system", "system_name", "languages", "since", "source", "address")


class TellingForm(forms.Form):
    """What every school is asked. `languages` are those of the network; the words are in one of them at a time."""

    sectors = forms.MultipleChoiceField(
        label=_("Whom it trains"), choices=Officials.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    city = forms.CharField(label=_("City"), max_length=80, required=False)
    system = forms.ChoiceField(label=_("System in which it keeps its courses"), choices=System.choices)
    system_name = forms.CharField(
        label=_("Name of the system"), max_length=80, required=False, help_text=_("Its version, or what it is called.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages in which it teaches"), widget=forms.CheckboxSelectMultiple, required=False
    )
    since = partial_date(_("Founded"), is_needed=False)
    words = forms.CharField(
        label=_("In words"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=2000
    )
    language = language_field()
    source = forms.CharField(
        label=_("Source"), max_length=300, required=False, help_text=_("A document or address where this can be read.")
    )
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, tags: Sequence[str], before: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """`before`: what is said in words already, by language."""
        super().__init__(*args, **kwargs)
        self.before = dict(before or {})
        self.fields["languages"].choices = [(tag, name_of(tag)) for tag in tags]  # type: ignore[attr-defined]  # a choice

    @property
    def given(self) -> dict[str, Any]:
        """The values as the commands take them; words in other languages than the one that was written stay."""
        values = self.cleaned_data
        said = self.before | {values["language"]: values["words"].strip()}
        return {name: values[name] for name in _TOLD} | {"says": {tag: words for tag, words in said.items() if words}}


class SchoolForm(TellingForm):
    """A school of the own member. Which institution it is, is asked once."""

    institution = forms.ChoiceField(label=_("Institution"))
    field_order = ("institution",)

    def __init__(self, *args: Any, institutions: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if institutions:
            self.fields["institution"].choices = institutions  # type: ignore[attr-defined]  # a choice
        else:
            del self.fields["institution"]


class ReportForm(TellingForm, NamedForm):
    """What a source tells of a school: its name, whose it is, and how well it is known."""

    what = _("Name of the school")
    member = forms.ChoiceField(label=_("Member"), required=False)
    grade = forms.ChoiceField(label=_("How well it is known"), choices=[c for c in Grade.choices if c[0] != Grade.OWN])
    source = source_field()
    field_order = ("member",)

    def __init__(self, *args: Any, members: Choices = (), is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_new:
            self.fields["member"].choices = [("", _("Several States")), *members]  # type: ignore[attr-defined]  # a choice
        else:
            del self.fields["member"], self.fields["grade"]

    @property
    def given(self) -> dict[str, Any]:
        return super().given | {"name": self.names}


class StrikeForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300)
