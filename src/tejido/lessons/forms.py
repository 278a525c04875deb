"""Input of an evaluation: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import OpeningForm
from tejido.meetings.forms import PlanForm
from tejido.meetings.names import MeetingKind
from tejido.registry.forms import NamedForm
from tejido.web.languages import name_of

from .names import Outcome, Part

Choices = Sequence[tuple[str, str]]


class RoundForm(OpeningForm):
    """A round on what was taught, or on the structure."""

    field_order = ["part", "deadline", "zone", "reply_days", "invitation"]
    part = forms.ChoiceField(label=_("On which text"))

    def __init__(self, *args: Any, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = parts  # type: ignore[attr-defined]  # a ChoiceField


class LinkRoundForm(forms.Form):
    """A round that was opened before: "text:KEY" or "structure:KEY"."""

    round = forms.ChoiceField(label=_("Round"))

    def __init__(self, *args: Any, rounds: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].choices = rounds  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen(self) -> tuple[str, str]:
        part, _colon, key = self.cleaned_data["round"].partition(":")
        return part, key


class MeetingForm(PlanForm):
    """A meeting of the network that evaluates the seminar: of which kind it is, is not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            choices=MeetingKind.choices, initial=MeetingKind.EVALUATION, widget=forms.HiddenInput
        )


class LinkMeetingForm(forms.Form):
    meeting = forms.ChoiceField(label=_("Meeting"))

    def __init__(self, *args: Any, meetings: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]  # a ChoiceField


class MatterForm(NamedForm):
    """A matter: its name, what was observed in a sentence for those outside, and what belongs to it. Passages, comments
    and observations are ticked beside the form. One that is changed brings the digest of what was read (`seen`)."""

    what = _("Name of the matter")
    part = forms.ChoiceField(label=_("What it is about"), choices=Part.choices)

    def __init__(self, *args: Any, has_said: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_said:
            self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
            for tag, _name in settings.LANGUAGES:
                self.fields[f"said_{tag}"] = forms.CharField(
                    label=_("What was observed, for participants (%(language)s)") % {"language": name_of(tag)},
                    widget=forms.Textarea(attrs={"rows": 2}), max_length=600, required=False,
                )  # fmt: skip  # one field

    @property
    def said(self) -> dict[str, str]:
        found = {tag: self.cleaned_data.get(f"said_{tag}", "") for tag, _name in settings.LANGUAGES}
        return {tag: words for tag, words in found.items() if words}

    @property
    def chosen(self) -> dict[str, list[str]]:
        """What was ticked, each once, by its kind."""
        several = {kind: self.data.getlist(kind) for kind in ("passages", "comments", "observations")}  # type: ignore[attr-defined]  # what a browser sent
        return {kind: list(dict.fromkeys(keys)) for kind, keys in several.items()}


class PlaceForm(forms.Form):
    """The matters to put on the agenda; none means all that wait."""

    matters = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, numbers: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["matters"].choices = [(str(number), str(number)) for number in numbers]  # type: ignore[attr-defined]  # a ChoiceField


class DecisionForm(forms.Form):
    """What became of a matter, why, and what carries it."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect)
    carrier = forms.ChoiceField(
        label=_("Carried by"), required=False, help_text=_("Asked for where it is taken up, wholly or in part.")
    )
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000,
        help_text=_("Participants and members read it."),
    )  # fmt: skip  # one field
    language = forms.ChoiceField(label=_("Language of the reason"))
    unmarked = ("carrier",)

    def __init__(self, *args: Any, carriers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["carrier"].choices = [("", "—"), *carriers]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["language"].choices = [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]  # type: ignore[attr-defined]  # the same
        if not carriers:
            del self.fields["carrier"]


class TellForm(forms.Form):
    """What was previewed is told; to everybody, if wanted."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_public = forms.BooleanField(
        label=_("Show it to everybody, not only to participants and members"), required=False
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
