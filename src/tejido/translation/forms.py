"""Input about translations."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.engine.translation import State, Use
from tejido.web.languages import direction, name_of
from tejido.web.uploads import SizedFile

from .commands import Entry
from .names import Standing
from .queries import Filter

TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"


class TranslationForm(forms.Form):
    """What a passage says in another language."""

    base = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**7)
    words = forms.CharField(label=_("Translation"), widget=forms.Textarea, strip=False)
    keeps_forbidden = forms.BooleanField(
        label=_("It has to stay as it is"),
        required=False,
        help_text=_("For a word that the glossary says not to use: in a quotation, in the name of an instrument."),
    )

    def __init__(self, *args: object, language: str, checks: str, draft: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["words"].widget.attrs.update({
            "lang": language, "dir": direction(language), "rows": 8, "spellcheck": "true", "hx-post": checks,
            "hx-trigger": "input changed delay:400ms", "hx-target": "#checks", "hx-include": "closest form",
            "data-editor": True, "data-draft-url": draft, "data-kept": _("Draft kept at {time}"),
            "data-not-kept": _("The draft could not be kept. Your text is still here; we are trying again."),
        })  # fmt: skip  # a table

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")


class DraftForm(forms.Form):
    """What is being typed, whole or not."""

    base = forms.IntegerField(min_value=1, max_value=10**7)
    words = forms.CharField(required=False, strip=False, max_length=100_000)

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")


class ReviewForm(forms.Form):
    """Which passages were read, in which revision."""

    seen = forms.CharField(max_length=64)
    passages = forms.MultipleChoiceField(label=_("Passages"))

    def __init__(self, *args: object, ids: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["passages"].choices = [(id, id) for id in ids]  # type: ignore[attr-defined]  # a choice field


class PropagationForm(forms.Form):
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why the meaning is the same"),
        max_length=300,
        help_text=_("Kept beside the change. A spelling was put right; a name was written out."),
    )


class AssignmentForm(forms.Form):
    """Who translates which part into which language."""

    language = forms.RegexField(
        TAG,
        label=_("Language"),
        max_length=20,
        help_text=_("A language tag: pt, pt-BR, en, fr, ar. A language that the text has not yet begins with this."),
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    seat = forms.ChoiceField(label=_("Seat"))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(
        self, *args: object, sections: list[tuple[str, str]], seats: list[tuple[str, str]], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["section"].choices = [("", _("The whole text")), *sections]  # type: ignore[attr-defined]
        self.fields["seat"].choices = seats  # type: ignore[attr-defined]


class SignatoriesForm(forms.Form):
    seats = forms.MultipleChoiceField(label=_("Seats that sign"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: object, seats: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["seats"].choices = seats  # type: ignore[attr-defined]


class SeenForm(forms.Form):
    """The digest of the version that the page showed."""

    seen = forms.CharField(max_length=64)


class FilterForm(forms.Form):
    """How a list is narrowed. Nothing in it is ever an error: what is not understood narrows nothing."""

    unmarked = ("state", "section")
    state = forms.ChoiceField(label=pgettext_lazy("a translation", "State"), required=False)
    section = forms.ChoiceField(label=_("Section"), required=False)
    mine = forms.BooleanField(label=_("Only what my seat was given"), required=False)

    def __init__(self, *args: object, sections: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            ("", _("Every state")), *((state.value, Standing(state).label) for state in State)
        ]  # fmt: skip  # one list
        self.fields["section"].choices = [("", _("The whole text")), *sections]  # type: ignore[attr-defined]

    @property
    def asked(self) -> Filter:
        """Of a form that was given what stands in the address, or nothing."""
        self.is_valid()
        found = self.cleaned_data
        return Filter(found.get("state", ""), found.get("section", ""), bool(found.get("mine")))


class FileForm(forms.Form):
    """A file of translations that comes back."""

    file = SizedFile(label=_("File"), help_text=_("XLIFF 2 (.xlf) or TMX 1.4 (.tmx). You see first what would change."))


class ConceptForm(forms.Form):
    """What a thing is called in each language, one word or phrase a line, and what it is not to be called."""

    source = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("Where the words come from, or who agreed on them."),
    )

    def __init__(self, *args: object, languages: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.languages = languages
        for tag in languages:
            name = {"language": name_of(tag)}
            written = {"lang": tag, "dir": direction(tag), "rows": 2}
            for use, label in (
                (Use.PREFERRED, _("%(language)s: preferred")),
                (Use.ALLOWED, _("%(language)s: allowed")),
                (Use.FORBIDDEN, _("%(language)s: not to be used")),
            ):
                area = forms.Textarea(attrs=written)
                self.fields[f"{use}_{tag}"] = forms.CharField(
                    label=str(label) % name, max_length=1000, required=False, widget=area
                )
            self.fields[f"definition_{tag}"] = forms.CharField(
                label=str(_("%(language)s: what it is")) % name, max_length=2000, required=False,
                widget=forms.Textarea(attrs=written),
            )  # fmt: skip  # one field
        self.fields["source"] = self.fields.pop("source")  # last, as one fills it in

    @property
    def entry(self) -> Entry:
        said = self.cleaned_data
        terms = [
            (tag, words.strip(), use.value)
            for tag in self.languages
            for use in Use
            for words in said[f"{use}_{tag}"].splitlines()
        ]
        return Entry(terms, {tag: said[f"definition_{tag}"] for tag in self.languages}, said["source"])
