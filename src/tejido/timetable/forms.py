"""Input about a programme: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.ledger.refusals import Refused
from tejido.web.languages import name_of, typed
from tejido.web.uploads import SizedFile

from .commands import instant_from
from .names import PAUSES, Kind, Part, Way
from .rules import Plan
from .words import day_words

Choices = Sequence[tuple[str, Any]]
_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
_LETTERS = [("", pgettext_lazy("session", "Everybody")), *((letter, letter) for letter in "ABCDEFGH")]
_MOST = 600  # minutes that a day is shifted by


def texts_of(prefix: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Words in each language, as the fields of a form begin."""
    return {f"{prefix}_{tag}": texts.get(tag, "") for tag, _name in settings.LANGUAGES}


class _Wordy(forms.Form):
    """A form with words in each language beside its other fields."""

    def _add(self, prefix: str, label: Any, limit: int, *, is_long: bool = False) -> None:
        for tag, _name in settings.LANGUAGES:
            widget = forms.Textarea(attrs={"rows": 2}) if is_long else forms.TextInput()
            self.fields[f"{prefix}_{tag}"] = forms.CharField(
                label=f"{label} ({name_of(tag)})", max_length=limit, required=False, widget=widget
            )

    def _texts(self, prefix: str) -> dict[str, str]:
        return typed(self.cleaned_data, prefix)


class SessionForm(_Wordy):
    """A session: what, when, for whom, where, with whom. Times are those of the clocks of the place; one that they skip
    or repeat is an error of its field."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    day = forms.ChoiceField(label=_("Day"))
    begins = forms.TimeField(label=_("Begins"), widget=_CLOCK)
    ends = forms.TimeField(label=_("Ends"), widget=_CLOCK, help_text=_("No later than it begins: on the day after."))
    pushes = forms.BooleanField(label=_("Move the rest of the day by as long as it lasts"), required=False)
    parallel = forms.ChoiceField(label=_("For whom"), choices=_LETTERS, required=False)
    room = forms.ChoiceField(label=_("Room"), required=False)
    speakers = forms.MultipleChoiceField(
        label=_("Who speaks"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip  # one field
    moderators = forms.MultipleChoiceField(
        label=_("Who moderates"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip  # one field
    floor = forms.MultipleChoiceField(
        label=_("Languages spoken"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip  # one field
    into = forms.MultipleChoiceField(
        label=_("Interpreted into"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip  # one field
    is_counted = forms.BooleanField(label=_("Attendance counts towards the certificate"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self,
        *args: Any,
        zone: str,
        days: Sequence[date],
        rooms: Choices,
        speakers: Choices,
        is_new: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        self._add("title", _("Title"), 200)
        self._add("about", _("What it is about"), 2000, is_long=True)
        choices: Mapping[str, Choices] = {
            "day": [(day.isoformat(), day_words(day)) for day in days],
            "room": [("", "—"), *rooms],
            "speakers": speakers,
            "moderators": speakers,
            "floor": [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES],
            "into": [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES],
        }
        for name, given in choices.items():
            self.fields[name].choices = given  # type: ignore[attr-defined]  # a ChoiceField
        for name in [name for name in ("speakers", "moderators") if not speakers] + ([] if is_new else ["pushes"]):
            del self.fields[name]
        tags = [tag for tag, _name in settings.LANGUAGES]
        self.order_fields(["kind", *(f"title_{tag}" for tag in tags)])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("kind") not in PAUSES and not self._texts("title"):
            self.add_error("title_es", _("Give the session a title in at least one language."))
        if {"day", "begins", "ends"} <= values.keys():
            day, ends = date.fromisoformat(values["day"]), values["ends"]
            last = day + timedelta(days=1) if ends <= values["begins"] else day
            self._instant("starts_at", "begins", day, values["begins"])
            self._instant("ends_at", "ends", last, ends)
        return values

    def _instant(self, name: str, field: str, day: date, clock: time) -> None:
        try:
            self.cleaned_data[name] = instant_from(datetime.combine(day, clock), self.zone)
        except Refused as problem:
            self.add_error(field, problem.refusal.sentence)

    @property
    def plan(self) -> Plan:
        """What was typed, as the commands take it."""
        values = self.cleaned_data
        speaking, moderating = values.get("speakers", []), values.get("moderators", [])
        appearing = [(key, str(Part.MODERATES)) for key in moderating if key not in speaking]
        treats = self.data.getlist("treats")  # type: ignore[attr-defined]  # what a browser sent
        same = ("kind", "starts_at", "ends_at", "parallel", "room", "floor", "into", "is_counted")
        return Plan(
            title=self._texts("title"),
            about=self._texts("about"),
            speakers=[*appearing, *((key, str(Part.SPEAKS)) for key in speaking)],
            treats=list(dict.fromkeys(treats)),
            **{name: values[name] for name in same},
        )


class SeenForm(forms.Form):
    """An act on exactly what the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class MoveForm(forms.Form):
    way = forms.ChoiceField(choices=Way.choices)


class SwapForm(forms.Form):
    """The session that another one changes times with."""

    other = forms.ChoiceField(label=_("With which session"))

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = others  # type: ignore[attr-defined]  # a ChoiceField


class ShiftForm(forms.Form):
    minutes = forms.IntegerField(
        label=_("By how many minutes"), min_value=-_MOST, max_value=_MOST, initial=15,
        help_text=_("With a minus sign: earlier."),
    )  # fmt: skip  # one field


class RoomForm(forms.Form):
    name = forms.CharField(label=_("Name of the room"), max_length=120)
    where = forms.CharField(
        label=_("Where it is"), max_length=200, required=False, help_text=_("Building, floor, how to get there.")
    )
    seats = forms.IntegerField(label=_("How many people it holds"), min_value=1, max_value=20000, required=False)


class SpeakerForm(_Wordy):
    """Somebody who speaks or moderates."""

    name = forms.CharField(label=_("Name"), max_length=120)
    is_named = forms.BooleanField(
        label=_("The name may be published"), required=False, initial=True,
        help_text=_("Otherwise readers see the function alone; who prepares the seminar sees the name."),
    )  # fmt: skip  # one field
    institution = forms.CharField(label=_("Institution"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._add("function", _("Function"), 200)
        self._add("bio", _("A line about the person"), 400)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self._texts("function"):
            self.add_error("function_es", _("Give the function in at least one language."))
        return values

    @property
    def given(self) -> dict[str, Any]:
        """The values as the command takes them."""
        values = {name: self.cleaned_data[name] for name in ("name", "institution", "is_named")}
        return {**values, "function": self._texts("function"), "bio": self._texts("bio")}


class RhythmForm(forms.Form):
    """How the days of a programme go that is made from its structure."""

    begins = forms.TimeField(label=_("The first session of a day begins"), widget=_CLOCK, initial=time(9))
    minutes = forms.IntegerField(
        label=_("Minutes of a session"), min_value=5, max_value=600, initial=90,
        help_text=_("Of those whose activities do not say how long they last."),
    )  # fmt: skip  # one field
    pause = forms.IntegerField(label=_("Minutes between two sessions"), min_value=0, max_value=240, initial=15)


class SourceForm(forms.Form):
    """The seminar whose programme is copied."""

    source = forms.ChoiceField(label=_("From which seminar"))

    def __init__(self, *args: Any, seminars: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = seminars  # type: ignore[attr-defined]  # a ChoiceField


class DayForm(forms.Form):
    """A day to copy, and where to."""

    day = forms.ChoiceField(label=_("Which day"))
    to = forms.ChoiceField(label=_("To which day"))

    def __init__(self, *args: Any, days: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("day", "to"):
            self.fields[name].choices = [  # type: ignore[attr-defined]  # a ChoiceField
                (day.isoformat(), day_words(day)) for day in days
            ]

    @property
    def given(self) -> dict[str, date]:
        """The days as the command takes them."""
        return {name: date.fromisoformat(self.cleaned_data[name]) for name in ("day", "to")}


class MaterialForm(forms.Form):
    """A file to hand out, or an address."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    language = forms.ChoiceField(label=_("Its language"), required=False)
    file = SizedFile(label=_("File"), required=False)
    url = forms.URLField(
        label=_("Or its address"), max_length=300, required=False, assume_scheme="https",
        validators=[URLValidator(schemes=["https"])], help_text=_("An address that begins with https://."),
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", "—"), *((tag, name_of(tag)) for tag, _name in settings.LANGUAGES)]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(values.get("file")) == bool(values.get("url")):
            self.add_error("file", _("Give a file or an address, one of the two."))
        return values
