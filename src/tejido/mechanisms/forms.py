"""Input about mechanisms: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tejido.registry.forms import InOrder, NamedForm, partial_date, source_field
from tejido.web.languages import name_of
from tejido.web.uploads import SizedFile

from .commands.writing import File
from .names import CHOICES, CHOSEN, COUNTED, OUTWARD, Criterion, Grade, Level, Rank, Stage, Topic

# What a file may be; nothing of it is opened here, and it is only ever handed out to be kept.
MEDIA = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".txt": "text/plain",
}
PLACE = RegexValidator(r"^[A-Z]{2}-[A-Z0-9]{1,3}\Z", _("A code like PY-11 or AR-C."))


class PaperField(SizedFile):
    """One file of the kinds that are kept, as bytes. `kept` has their media types by the ends of their names."""

    kept: Mapping[str, str] = MEDIA

    def __init__(self, **kwargs: Any) -> None:
        kinds = ", ".join(sorted(self.kept))
        super().__init__(
            label=_("File"), required=False, help_text=format_lazy(_("One of these: {kinds}"), kinds=kinds), **kwargs
        )
        self.widget.attrs["accept"] = ",".join(sorted(self.kept))

    def clean(self, data: Any, initial: Any = None) -> File | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        kind = self.kept.get(PurePath(sent.name).suffix.lower())
        if kind is None:
            raise forms.ValidationError(_("“%(name)s” is none of the kinds that are kept here.") % {"name": sent.name})
        return File(sent.name, kind, sent.read())


def language_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language of these words"), choices=[(t, name_of(t)) for t, _n in settings.LANGUAGES]
    )


class DatedForm(InOrder):
    """What every entry of the profile has. From outside, a source and how well it is known are asked for."""

    since = partial_date(_("Since"))
    until = partial_date(_("Until"), is_needed=False)
    words = forms.CharField(label=_("In words"), widget=forms.Textarea, required=False, max_length=4000)
    language = language_field()
    source = source_field()
    grade = forms.ChoiceField(label=_("How well it is known"), choices=[c for c in Grade.choices if c[0] != Grade.OWN])
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    file = PaperField()

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["grade"]
            self.fields["source"].required = False

    @property
    def entered(self) -> dict[str, Any]:
        """The values as the command takes them."""
        values = dict(self.cleaned_data)
        words, language = values.pop("words"), values.pop("language")
        return values | {"says": {language: words} if words else {}}


class EntryForm(DatedForm):
    """A dated entry on one topic."""

    value = forms.ChoiceField(label=_("What holds"))
    place = forms.CharField(
        label=_("Place"), validators=[PLACE], max_length=6, help_text=_("Its ISO 3166-2 code, for example PY-11.")
    )
    field_order = ("value", "place", "words", "language", "since", "until")

    def __init__(self, *args: Any, topic: Topic, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if topic in CHOICES:
            self.fields["value"].choices = CHOICES[topic].choices  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["value"]
            self.fields["words"].required = True
        if topic != Topic.SUBNATIONAL:
            del self.fields["place"]


class InstrumentForm(DatedForm):
    title = forms.CharField(label=_("Title"), max_length=300)
    rank = forms.ChoiceField(label=_("Rank"), choices=Rank.choices)
    number = forms.CharField(label=_("Number"), max_length=60, required=False)
    field_order = ("title", "rank", "number", "since", "until", "language", "words")

    @property
    def entered(self) -> dict[str, Any]:
        return super().entered | {"language": self.cleaned_data["language"]}


class StrikeForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300)


class ReleaseForm(forms.Form):
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)


class AssessmentForm(forms.Form):
    day = forms.DateField(label=_("Day of the assessment"), widget=forms.DateInput(attrs={"type": "date"}))


class AnswerForm(forms.Form):
    """The answer to one criterion. Some ask for a choice or a number besides."""

    level = forms.ChoiceField(label=_("What is so"), choices=Level.choices, widget=forms.RadioSelect)
    value = forms.CharField(required=False)
    words = forms.CharField(label=_("In words"), widget=forms.Textarea, required=False, max_length=4000)
    language = language_field()
    evidence = forms.CharField(
        label=_("Evidence"),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
        help_text=_("Where this can be seen: a document, minutes, a publication."),
    )
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    file = PaperField()
    keeps_file = forms.BooleanField(label=_("Keep the file that is there"), required=False, initial=True)

    def __init__(self, *args: Any, criterion: Criterion, has_file: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if criterion in CHOSEN:
            label = _("Rank") if criterion == Criterion.LEGAL_BASIS else _("Source of the budget")
            choices = [("", "—"), *CHOSEN[criterion].choices]
            self.fields["value"] = forms.ChoiceField(label=label, choices=choices, required=False)
        elif criterion in COUNTED:
            is_meetings = criterion == Criterion.MEETINGS
            label = _("Held and planned") if is_meetings else _("Persons trained")
            hint = _("For example 3/4.") if is_meetings else _("A number.")
            self.fields["value"] = forms.RegexField(COUNTED[criterion], label=label, required=False, help_text=hint)
        else:
            del self.fields["value"]
        if not has_file:
            del self.fields["keeps_file"]
        self.order_fields(["level", "value", "words"])


class PlanForm(forms.Form):
    stage = forms.ChoiceField(label=_("Step"), choices=Stage.choices)
    what = forms.CharField(label=_("What"), max_length=300)
    who = forms.CharField(label=_("Who"), max_length=120, required=False)
    by = forms.DateField(label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class MechanismForm(NamedForm):
    """What a member's mechanism is called."""


class JoinForm(forms.Form):
    institution = forms.ChoiceField(label=_("Institution"))
    since = forms.DateField(label=_("Takes part since"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, institutions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].choices = institutions  # type: ignore[attr-defined]  # a ChoiceField


class LeaveForm(forms.Form):
    until = forms.DateField(label=_("Takes part until"), widget=forms.DateInput(attrs={"type": "date"}))


class ModuleForm(forms.Form):
    stage = forms.ChoiceField(label=_("Step"), choices=Stage.choices)
    passage = forms.ChoiceField(label=_("Section of a text"))

    def __init__(self, *args: Any, passages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passage"].choices = passages  # type: ignore[attr-defined]  # a ChoiceField


class ModelForm(forms.Form):
    text = forms.ChoiceField(label=_("Text"))
    rank = forms.ChoiceField(label=_("Rank"), choices=Rank.choices)

    def __init__(self, *args: Any, texts: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].choices = texts  # type: ignore[attr-defined]  # a ChoiceField
