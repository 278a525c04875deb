"""Input about questionnaires: parsed and cleaned here, judged by the rules."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tejido.nominations.names import Grade, Sex
from tejido.registry.forms import NamedForm
from tejido.registry.names import Branch
from tejido.web.languages import name_of, typed

from .commands import Coding
from .lines import Person
from .names import CLOSED, UNSAID, Ballot, Kind, Occasion, Way
from .words import choices_of, wording_of

_MOST_WORDS, _MOST_CHOICES, _TOKEN = 4000, 1500, 64
SHEETS = 5  # sheets on one page of a batch
_UNSAID = (UNSAID, pgettext_lazy("on a sheet of paper", "Not said"))


class BeginForm(NamedForm):
    """What a questionnaire is called, when it is asked, and which one it is copied from."""

    what = _("Title")
    occasion = forms.ChoiceField(label=_("When it is asked"), choices=Occasion.choices)
    session = forms.ChoiceField(
        label=_("Which session"), required=False, help_text=_("Only for a questionnaire after a session.")
    )
    source = forms.ChoiceField(
        label=_("Copied from"), required=False,
        help_text=_("Copied questions keep their identity: their results can be laid side by side."),
    )  # fmt: skip  # one field

    def __init__(
        self, *args: Any, sessions: Sequence[tuple[str, str]], sources: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        nothing = [("", gettext("nothing: an empty questionnaire"))]
        self.fields["source"].choices = [*nothing, *sources]  # type: ignore[attr-defined]  # a ChoiceField
        if sessions:
            self.fields["session"].choices = [("", "—"), *sessions]  # type: ignore[attr-defined]  # the same
        else:
            del self.fields["session"]


class QuestionForm(forms.Form):
    """A question in each language, and its choices a line each."""

    kind = forms.ChoiceField(label=_("How it is answered"), choices=Kind.choices)
    is_obligatory = forms.BooleanField(label=_("It has to be answered"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            self.fields[f"wording_{tag}"] = forms.CharField(
                label=gettext("Question (%(language)s)") % {"language": name_of(tag)}, max_length=300, required=False
            )
        for tag, _name in settings.LANGUAGES:
            self.fields[f"options_{tag}"] = forms.CharField(
                label=gettext("Choices, a line each (%(language)s)") % {"language": name_of(tag)},
                max_length=_MOST_CHOICES, required=False, widget=forms.Textarea(attrs={"rows": 4}),
            )  # fmt: skip  # one field

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        lines = {tag: _lines(values.get(f"options_{tag}", "")) for tag, _name in settings.LANGUAGES}
        lines = {tag: several for tag, several in lines.items() if several}
        if values.get("kind") in {Kind.ONE, Kind.SEVERAL} and len({len(several) for several in lines.values()}) > 1:
            raise forms.ValidationError(_("Give as many choices in one language as in the other, in the same order."))
        values["options"] = [
            {tag: several[at] for tag, several in lines.items()}
            for at in range(min(map(len, lines.values()), default=0))
        ]
        return values

    @property
    def given(self) -> dict[str, Any]:
        """The values as the command takes them."""
        plain = {name: self.cleaned_data[name] for name in ("kind", "options", "is_obligatory")}
        return {"wording": typed(self.cleaned_data, "wording"), **plain}


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def question_given(question: Any) -> dict[str, Any]:
    """A question as the form begins."""
    wording = {f"wording_{tag}": words for tag, words in question.wording.items()}
    languages = {tag for option in question.options for tag in option}
    options = {f"options_{tag}": "\n".join(option.get(tag, "") for option in question.options) for tag in languages}
    return {"kind": question.kind, "is_obligatory": question.is_obligatory, **wording, **options}


class MoveForm(forms.Form):
    way = forms.ChoiceField(choices=Way.choices)


class AnswersForm(forms.Form):
    """The questions as somebody answers them, in one language. `token` was made with the page."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=_TOKEN, min_length=10)

    def __init__(self, *args: Any, questions: Iterable[Any], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[question.key] = _field(question, language)

    @property
    def ballot(self) -> Ballot:
        return {key: given for key, given in self._given() if given}

    def _given(self) -> Iterable[tuple[str, frozenset[int] | str]]:
        for question in self.questions:
            value = self.cleaned_data[question.key]
            if question.kind not in CLOSED:
                yield question.key, value.strip()
            else:
                chosen = value if isinstance(value, list) else [value]
                yield question.key, frozenset(int(one) for one in chosen if one)


def _field(question: Any, language: str) -> forms.Field:
    options = [(str(place), words) for place, words in enumerate(choices_of(question, language))]
    shared = {"label": wording_of(question, language), "required": question.is_obligatory}
    if question.kind == Kind.OPEN:
        return forms.CharField(
            **shared, max_length=_MOST_WORDS, widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Do not name yourself or others. It is read before it is shown to anybody."),
        )  # fmt: skip  # one field
    if question.kind == Kind.SEVERAL:
        return forms.MultipleChoiceField(**shared, choices=options, widget=forms.CheckboxSelectMultiple)
    return forms.ChoiceField(**shared, choices=options, widget=forms.RadioSelect)


class SheetForm(forms.Form):
    """One sheet of paper, typed in: choices by their numbers from 1, as "4" or "1, 3"."""

    sex = forms.ChoiceField(label=_("Sex"), choices=[_UNSAID, *[c for c in Sex.choices if c[0] != UNSAID]])
    grade = forms.ChoiceField(label=_("Level of the post"), choices=[_UNSAID, *Grade.choices])
    branch = forms.ChoiceField(label=_("Kind of institution"), choices=[_UNSAID, *Branch.choices])

    def __init__(self, *args: Any, questions: Iterable[Any], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            words = wording_of(question, language)
            is_open = question.kind not in CLOSED
            self.fields[question.key] = forms.CharField(
                label=words, required=False, max_length=_MOST_WORDS if is_open else 40,
                widget=forms.Textarea(attrs={"rows": 2}) if is_open else forms.TextInput(),
                help_text="" if is_open else _numbered(choices_of(question, language)),
            )  # fmt: skip  # one field
        self.unmarked = [question.key for question in self.questions]
        self.ballot: Ballot = {}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        self.ballot = {question.key: given for question in self.questions if (given := self._read(question, values))}
        for question in self.questions:
            if self.ballot and question.is_obligatory and not values.get(question.key, "").strip():
                self.add_error(question.key, _("This has to be answered."))
        return values

    def _read(self, question: Any, values: Mapping[str, Any]) -> frozenset[int] | str:
        said = values.get(question.key, "").strip()
        if question.kind not in CLOSED:
            return str(said)
        numbers = said.replace(",", " ").split()
        if not all(number.isascii() and number.isdigit() for number in numbers):
            self.add_error(question.key, _("Type the numbers of the choices, as 4 or 1, 3."))
            return frozenset()
        return self._offered(question, frozenset(int(number) - 1 for number in numbers))

    def _offered(self, question: Any, chosen: frozenset[int]) -> frozenset[int]:
        if not chosen <= set(range(question.offers)):
            self.add_error(question.key, gettext("The choices go from 1 to %(last)s.") % {"last": question.offers})
        elif len(chosen) > 1 and question.kind != Kind.SEVERAL:
            self.add_error(question.key, _("Only one choice is taken here."))
        return chosen

    @property
    def person(self) -> Person:
        return Person(*(self.cleaned_data[name] for name in ("sex", "grade", "branch")))


def _numbered(choices: Iterable[str]) -> SafeString:
    """Escaped here: help is written into the page as it stands."""
    return format_html_join(" · ", "{} {}", enumerate(choices, 1))


class TokenForm(forms.Form):
    token = forms.CharField(widget=forms.HiddenInput, max_length=_TOKEN, min_length=10)


class CodingForm(forms.Form):
    """What the reader of an open answer makes of it; passages come as one "passages" each."""

    language = forms.ChoiceField(label=_("Language of the answer"), choices=settings.LANGUAGES)
    paraphrase = forms.CharField(
        label=_("Paraphrase"), required=False, max_length=_MOST_WORDS, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where the words would give away who wrote them. The original is erased at the release."),
    )  # fmt: skip  # one field
    is_withheld = forms.BooleanField(
        label=_("Withhold it: nothing of it is shown, and it is erased at the release"), required=False
    )
    topics = forms.MultipleChoiceField(label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, topics: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = topics  # type: ignore[attr-defined]  # a MultipleChoiceField
        for tag, _name in settings.LANGUAGES:
            self.fields[f"translation_{tag}"] = forms.CharField(
                label=gettext("Translation (%(language)s)") % {"language": name_of(tag)}, required=False,
                max_length=_MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip  # one field

    @property
    def coding(self) -> Coding:
        values = self.cleaned_data
        passages = self.data.getlist("passages")  # type: ignore[attr-defined]  # what a browser sent
        translations = {tag: values[f"translation_{tag}"] for tag, _name in settings.LANGUAGES}
        return Coding(
            values["language"], values["paraphrase"], values["is_withheld"], passages, values["topics"], translations
        )


def coding_given(answer: Any, language: str) -> dict[str, Any]:
    """An answer as the form begins; `language` is what is likely where nobody said."""
    translations = {f"translation_{tag}": words for tag, words in answer.translations.items()}
    names = ("paraphrase", "is_withheld", "topics")
    return {"language": answer.language or language, **{name: getattr(answer, name) for name in names}, **translations}


class TopicForm(NamedForm):
    what = _("Topic")
