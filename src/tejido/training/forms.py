"""Input about courses: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.adaptation.forms import AudienceForm, SeenForm
from tejido.registry.forms import NamedForm

from .lines import Thing
from .names import Method, Officials, Way

__all__ = ["AudienceForm", "CourseForm", "MinimumForm", "MoveForm", "SeenForm", "SessionForm", "named"]


def named(title: dict[str, str]) -> dict[str, str]:
    """The title in each language, as the fields of a form begin."""
    return {f"name_{tag}": title.get(tag, "") for tag, _name in settings.LANGUAGES}


class CourseForm(NamedForm):
    """What a course is called, for whom it is, and why it has to be taken."""

    what = _("Title")
    officials = forms.ChoiceField(label=_("For whom"), choices=Officials.choices)
    is_mandatory = forms.BooleanField(label=_("The course is mandatory"), required=False)
    obligation = forms.CharField(
        label=_("Where the obligation comes from"), max_length=300, required=False,
        help_text=_("A decree, a resolution, a study plan. Leave it empty where you do not know it: it is said so."),
    )  # fmt: skip  # one field

    @property
    def given(self) -> dict[str, Any]:
        """The values as the command takes them."""
        names = ("officials", "is_mandatory", "obligation")
        return {"title": self.names, **{name: self.cleaned_data[name] for name in names}}


class SessionForm(NamedForm):
    """A session, and what it treats: one "treats" a passage or section, with "time-ID" where its minutes are said."""

    what = _("Title")
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=6000)
    method = forms.ChoiceField(label=_("Method"), choices=Method.choices)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["treats"] = [Thing(id, self._time(id)) for id in self._chosen()]
        return values

    def _chosen(self) -> Sequence[str]:
        several = self.data.getlist("treats")  # type: ignore[attr-defined]  # what a browser sent
        return list(dict.fromkeys(several))

    def _time(self, id: str) -> int | None:
        said = self.data.get(f"time-{id}", "").strip()
        if not said:
            return None
        if not (said.isascii() and said.isdigit() and len(said) <= 4):
            raise forms.ValidationError(_("Minutes are whole numbers."))
        return int(said)

    @property
    def given(self) -> dict[str, Any]:
        """The values as the commands take them."""
        names = ("minutes", "method", "treats")
        return {"title": self.names, **{name: self.cleaned_data[name] for name in names}}


class MoveForm(forms.Form):
    way = forms.ChoiceField(choices=Way.choices)


class MinimumForm(forms.Form):
    """The least time for a section, and where the network agreed on it."""

    section = forms.CharField(max_length=12, required=False)
    minutes = forms.IntegerField(label=_("Minutes at least"), min_value=1, max_value=6000)
    decided = forms.CharField(
        label=_("Where the network decided it"), max_length=300, help_text=_("A meeting, a paragraph of its minutes.")
    )
