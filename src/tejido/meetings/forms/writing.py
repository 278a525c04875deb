"""Input of the agenda, minutes, decisions and commitments: words in each working language."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import LocalInstant
from tejido.people.forms import zones
from tejido.web.languages import name_of

from ..names import Audience, ItemKind, Part, Report, Verdict, Way
from .fields import Choices, area

_DAY = {"type": "date"}


class TextsForm(forms.Form):
    """The same in each working language; one is enough."""

    what: Any = _("Text")
    rows = 4

    def __init__(self, *args: Any, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tags = list(languages)
        for tag in self.tags:
            label = f"{self.what} ({name_of(tag)})"
            hints = {"lang": tag}
            is_line = self.rows == 1
            widget = forms.TextInput(hints) if is_line else forms.Textarea({"rows": self.rows, **hints})
            self.fields[f"text_{tag}"] = forms.CharField(
                label=label, widget=widget, max_length=8000, required=len(self.tags) == 1
            )
        self.order_fields([f"text_{tag}" for tag in self.tags])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(self._texts(values).values()):
            raise forms.ValidationError(_("Write something in at least one language."))
        return values

    def _texts(self, values: dict[str, Any]) -> dict[str, str]:
        return {tag: values.get(f"text_{tag}", "").strip() for tag in self.tags}

    @property
    def texts(self) -> dict[str, str]:
        return self._texts(self.cleaned_data)


class ItemForm(TextsForm):
    what = _("Title")
    rows = 1
    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.DISCUSSION)
    minutes = forms.IntegerField(label=_("Minutes allotted"), min_value=1, max_value=1440, required=False)
    presenter = forms.ChoiceField(label=_("Presented by"), required=False)
    procedure = forms.ChoiceField(
        label=_("Adoption in this meeting"),
        required=False,
        help_text=_("A text that was proposed for adoption in a meeting: the chair declares the outcome at this item."),
    )

    def __init__(self, *args: Any, seats: Choices, procedures: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["presenter"].choices = [("", "—"), *seats]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["procedure"].choices = [("", "—"), *procedures]  # type: ignore[attr-defined]  # a ChoiceField
        if not procedures:
            del self.fields["procedure"]


class PaperForm(forms.Form):
    source = forms.ChoiceField(label=_("Text of the house"))

    def __init__(self, *args: Any, sources: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = sources  # type: ignore[attr-defined]  # a ChoiceField


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("PDF, Office, OpenDocument, picture or plain text; at most 10 MB.")
    )


class MinutesForm(forms.Form):
    """What is typed into the minutes. `base` is the number of the version that it was begun on."""

    markdown = forms.CharField(
        label=_("Minutes"), widget=forms.Textarea(attrs={"rows": 18}), max_length=100_000, required=False
    )
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DecisionForm(TextsForm):
    what = _("Decision")


class CommitmentForm(TextsForm):
    what = _("What is promised")
    rows = 3
    who = forms.ChoiceField(label=_("Who promises"))
    due = forms.DateField(label=_("By when"), required=False, widget=forms.DateInput(attrs=_DAY))
    item = forms.ChoiceField(label=_("Item"), required=False)

    def __init__(self, *args: Any, parties: Choices, seats: Choices, items: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (_("Parties"), [(f"party:{code}", name) for code, name in parties]),
            (_("Seats"), [(f"seat:{key}", name) for key, name in seats]),
        ]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["item"].choices = [("", "—"), *items]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def maker(self) -> dict[str, str]:
        kind, _colon, key = self.cleaned_data["who"].partition(":")
        return {kind: key}


class ReportForm(forms.Form):
    kind = forms.ChoiceField(label=_("What you report"), widget=forms.RadioSelect)
    words = area(_("In words"), help_text=_("What was done, or the reason."))
    due = forms.DateField(
        label=_("New day"), required=False, widget=forms.DateInput(attrs=_DAY), help_text=_("For a promise made anew.")
    )

    def __init__(self, *args: Any, kinds: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = set(kinds)
        self.fields["kind"].choices = [c for c in Report.choices if c[0] in allowed]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("kind") == Report.RENEWED and not values.get("due"):
            self.add_error("due", _("Give the new day."))
        return values


class CirculationForm(forms.Form):
    deadline = LocalInstant(label=_("Corrections until"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)


class CorrectionForm(forms.Form):
    item = forms.ChoiceField(label=_("Item"), required=False)
    language = forms.ChoiceField(label=_("Language"))
    wording = area(_("What should be read"))
    reason = area(_("Reason"), 2)

    def __init__(self, *args: Any, items: Choices, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [("", _("The meeting as a whole")), *items]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["language"].choices = [(tag, name_of(tag)) for tag in languages]  # type: ignore[attr-defined]  # a ChoiceField


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Answer to the correction"), choices=Verdict.choices, widget=forms.RadioSelect)
    answer = area(_("Reason"), 2)


class ApprovalForm(forms.Form):
    way = forms.ChoiceField(label=_("Approved"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, ways: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(way, Way(way).label) for way in ways]  # type: ignore[attr-defined]  # a ChoiceField


class WithdrawalForm(forms.Form):
    """Which readers lose which part stands in what is asked; only the reason is written."""

    part = forms.ChoiceField(choices=Part.choices, widget=forms.HiddenInput)
    audience = forms.ChoiceField(choices=Audience.choices, widget=forms.HiddenInput)
    reason = area(_("Reason"), 2)


class ReleaseForm(forms.Form):
    part = forms.ChoiceField(label=_("What"))
    audience = forms.ChoiceField(label=_("To whom"), choices=Audience.choices)

    def __init__(self, *args: Any, parts: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part, Part(part).label) for part in parts]  # type: ignore[attr-defined]  # a ChoiceField
