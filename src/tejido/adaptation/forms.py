"""Input about versions: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.engine.adaptation import Change, Choice, How, Offer, Way
from tejido.formats.markdown.cleaning import clean
from tejido.web.languages import name_of
from tejido.web.uploads import SizedFile

from .names import Audience


class DeriveForm(forms.Form):
    """Where the version is written, what it is called, and which of its languages leads."""

    source = forms.ChoiceField(label=_("Text"))
    space = forms.ChoiceField(label=_("Where it is written"))
    title = forms.CharField(label=_("Title"), max_length=200)

    def __init__(
        self, *args: Any, sources: Sequence[tuple[str, str]], spaces: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = sources  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["space"].choices = spaces  # type: ignore[attr-defined]  # a ChoiceField


class SignedForm(forms.Form):
    """The record and the canonical text of an edition, as its page hands them out."""

    record = SizedFile(label=_("Adoption record (.record.json)"))
    text = SizedFile(label=_("Canonical text (.text.json)"))


class SignedDeriveForm(SignedForm):
    space = forms.ChoiceField(label=_("Where it is written"))
    title = forms.CharField(label=_("Title"), max_length=200)

    def __init__(self, *args: Any, spaces: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["space"].choices = spaces  # type: ignore[attr-defined]  # a ChoiceField


class DepartureForm(forms.Form):
    """Why a passage, or a section, departs."""

    subject = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)
    is_section = forms.BooleanField(required=False, widget=forms.HiddenInput)
    is_derogation = forms.BooleanField(label=_("This derogates from a core passage"), required=False)
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea, required=False, max_length=4000)
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language of these words"), choices=[(tag, name_of(tag)) for tag, _n in settings.LANGUAGES]
    )


class SeenForm(forms.Form):
    """The digest of what the page showed."""

    seen = forms.CharField(max_length=64)


class AudienceForm(forms.Form):
    """To whom something of a space is shown: an institution shows it to its own state, a member to others."""

    audience = forms.ChoiceField(label=_("Who may read it"), choices=Audience.choices)

    def __init__(self, *args: Any, is_of_institution: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [choice for choice in Audience.choices if (choice[0] == Audience.MEMBER) == is_of_institution]
        self.fields["audience"].choices = own  # type: ignore[attr-defined]  # a ChoiceField


class ShowForm(AudienceForm):
    """To whom a version is shown, and the digest of what was read of it."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class CoreForm(forms.Form):
    """Where the network decided that a passage is core."""

    passage = forms.CharField(max_length=12, widget=forms.HiddenInput)
    decided = forms.CharField(
        label=_("Where the network decided it"), max_length=300, help_text=_("A meeting, a paragraph of its minutes.")
    )


class FilterForm(forms.Form):
    """Which sections the matrix shows: those whose title has these words, or in which somebody departs."""

    words = forms.CharField(label=_("Words in the title of the section"), max_length=80, required=False)
    departing = forms.BooleanField(label=_("Only where a version departs"), required=False)


def choices_in(data: Mapping[str, Any], offer: Offer) -> tuple[dict[str, Choice], dict[str, str]]:
    """What a person chose for each change, and the reasons they gave, by the passage. What is not a choice of the page
    is left for later. "every" takes all that is clean; who says of a clash how it is settled, settles it."""
    found, reasons = {}, {}
    is_every = data.get("every") == "clean"
    for change in offer.changes:
        hows = _hows(data, change)
        way = data.get(f"way-{change.id}", "") or (Way.JOIN if hows else Way.LATER)
        if is_every:
            way = Way.JOIN if change.is_clean else Way.LATER
        found[change.id] = Choice(Way(way) if way in list(Way) else Way.LATER, hows, _texts(data, change))
        if reason := clean(data.get(f"reason-{change.id}", "")).strip():
            reasons[change.id] = reason[:4000]
    return found, reasons


def _hows(data: Mapping[str, Any], change: Change) -> dict[str, How]:
    said = {clash.key: data.get(f"{clash.key}-{change.id}", "") for clash in change.clashes}
    return {key: How(how) for key, how in said.items() if how in list(How)}


def _texts(data: Mapping[str, Any], change: Change) -> dict[str, str]:
    said = {clash.name: data.get(f"words:{clash.name}-{change.id}", "") for clash in change.clashes if clash.name}
    return {name: clean(text).strip() for name, text in said.items()}
