"""Recommendations: looked for, entered, assessed, given to institutions, linked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.programmes.names import CODES
from tejido.registry.forms import partial_date
from tejido.web.languages import in_my_language, name_of

from ..names import Duty, Gap, Mechanism, Position, Status
from ..queries.recommendations import Choices

Pairs = Sequence[tuple[str, str]]
MOST_TEXT = 8_000  # signs of a recommendation
_ANY = ("", pgettext_lazy("filter", "any"))
_ANY_POSITION = ("", pgettext_lazy("filter by position", "any"))
_BY = {  # many languages have a word for each gender
    "cluster": ("", pgettext_lazy("filter by cluster", "any")),
    "target": ("", pgettext_lazy("filter by target", "any")),
    "institution": ("", pgettext_lazy("filter by institution", "any")),
}  # fmt: skip  # a table


class Lines(forms.CharField):
    """Several, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=8_000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        items = [line.strip()[:200] for line in super().clean(value).split("\n")]
        return list(dict.fromkeys(item for item in items if item))


class TargetsField(Lines):
    """Goals and targets of the SDGs, one a line or parted by commas."""

    def clean(self, value: Any) -> list[str]:
        found = [part.strip() for line in super().clean(value) for part in line.split(",") if part.strip()]
        if wrong := [part for part in found if part not in CODES]:
            raise forms.ValidationError(
                _("“%(value)s” is no goal or target of the SDGs. Write 16 or 16.1."), params={"value": wrong[0]}
            )
        return list(dict.fromkeys(found))


class RecommendationForm(forms.Form):
    """What is said at the source. `facts` holds the values as the command takes them."""

    mechanism = forms.ChoiceField(label=_("Mechanism"), choices=Mechanism.choices)
    body = forms.CharField(
        label=_("Body"), max_length=200, required=False, help_text=_("The committee, rapporteur or working group.")
    )
    symbol = forms.CharField(label=_("Document symbol"), max_length=80, required=False)
    paragraph = forms.CharField(label=pgettext_lazy("of a document", "Paragraph"), max_length=40, required=False)
    session = forms.CharField(label=_("Cycle or session"), max_length=120, required=False)
    day = partial_date(_("Date"), is_needed=False)
    states = Lines(label=_("Recommending States"), help_text=_("One a line, as the document writes them."))
    themes = Lines(label=_("Themes"), help_text=_("One a line."))
    groups = Lines(label=_("Affected groups"), help_text=_("One a line."))
    targets = TargetsField(label=_("SDG targets"), help_text=_("For example 16 or 16.1, one a line."))
    position = forms.ChoiceField(label=_("Position"), choices=Position.choices, initial=Position.UNSTATED)
    address = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    external = forms.CharField(label=_("Identifier at the source"), max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags = [tag for tag, _name in settings.LANGUAGES]
        for tag in tags:
            self.fields[f"text_{tag}"] = forms.CharField(
                label=_("Text (%(language)s)") % {"language": name_of(tag)},
                widget=forms.Textarea(attrs={"rows": 4}), max_length=MOST_TEXT, required=False,
            )  # fmt: skip  # one field
        first = ["mechanism", "body", "symbol", "paragraph", "session", "day", *(f"text_{tag}" for tag in tags)]
        self.order_fields([*first, "states", "position"])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not any(self.texts_in(values).values()):
            raise forms.ValidationError(_("Give the text of the recommendation in at least one language."))
        return values

    @staticmethod
    def texts_in(values: dict[str, Any]) -> dict[str, str]:
        found = {tag: values.get(f"text_{tag}", "") for tag, _name in settings.LANGUAGES}
        return {tag: text for tag, text in found.items() if text}

    @property
    def facts(self) -> dict[str, Any]:
        values = {name: value for name, value in self.cleaned_data.items() if not name.startswith("text_")}
        return {**values, "texts": self.texts_in(self.cleaned_data)}


class AssessForm(forms.Form):
    """Where the member stands. What it said in other languages stays."""

    status = forms.ChoiceField(label=_("State of our work"), choices=Status.choices)
    cluster = forms.CharField(
        label=_("Cluster"), max_length=120, required=False, help_text=_("Your own grouping, for example a plan’s axis.")
    )
    words = forms.CharField(
        label=_("Assessment in words"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4_000, required=False
    )
    language = forms.ChoiceField(
        label=_("Language of these words"), choices=[(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]
    )

    def __init__(self, *args: Any, keeps: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not keeps:
            del self.fields["cluster"]

    def assessment(self, before: dict[str, str]) -> dict[str, str]:
        said = {**before, self.cleaned_data["language"]: self.cleaned_data["words"]}
        return {tag: words for tag, words in said.items() if words}


class ChargesForm(forms.Form):
    """The institutions by their duty; each has one."""

    principal = forms.MultipleChoiceField(label=Duty.PRINCIPAL.label, required=False)
    alternate = forms.MultipleChoiceField(label=Duty.ALTERNATE.label, required=False)
    validating = forms.MultipleChoiceField(label=Duty.VALIDATING.label, required=False)

    def __init__(self, *args: Any, institutions: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = institutions  # type: ignore[attr-defined]  # a ChoiceField
            field.widget.attrs["size"] = min(8, max(3, len(institutions)))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        named = [key for duty in Duty.values for key in values.get(duty, ())]
        if len(set(named)) < len(named):
            raise forms.ValidationError(_("An institution has one duty for a recommendation. Choose one for each."))
        return values

    @property
    def charges(self) -> dict[str, str]:
        return {key: duty for duty in Duty.values for key in self.cleaned_data[duty]}


class LinkForm(forms.Form):
    initiatives = forms.MultipleChoiceField(label=_("Initiatives"))
    note = forms.CharField(
        label=_("How it answers the recommendation"), max_length=300, required=False, help_text=_("Goes into reports.")
    )

    def __init__(self, *args: Any, initiatives: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["initiatives"].choices = initiatives  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["initiatives"].widget.attrs["size"] = min(8, max(3, len(initiatives)))


class ValueForm(forms.Form):
    """An indicator as a whole or one of its values, as "indicator/period"."""

    evidence = forms.ChoiceField(label=_("Indicator and period"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False, help_text=_("Goes into reports."))

    def __init__(self, *args: Any, evidence: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = evidence  # type: ignore[attr-defined]  # a ChoiceField


class SectionForm(forms.Form):
    """A section as "text/passage"."""

    section = forms.ChoiceField(label=_("Section of a text"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, sections: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = sections  # type: ignore[attr-defined]  # a ChoiceField


class WantedForm(forms.Form):
    """What is looked for; whatever it is asked that is no choice any more asks nothing."""

    words = forms.CharField(label=_("Words"), required=False, max_length=120)
    mechanism = forms.ChoiceField(label=_("Mechanism"), required=False, choices=[_ANY, *Mechanism.choices])
    status = forms.ChoiceField(label=_("State of our work"), required=False, choices=[_ANY, *Status.choices])
    position = forms.ChoiceField(label=_("Position"), required=False, choices=[_ANY_POSITION, *Position.choices])
    gap = forms.ChoiceField(label=_("What lacks"), required=False, choices=[_ANY, *Gap.choices])
    cluster = forms.ChoiceField(label=_("Cluster"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    group = forms.ChoiceField(label=_("Affected group"), required=False)
    target = forms.ChoiceField(label=_("SDG target"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unmarked = tuple(self.fields)
        offer(self, choices)


def offer(form: forms.Form, choices: Choices) -> None:
    """Fills the filters with what occurs; a filter that would have nothing to choose is not shown."""
    institutions = [(row.key, in_my_language(row.name)) for row in choices.institutions]
    named = {
        "cluster": [(name, name) for name in choices.clusters],
        "theme": [(name, name) for name in choices.themes],
        "group": [(name, name) for name in choices.groups],
        "target": [(name, name) for name in choices.targets],
        "institution": institutions,
    }
    for name, pairs in named.items():
        if pairs:
            form.fields[name].choices = [_BY.get(name, _ANY), *pairs]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del form.fields[name]
