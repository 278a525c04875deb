"""Input about attendance and certificates: parsed and cleaned here, judged by the rules."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import name_of, typed

from .names import Reason, Standing

_STANDING = "standing-"


class ListForm(forms.Form):
    """A whole list: one "standing-KEY" for each participant, and the digest of what was read."""

    seen = forms.CharField(max_length=64)

    @property
    def given(self) -> dict[str, str]:
        """What is said of each; who has nothing chosen is left out."""
        sent = {name.removeprefix(_STANDING): said for name, said in self.data.items() if name.startswith(_STANDING)}
        return {key: said for key, said in sent.items() if said in Standing.values}


class NumbersForm(forms.Form):
    numbers = forms.CharField(
        label=_("Numbers of those who signed"), max_length=2000,
        help_text=_("As you read them from the list, in any order: 3 7 12-15"),
        widget=forms.Textarea(attrs={"rows": 3, "inputmode": "numeric"}),
    )  # fmt: skip  # one field


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code on the screen"), max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip  # one field


class CompletionForm(forms.Form):
    """The share, and the obligatory sessions among those of the programme."""

    share = forms.IntegerField(
        label=_("Share of the counted sessions, in percent"), min_value=1, max_value=100,
    )  # fmt: skip  # one field
    obligatory = forms.MultipleChoiceField(
        label=_("Obligatory sessions"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever misses one of these has not completed the seminar, whatever the share."),
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, sessions: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["obligatory"].choices = list(sessions)  # type: ignore[attr-defined]  # what the field is


class WordingForm(forms.Form):
    """What a certificate says, in each language."""

    parts = (
        ("title", _("Title"), 120, forms.TextInput),
        ("words", _("What it was about, in a sentence or two"), 400, forms.Textarea),
        ("signatory", _("Office that signs"), 160, forms.TextInput),
    )
    years = forms.IntegerField(
        label=_("Valid for how many years"), min_value=1, max_value=20, required=False,
        help_text=_("Leave it empty where it does not expire."),
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made: dict[str, forms.Field] = {}
        for tag, _name in settings.LANGUAGES:
            for name, label, most, widget in self.parts:
                attrs = {"lang": tag, **({"rows": 3} if widget is forms.Textarea else {})}
                made[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=most, required=False, widget=widget(attrs=attrs)
                )
        self.fields = {**made, **self.fields}

    @property
    def given(self) -> dict[str, Any]:
        """The values as the command takes them."""
        said = {name: self._said(name) for name, _label, _most, _widget in self.parts}
        return {**said, "years": self.cleaned_data["years"]}

    def _said(self, name: str) -> dict[str, str]:
        return typed(self.cleaned_data, name)


def worded(title: Mapping[str, str], words: Mapping[str, str], signatory: Mapping[str, str]) -> dict[str, str]:
    """The parts as the fields of the form begin."""
    several = {"title": title, "words": words, "signatory": signatory}
    return {f"{name}_{tag}": said.get(tag, "") for name, said in several.items() for tag, _name in settings.LANGUAGES}


class IssueForm(forms.Form):
    """The participants chosen, one "nominee" each, and the digest of what was read."""

    seen = forms.CharField(max_length=64)

    @property
    def nominees(self) -> Sequence[str]:
        several = self.data.getlist("nominee")  # type: ignore[attr-defined]  # what a browser sent
        return list(dict.fromkeys(several))


class RevokeForm(forms.Form):
    reason = forms.ChoiceField(label=_("Reason"), choices=Reason.choices)
    words = forms.CharField(
        label=_("In a sentence"),
        max_length=400,
        help_text=_("The holder reads it; who checks the certificate does not."),
    )
