"""Input of cycles and seminars: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.people.forms import zones
from tejido.registry.forms.entering import day_field
from tejido.web.languages import in_my_language, name_of, spread, typed

from ..names import Taught
from ..queries.choices import Choices
from ..rules import Outline, Plan


def area(label: Any, rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=4000, **kwargs)


class Spoken(forms.Form):
    """Words in the languages of the interface, each optional. `spoken` are the fields, with their labels."""

    spoken: tuple[tuple[str, Any], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.spoken:
            for tag, _name in settings.LANGUAGES:
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=200, required=False
                )

    def said(self, name: str) -> dict[str, str]:
        """What was written in each language."""
        return typed(self.cleaned_data, name)


class CycleForm(Spoken):
    """What a cycle is called, and which texts of the network it teaches and follows."""

    spoken = (("title", _("Title")),)
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=999, required=False)
    text = forms.ChoiceField(label=_("The text that is taught"), required=False)
    structure = forms.ChoiceField(
        label=_("The structure of the seminar"), required=False,
        help_text=_("A text of the network. Leave it empty to begin it later from a draft."),
    )  # fmt: skip  # one field

    def __init__(self, *args: Any, texts: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._texts = {row.key: row for row in texts}
        for name in ("text", "structure"):
            self.fields[name].choices = [("", "—"), *((r.key, in_my_language(r.title)) for r in texts)]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def outline(self) -> Outline:
        text, structure = (self._texts.get(self.cleaned_data[name]) for name in ("text", "structure"))
        return Outline(self.cleaned_data["number"], self.said("title"), text, structure)


def cycle_initial(cycle: Any) -> dict[str, Any]:
    texts = {"text": cycle.text_id or "", "structure": cycle.structure_id or ""}
    return {"number": cycle.number, **texts, **spread("title", cycle.title)}


class StructureForm(forms.Form):
    title = forms.CharField(label=_("Title of the text"), max_length=120)


class PlanForm(Spoken):
    """Everything that is written down of a seminar."""

    spoken = (("place", _("Place")), ("site", _("Site of memory")), ("title", _("Title")))
    part = forms.IntegerField(label=_("Part"), min_value=1, max_value=99)
    since = day_field(_("First day"))
    until = day_field(_("Last day"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones, help_text=_("The clocks of the place."))
    host = forms.ChoiceField(label=_("Host"), required=False)
    institution = forms.ChoiceField(
        label=_("Host institution"), required=False, help_text=_("One of the host's, or one of the network itself.")
    )
    languages = forms.MultipleChoiceField(label=_("Working languages"), widget=forms.CheckboxSelectMultiple)
    capacity = forms.IntegerField(label=_("Places for participants"), min_value=1, max_value=5000, required=False)

    def __init__(self, *args: Any, choices: Choices, languages: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._hosts = {row.code: row for row in choices.hosts}
        self._institutions = {row.key: row for row in choices.institutions}
        hosts = [(row.code, in_my_language(row.name)) for row in choices.hosts]
        tags = dict.fromkeys([*(tag for tag, _name in settings.LANGUAGES), *languages])
        for name, found in (
            ("host", [("", "—"), *hosts]),
            ("institution", [("", "—"), *_grouped(choices)]),
            ("languages", [(tag, name_of(tag)) for tag in tags]),
        ):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a ChoiceField
        words = [f"{name}_{tag}" for name, _label in self.spoken for tag, _name in settings.LANGUAGES]
        self.order_fields(["part", "since", "until", "zone", "host", "institution", *words, "languages", "capacity"])

    @property
    def plan(self) -> Plan:
        values = self.cleaned_data
        return Plan(
            part=values["part"],
            title=self.said("title"),
            host=self._hosts.get(values["host"]),
            institution=self._institutions.get(values["institution"]),
            place=self.said("place"),
            site=self.said("site"),
            since=values["since"].isoformat(),
            until=values["until"].isoformat(),
            zone=values["zone"],
            languages=values["languages"],
            capacity=values["capacity"],
        )


def _grouped(choices: Choices) -> list[tuple[str, list[tuple[str, str]]]]:
    """Institutions under the member that they belong to; those of the network itself come first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(choices.institutions, key=lambda row: row.member is not None):
        group = in_my_language(row.member.name) if row.member else str(_("The network"))
        found.setdefault(group, []).append((row.key, in_my_language(row.name) or row.code))
    return list(found.items())


def plan_initial(seminar: Any) -> dict[str, Any]:
    """A seminar as its form begins."""
    same = ("part", "since", "until", "zone", "languages", "capacity")
    words = {k: v for name in ("title", "place", "site") for k, v in spread(name, getattr(seminar, name)).items()}
    host = seminar.host.code if seminar.host else ""
    return {
        **{n: getattr(seminar, n) for n in same},
        "host": host,
        "institution": seminar.institution_id or "",
        **words,
    }


class ChangeForm(PlanForm):
    """The same after the announcement, with the reason."""

    reason = area(_("Reason"), help_text=_("Read by everybody who was told of the seminar."))


class ReasonForm(forms.Form):
    reason = area(_("Reason"))


class AnnouncementForm(forms.Form):
    words = area(_("Words of the announcement"), 5, required=False, help_text=_("Read by every seat of the network."))


class PastForm(forms.Form):
    """A past part of a cycle, by the entry of the register that tells it."""

    part = forms.IntegerField(label=_("Part"), min_value=1, max_value=99)
    event = forms.ChoiceField(label=_("Entry of the register"))

    def __init__(self, *args: Any, events: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._events = {row.key: row for row in events}
        self.fields["event"].choices = [(r.key, f"{r.since} · {in_my_language(r.title)}") for r in events]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen(self) -> Any:
        return self._events[self.cleaned_data["event"]]


class TakingForm(forms.Form):
    """Another state of one of the two texts."""

    which = forms.ChoiceField(choices=Taught.choices)
    revision = forms.CharField(max_length=12)
