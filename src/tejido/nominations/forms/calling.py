"""Input of the secretariat about a call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.deliberation.forms import LocalInstant
from tejido.people.forms import zones
from tejido.web.languages import name_of

from ..commands import Terms
from ..names import Grade, Kind

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from ..models import Call

_QUOTA = re.compile(r"([A-Z0-9]{2,8})[ :=]+(\d{1,2})")


class CallForm(forms.Form):
    """Quota, alternates, wishes, and for how long data are kept; when the call is opened also the deadline."""

    quota = forms.IntegerField(label=_("Persons of each member"), min_value=1, max_value=50)
    alternates = forms.IntegerField(label=_("Alternates of each member"), min_value=0, max_value=50, initial=1)
    quotas = forms.CharField(
        label=_("Other quotas"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line, the code of the member and the number: PY 4"),
        max_length=400,
    )
    women = forms.IntegerField(
        label=_("At least so many women, in percent"), min_value=0, max_value=100, initial=0,
        help_text=_("A wish: it is shown beside the places, and decides nothing."),
    )  # fmt: skip  # one field
    spread = forms.BooleanField(label=_("Wish: persons of a member from different institutions"), required=False)
    grades = forms.MultipleChoiceField(
        label=_("Wish: somebody of each of these grades"),
        choices=Grade.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kept_days = forms.IntegerField(
        label=_("Personal data are deleted so many days after the end"), min_value=1, max_value=1000, initial=180
    )
    deadline = LocalInstant(label=_("Deadline"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)

    def __init__(self, *args: Any, is_open: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_open:
            del self.fields["deadline"], self.fields["zone"]

    def clean_quotas(self) -> dict[str, int]:
        lines = [line.strip().upper() for line in self.cleaned_data["quotas"].splitlines() if line.strip()]
        found = [_QUOTA.fullmatch(line) for line in lines]
        if not all(found):
            raise forms.ValidationError(_("Write one a line, the code of the member and the number: PY 4"))
        return {each[1]: int(each[2]) for each in found if each}

    @property
    def terms(self) -> Terms:
        """The values as the commands take them."""
        values = self.cleaned_data
        wishes = {"women": values["women"], "spread": values["spread"], "grades": list(values["grades"])}
        return Terms(values["quota"], values["alternates"], values["quotas"], wishes, values["kept_days"])

    @property
    def until(self) -> tuple[datetime, str]:
        return self.cleaned_data["deadline"], self.cleaned_data["zone"]


def call_given(call: Call) -> dict[str, Any]:
    """A call, as the form begins."""
    wishes = call.wishes
    return {
        "quota": call.quota,
        "alternates": call.alternates,
        "quotas": "\n".join(f"{code} {number}" for code, number in sorted(call.quotas.items())),
        "women": wishes.get("women", 0),
        "spread": wishes.get("spread", False),
        "grades": wishes.get("grades", []),
        "kept_days": call.kept_days,
    }


class ExtendingForm(forms.Form):
    """A later deadline, for all or for one."""

    member = forms.ChoiceField(label=_("For whom"), required=False)
    deadline = LocalInstant(label=_("New deadline"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [("", _("All members")), *members]  # type: ignore[attr-defined]  # a ChoiceField


class WordsForm(forms.Form):
    """What the letter and the note say, by kind and language; empty for the words of the house."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in Kind:
            for tag, _name in settings.LANGUAGES:
                self.fields[f"{kind}_{tag}"] = forms.CharField(
                    label=f"{kind.label} ({name_of(tag)})",
                    widget=forms.Textarea(attrs={"rows": 5, "lang": tag}),
                    max_length=4000,
                    required=False,
                )

    @property
    def words(self) -> dict[str, dict[str, str]]:
        tags = [tag for tag, _name in settings.LANGUAGES]
        return {str(kind): {tag: self.cleaned_data[f"{kind}_{tag}"] for tag in tags} for kind in Kind}


def words_given(call: Call) -> dict[str, str]:
    return {f"{kind}_{tag}": said for kind, by in call.words.items() for tag, said in by.items()}
