"""What systems and people give: the parameters of the resources, and the forms of the school's page."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.engine.sealing import NotAuthentic
from tejido.formats.xapi import Bad, Call, Code, as_agent, as_instant, as_iri, as_uuid, preferred, who
from tejido.formats.xapi.actors import agent_in, as_actor
from tejido.formats.xapi.calls import only
from tejido.formats.xapi.shapes import Check, checked

from .keys import Keys
from .names import DocumentKind, Kept, Papers, Scope
from .proof import read_sealed, sealed
from .queries import Filter, Place
from .rules import LIMIT

PAGE_LIMIT = 500
_FORMATS = ("exact", "ids", "canonical")
_SINGLE = {"statementId", "voidedStatementId", "attachments", "format"}
_SEVERAL = {
    "agent", "verb", "activity", "registration", "related_activities", "related_agents", "since", "until", "limit",
    "format", "attachments", "ascending",
}  # fmt: skip  # one list


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the statements: the one with an `id`, or those that a filter finds, `limit` at a time."""

    filter: Filter = field(default_factory=Filter)
    id: str = ""
    is_voided: bool = False
    limit: int = PAGE_LIMIT
    is_ascending: bool = False
    form: str = "exact"
    has_files: bool = False
    languages: Sequence[str] = ()
    after: int | None = None


def asked_for(call: Call, mine: str) -> Request:
    """Bad where a parameter is not known, not written as it has to be, or stands beside one that it cannot."""
    found = call.parameters
    singles = [name for name in ("statementId", "voidedStatementId") if name in found]
    if len(singles) > 1:
        raise Bad(Code.PARAMETER, expected="statementId or voidedStatementId, not both")
    only(call, _SINGLE if singles else _SEVERAL)
    shown = Request(
        form=_word(call, "format", _FORMATS),
        has_files=_flag(call, "attachments"),
        languages=preferred(call.header("accept-language")),
    )
    if singles:
        id = checked(as_uuid, found[singles[0]], singles[0]).lower()
        return replace(shown, filter=Filter(mine=mine), id=id, is_voided=singles[0] == "voidedStatementId")
    return replace(shown, filter=_filter(call, mine), limit=_limit(call), is_ascending=_flag(call, "ascending"))


def _filter(call: Call, mine: str) -> Filter:
    agent = agent_in(call.parameters["agent"], "agent") if "agent" in call.parameters else None
    return Filter(
        agent=who(agent) if agent else "",
        verb=_read(call, "verb", as_iri) or "",
        activity=_read(call, "activity", as_iri) or "",
        registration=(_read(call, "registration", as_uuid) or "").lower(),
        related_agents=_flag(call, "related_agents"),
        related_activities=_flag(call, "related_activities"),
        since=_read(call, "since", as_instant),
        until=_read(call, "until", as_instant),
        mine=mine,
    )


def _read(call: Call, name: str, check: Check) -> Any:
    return checked(check, call.parameters[name], name) if name in call.parameters else None


def _word(call: Call, name: str, words: Sequence[str]) -> str:
    found = call.parameters.get(name, words[0])
    if found not in words:
        raise Bad(Code.WRONG_FORM, name, " or ".join(words))
    return found


def _flag(call: Call, name: str) -> bool:
    """Also as Python writes it: Rustici's client sends True and False as they are."""
    found = call.parameters.get(name, "false")
    if found not in {"false", "true", "False", "True"}:
        raise Bad(Code.WRONG_FORM, name, "false or true")
    return found in {"true", "True"}


def _limit(call: Call) -> int:
    """0 asks for as many as there may be."""
    found = call.parameters.get("limit", "0")
    if not (found.isascii() and found.isdigit() and len(found) <= 9):
        raise Bad(Code.WRONG_FORM, "limit", "a whole number, or 0")
    return min(int(found) or PAGE_LIMIT, PAGE_LIMIT)


def more_of(keys: Keys, credential: str, request: Request, after: int | None) -> str:
    """The rest of an answer as a word that only this key can use, and that tells nothing of whom it asks for."""
    if after is None:
        return ""
    told = json.dumps({**asdict(request), "after": after}, default=datetime.isoformat).encode()
    return base64.urlsafe_b64encode(sealed(keys, told, "more", credential)).decode().rstrip("=")


def read_more(keys: Keys, credential: str, word: str) -> Request:
    try:
        told = json.loads(
            read_sealed(keys, base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)), "more", credential)
        )
    except (NotAuthentic, binascii.Error, ValueError) as problem:
        raise Bad(Code.WRONG_FORM, "more", "the address that the answer before this one gave") from problem
    instants = {name: told["filter"][name] for name in ("since", "until")}
    read = {name: datetime.fromisoformat(value) if value else None for name, value in instants.items()}
    return Request(**{**told, "filter": Filter(**{**told["filter"], **read})})


## Documents


def place_of(call: Call, kind: DocumentKind) -> Place:
    """Where the document belongs. Bad where a parameter that is needed is missing."""
    needs: dict[str, Check] = {}
    if kind is not DocumentKind.AGENT:
        needs["activityId"] = as_iri
    read = {name: checked(check, _needed(call, name), name) for name, check in needs.items()}
    agent = who(agent_in(_needed(call, "agent"), "agent", as_actor)) if kind is not DocumentKind.ACTIVITY else ""
    registration = (_read(call, "registration", as_uuid) or "").lower()
    return Place(kind, read.get("activityId", ""), agent, registration)


def _needed(call: Call, name: str) -> str:
    if not (found := call.parameters.get(name, "")):
        raise Bad(Code.MISSING, name)
    return found


def name_of(call: Call, name: str, *, is_needed: bool) -> str:
    return _needed(call, name) if is_needed or name in call.parameters else ""


def since_of(call: Call) -> datetime | None:
    found: datetime | None = _read(call, "since", as_instant)
    return found


def activity_in(call: Call) -> str:
    return str(checked(as_iri, _needed(call, "activityId"), "activityId"))


def person_in(call: Call) -> dict[str, Any]:
    return agent_in(_needed(call, "agent"), "agent", as_agent)


## The page of the school


class KeyForm(forms.Form):
    """Which system gets a key, and what it may do."""

    name = forms.CharField(
        label=_("System"), max_length=60, help_text=_("For example: the virtual classroom. No names of persons.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple, initial=[Scope.WRITE]
    )
    limit = forms.IntegerField(label=_("Requests in a minute, at most"), min_value=1, max_value=LIMIT, initial=600)


class SettingForm(forms.Form):
    """How long things are kept, and which web pages may ask."""

    months = forms.ChoiceField(
        label=_("Keep statements and documents for"),
        choices=Kept.choices,
        help_text=_("Older ones are deleted every day. Records that were made of them stay."),
    )
    origins = forms.CharField(
        label=_("Web pages that may ask directly"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One origin in each line, such as https://aula.example.org. Leave it empty where you do not know."),
    )

    def clean_origins(self) -> list[str]:
        return [line.strip().rstrip("/").lower() for line in self.cleaned_data["origins"].split() if line.strip()]


class LinkForm(forms.Form):
    """Which activity stands for the course of a cohort. `cohorts`: keys and words to choose from."""

    cohort = forms.ChoiceField(label=_("Cohort"))
    activity = forms.CharField(
        label=_("Activity"), max_length=400, help_text=_("The IRI by which your system names the course or package.")
    )
    home = forms.CharField(
        label=_("Accounts of"),
        max_length=400,
        help_text=_("The homePage of the accounts, as the statements of your system say it."),
    )
    paper = forms.ChoiceField(label=_("An account is named by the"), choices=Papers.choices)

    def __init__(self, *args: Any, cohorts: Sequence[tuple[str, str]], **others: Any) -> None:
        super().__init__(*args, **others)
        self.fields["cohort"].choices = cohorts  # type: ignore[attr-defined]  # it is a field of choices
