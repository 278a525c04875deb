"""Input of the network's past: dated events as exact as their sources."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of, typed

from ..names import EventKind, Grade, Inferred
from .entering import InOrder, NamedForm, partial_date, source_field

_ROMAN = RegexValidator(r"^[IVX]{1,7}$", _("Write the number in Roman numerals: VII."))


class EventForm(InOrder, NamedForm):
    """A dated event of the network's past, with where it can be read and how well it is attested."""

    what = _("What it is called")
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind.choices)
    number = forms.CharField(
        label=_("Number of the meeting"), required=False, validators=[_ROMAN], help_text=_("In Roman numerals: VII.")
    )
    since = partial_date(_("Date"))
    until = partial_date(_("Last day"), is_needed=False, help_text=_("Leave empty for a single day."))
    source = source_field()
    grade = forms.ChoiceField(label=_("How well attested"), choices=Grade.choices, initial=Grade.SINGLE)
    inferred = forms.MultipleChoiceField(
        label=_("What was concluded and is in no source"),
        choices=Inferred.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = (("place", _("Where")), ("says", _("What the source says")))
        for name, label in asked:
            for tag, _name in settings.LANGUAGES:
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=400, required=False
                )

    @property
    def entry(self) -> dict[str, Any]:
        """What is entered, as the command takes it."""
        kept = ("kind", "number", "since", "until", "source", "grade", "inferred")
        said = {name: self._in_languages(name) for name in ("place", "says")}
        return {name: self.cleaned_data[name] for name in kept} | {"title": self.names} | said

    def _in_languages(self, name: str) -> dict[str, str]:
        return typed(self.cleaned_data, name)


class EventCorrectionForm(EventForm):
    """The same, filled with the entry that was wrong, and why it was."""

    reason = forms.CharField(label=_("What was wrong"), max_length=300, help_text=_("Everybody can read it."))


def as_initial(event: Any) -> dict[str, Any]:
    """An entry of the past as its form shows it."""
    kept = {name: getattr(event, name) for name in ("kind", "number", "since", "until", "source", "grade", "inferred")}
    for field, name in (("title", "name"), ("place", "place"), ("says", "says")):
        kept |= {f"{name}_{tag}": words for tag, words in getattr(event, field).items()}
    return kept
