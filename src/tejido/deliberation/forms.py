"""Input of deliberation: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tejido.people.forms import zones
from tejido.web.uploads import SizedFile

from .names import CommentType, DeclarationKind, Outcome, ProcedureKind, ReplyKind, Stance


def _aria(label: Any, part: Any) -> dict[str, Any]:
    """What a screen reader calls one of the two inputs."""
    return {"aria-label": format_lazy("{}: {}", label, part)}


class LocalInstant(forms.SplitDateTimeField):
    """A date and a time as the clocks of the chosen zone show them: no zone is attached here."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        widget = forms.SplitDateTimeWidget(
            date_attrs=_aria(label, _("date")) | {"type": "date"},
            time_attrs=_aria(label, _("time")) | {"type": "time"},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        )
        super().__init__(
            label=label,
            widget=widget,
            input_date_formats=["%Y-%m-%d"],
            input_time_formats=["%H:%M", "%H:%M:%S"],
            **kwargs,
        )

    def compress(self, data_list: Any) -> Any:
        if not data_list or None in data_list:
            return None
        return datetime.combine(*data_list)


class LanguageForm(forms.Form):
    """A form whose `language` is one of the text's languages."""

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages  # type: ignore[attr-defined]  # a ChoiceField


class OpeningForm(forms.Form):
    deadline = LocalInstant(label=_("Deadline"), help_text=_("Date and time on the clocks of the zone below."))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    reply_days = forms.IntegerField(
        label=_("Days to answer the dispositions"),
        min_value=1,
        max_value=180,
        initial=21,
        help_text=_("Counted from the deadline. Afterwards a member that has not answered is shown as silent."),
    )
    invitation = forms.CharField(
        label=_("What you ask of the members"), widget=forms.Textarea, required=False, max_length=4000
    )


class ExtensionForm(forms.Form):
    deadline = LocalInstant(label=_("New deadline"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class RemarkForm(LanguageForm):
    passage = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    body = forms.CharField(label=_("Your remark"), widget=forms.Textarea(attrs={"rows": 3}), max_length=8000)
    wording = forms.CharField(
        label=_("Wording you suggest"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=8000
    )
    type = forms.ChoiceField(label=_("Type"), choices=CommentType.choices, initial=CommentType.TECHNICAL)
    language = forms.ChoiceField(label=_("Language"))


class AnswerForm(LanguageForm):
    passage = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    answer = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    remark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    stance = forms.ChoiceField(label=_("Our answer"), choices=Stance.choices)
    wording = forms.CharField(
        label=_("Wording we propose"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=20000
    )
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=8000
    )
    type = forms.ChoiceField(label=_("Type"), choices=CommentType.choices, initial=CommentType.TECHNICAL)
    language = forms.ChoiceField(label=_("Language"))
    covers_section = forms.BooleanField(
        label=_("This answer holds for the whole section below the heading"), required=False
    )


class SeenForm(forms.Form):
    """What a formal act on a position is bound to: the digest of the position that the person had before them."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class TableFileForm(forms.Form):
    file = SizedFile(
        label=_("Filled table (.xlsx, .docx or .csv)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.docx,.csv"}),
        help_text=_("Nothing is kept before you have seen where each row goes. Who wrote the file is not read."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)


class DispositionForm(LanguageForm):
    comments = forms.MultipleChoiceField(label=_("Comments answered"), widget=forms.CheckboxSelectMultiple)
    outcome = forms.ChoiceField(label=_("Outcome"), choices=[("", "—"), *Outcome.choices])
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=8000,
        help_text=_("Every comment gets a reason, also an accepted one."),
    )
    language = forms.ChoiceField(label=_("Language"))
    revision = forms.TypedChoiceField(
        label=_("Revision that carries the change"), required=False, coerce=int, empty_value=None
    )

    def __init__(
        self, *args: Any, comments: list[tuple[str, str]], revisions: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comments"].choices = comments  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["revision"].choices = [("", "—"), *revisions]  # type: ignore[attr-defined]  # a ChoiceField


class GroupForm(forms.Form):
    label = forms.CharField(label=_("What these comments say"), max_length=200)
    comments = forms.MultipleChoiceField(label=_("Comments"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, comments: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comments"].choices = comments  # type: ignore[attr-defined]  # a ChoiceField


class ReplyForm(forms.Form):
    kind = forms.ChoiceField(label=_("Our answer"), choices=ReplyKind.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=4000
    )


class ProposalForm(forms.Form):
    unmarked = ("deadline",)  # a silence needs it, and its help says that a meeting does not
    kind = forms.ChoiceField(
        label=_("How it is to be adopted"),
        choices=ProcedureKind.choices,
        widget=forms.RadioSelect,
        initial=ProcedureKind.SILENCE,
    )
    deadline = LocalInstant(
        label=_("Deadline of the silence"),
        required=False,
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    explanation = forms.CharField(
        label=_("Explanation to the members"), widget=forms.Textarea, required=False, max_length=4000
    )

    def __init__(self, *args: Any, hours: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = gettext("At least %(hours)s hours from now. Not needed for a meeting.")
        self.fields["deadline"].help_text = words % {"hours": hours}


class TableForm(forms.Form):
    """A changed text for an open procedure."""

    deadline = LocalInstant(label=_("New deadline"), required=False)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    reason = forms.CharField(label=_("What was changed and why"), max_length=300)

    def __init__(self, *args: Any, hours: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = gettext("A silence on other words lasts again at least %(hours)s hours.")
        self.fields["deadline"].help_text = words % {"hours": hours}


class AgreementForm(forms.Form):
    scope = forms.ChoiceField(
        label=_("Ask us again"),
        widget=forms.RadioSelect,
        initial="whole",
        choices=[
            ("whole", _("if any passage changes in substance")),
            ("own", _("only if a passage that our position spoke to changes in substance")),
        ],
    )


class ObjectionForm(LanguageForm):
    passage = forms.ChoiceField(label=_("Passage"), required=False)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=8000)
    wording = forms.CharField(
        label=_("Wording that would lift it"), widget=forms.Textarea(attrs={"rows": 4}), max_length=20000
    )
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, passages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passage"].choices = passages  # type: ignore[attr-defined]  # a ChoiceField


class DeclarationForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=DeclarationKind.choices, widget=forms.RadioSelect, initial=DeclarationKind.RESERVATION
    )
    passage = forms.ChoiceField(label=_("Passage"), required=False)

    def __init__(
        self, *args: Any, passages: list[tuple[str, str]], languages: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passage"].choices = passages  # type: ignore[attr-defined]  # a ChoiceField
        for tag, name in languages:
            self.fields[f"text_{tag}"] = forms.CharField(
                label=name, widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=8000
            )

    @property
    def texts(self) -> dict[str, str]:
        return {
            name.removeprefix("text_"): value for name, value in self.cleaned_data.items() if name.startswith("text_")
        }


class MeetingForm(forms.Form):
    present = forms.MultipleChoiceField(
        label=_("Present without objection"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = members  # type: ignore[attr-defined]  # a ChoiceField


class WordFileForm(forms.Form):
    file = SizedFile(
        label=_("The Word file that came back"),
        help_text=_("A .docx with comments, tracked changes, or both. It is read, understood and not kept."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


class WordAnswerForm(forms.Form):
    """What is taken of a file: the remarks that are ticked, and a place for each thing that had none."""

    take = forms.MultipleChoiceField(label=_("Remarks"), required=False)

    def __init__(
        self, *args: Any, remarks: Sequence[str], loose: Sequence[tuple[str, str]], places: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:  # fmt: skip  # its arguments are one list
        super().__init__(*args, **kwargs)
        self.fields["take"].choices = [(key, key) for key in remarks]  # type: ignore[attr-defined]  # a MultipleChoiceField
        choices = [("", _("Leave it out")), ("text", _("On the text as a whole")), *places]
        for key, label in loose:
            self.fields[key] = forms.ChoiceField(label=label, choices=choices, required=False)
