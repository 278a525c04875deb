"""Input of regional initiatives: parsed and cleaned here, judged by the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.programmes.lines import fold
from tejido.registry.forms import InOrder, NamedForm, day_field, partial_date
from tejido.web.languages import in_my_language, name_of, spread, typed

from .names import OUTWARD, Field, State

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from tejido.registry.models import Institution, Member, Seat

Choices = Sequence[tuple[str, Any]]
LONGEST = 4000


class Worded(forms.Form):
    """A form with words in each language. `words(name)` holds those that were given."""

    asked: tuple[tuple[str, Any], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.asked:
            for tag, _name in settings.LANGUAGES:
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=LONGEST, required=False,
                    widget=forms.Textarea(attrs={"rows": 4}),
                )  # fmt: skip  # one field

    def words(self, name: str) -> dict[str, str]:
        return typed(self.cleaned_data, name)


class ProposalForm(NamedForm, Worded):
    what = _("Name of the initiative")
    asked = (("aim", _("What for")),)


class Dated(InOrder):
    since = partial_date(_("Since"), is_needed=False)
    until = partial_date(_("Until"), is_needed=False)


class CommonForm(Worded, Dated):
    asked = (("aim", _("What for")), ("results", _("Results of all")))
    base = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def values(self) -> dict[str, Any]:
        dates = {name: self.cleaned_data[name] for name in ("since", "until")}
        return {**dates, "aim": self.words("aim"), "results": self.words("results")}


class MilestoneForm(NamedForm):
    what = _("Milestone")
    due = partial_date(_("By when"), is_needed=False)


class ReachedForm(forms.Form):
    day = partial_date(_("Reached"))


class TurnForm(forms.Form):
    seat = forms.ChoiceField(label=_("Seat that coordinates"))
    since = day_field(_("From"))

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seats = {row.key: row for row in seats}
        self.fields["seat"].choices = [(row.key, _seat(row)) for row in seats]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_seat(self) -> Seat:
        return self._seats[self.cleaned_data["seat"]]


def _seat(row: Seat) -> str:
    member = row.institution.member
    return f"{in_my_language(member.name) if member else ''}: {in_my_language(row.title) or row.get_role_display()}"


class InvitationForm(forms.Form):
    member = forms.ChoiceField(label=_("Member"))

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._members = {row.code: row for row in members}
        named = [(row.code, in_my_language(row.name)) for row in members]
        self.fields["member"].choices = sorted(named, key=lambda one: fold(one[1]))  # type: ignore[attr-defined]  # a ChoiceField

    def clean_member(self) -> Member:
        return self._members[self.cleaned_data["member"]]


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300, help_text=_("Every seat of the network can read it."))


class DeclineForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)


class ReleaseForm(forms.Form):
    audience = forms.ChoiceField(label=_("Who may read it"), choices=OUTWARD)


class SaidForm(Worded):
    """A field that is told in words, at least in one language."""

    asked = (("words", _("In words")),)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not any(words.strip() for words in values.values()):
            raise forms.ValidationError(_("Write it in at least one language."))
        return values

    @property
    def value(self) -> dict[str, Any]:
        return self.words("words")


class InstitutionForm(forms.Form):
    institution = forms.ChoiceField(label=_("Responsible institution"))

    def __init__(self, *args: Any, institutions: Sequence[Institution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rows = {row.key: row for row in institutions}
        choices = [(row.key, in_my_language(row.name) or row.code) for row in institutions]
        self.fields["institution"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def value(self) -> dict[str, Any]:
        row = self._rows[self.cleaned_data["institution"]]
        return {"key": row.key, "name": dict(row.name)}


class OwnInitiativeForm(forms.Form):
    initiative = forms.ChoiceField(
        label=_("Our own initiative"), help_text=_("Others see its title as far as it is released to them.")
    )

    def __init__(self, *args: Any, initiatives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["initiative"].choices = initiatives  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def value(self) -> dict[str, Any]:
        return {"key": self.cleaned_data["initiative"]}


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("How it stands"), choices=State.choices, widget=forms.RadioSelect)

    @property
    def value(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class DatesForm(Dated):
    since = partial_date(_("Since"))

    @property
    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("since", "until")}


def field_form(
    field: Field, data: Any, value: Mapping[str, Any], *, institutions: Sequence[Institution], initiatives: Choices
) -> Any:
    """The form of a field, filled with what stands."""
    match field:
        case Field.INSTITUTION:
            initial = {"institution": value.get("key", "")}
            return InstitutionForm(data, initial=initial, institutions=institutions)
        case Field.INITIATIVE:
            return OwnInitiativeForm(data, initial={"initiative": value.get("key", "")}, initiatives=initiatives)
        case Field.STATE:
            return StateForm(data, initial=dict(value))
        case Field.DATES:
            return DatesForm(data, initial=dict(value))
        case _:
            return SaidForm(data, initial=spread("words", value))
