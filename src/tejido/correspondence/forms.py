"""Input of letters between networks. Subject and text are asked in each language of the network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import LocalInstant
from tejido.people.forms import zones
from tejido.web.languages import direction, filled, name_of

from .commands import Contents
from .names import Purpose
from .proof import LONGEST_SUBJECT, LONGEST_TEXT

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from tejido.exchange.models import Peer

_PURPOSES = [choice for choice in Purpose.choices if choice[0] != Purpose.ANSWER]


class LetterForm(forms.Form):
    """A draft. An answer is asked neither for its purpose nor for whom it is."""

    to = forms.ChoiceField(label=_("To"))
    purpose = forms.ChoiceField(label=_("Purpose"), choices=_PURPOSES)
    until = LocalInstant(
        label=_("Answer asked for until"), required=False, help_text=_("Leave it empty where no answer is needed.")
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, languages: Sequence[str], peers: Sequence[Peer] = (), is_answer: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._peers, self._languages = {peer.key: peer for peer in peers}, list(languages)
        self.unmarked = ["until", *self._names("subject"), *self._names("words")]
        if peers:
            self.fields["to"].choices = [(peer.key, peer.name) for peer in peers]  # type: ignore[attr-defined]
        else:
            del self.fields["to"]
        if is_answer:
            del self.fields["purpose"]
        for tag in self._languages:
            self._ask_in(tag)

    def _ask_in(self, tag: str) -> None:
        marks = {"lang": tag, "dir": direction(tag)}
        said = {"language": name_of(tag)}
        self.fields[f"subject_{tag}"] = forms.CharField(
            label=_("Subject (%(language)s)") % said, max_length=LONGEST_SUBJECT, required=False,
            widget=forms.TextInput(attrs=marks),
        )  # fmt: skip  # one field
        self.fields[f"words_{tag}"] = forms.CharField(
            label=_("Text (%(language)s)") % said, max_length=LONGEST_TEXT, required=False,
            widget=forms.Textarea(attrs={"rows": 8, **marks}),
        )  # fmt: skip  # one field

    def _names(self, name: str) -> list[str]:
        return [f"{name}_{tag}" for tag in self._languages]

    def clean_to(self) -> Any:
        return self._peers[self.cleaned_data["to"]]

    @property
    def contents(self) -> Contents:
        typed = self.cleaned_data
        said = {name: filled({tag: typed[f"{name}_{tag}"] for tag in self._languages}) for name in ("subject", "words")}
        return Contents(typed.get("purpose", ""), **said, until=typed["until"], zone=typed["zone"])


class SeenForm(forms.Form):
    """Which state of the draft was read before it was sent."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class DutyForm(forms.Form):
    what = forms.CharField(label=_("What is to be done"), max_length=300)
    until = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_until(self) -> date | None:
        found: date | None = self.cleaned_data["until"]
        return found
