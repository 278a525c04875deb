"""What a harvester asks (OAI-PMH 2.0): its verb, its arguments, and the token with which a list goes on.

A token carries the whole question and where the last page ended, signed and with its end, so that nothing is kept for
anybody between two requests.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core import signing

from .names import Form, Verb, Wrong
from .queries import Item

TOKEN_LIFE = timedelta(hours=24)
_SALT = "public.harvest"
_DAY, _SECOND = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_PREFIX, _SET = r"[A-Za-z0-9\-_.!~*'()]+", r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*"
_FITS = {"metadataPrefix": re.compile(_PREFIX), "set": re.compile(_SET), "identifier": re.compile(r"[!-~]{1,200}")}
_LIST = frozenset({"metadataPrefix", "from", "until", "set"})
# What each verb takes, and what it needs. A token stands alone.
_TAKES: Mapping[Verb, tuple[frozenset[str], frozenset[str]]] = {
    Verb.IDENTIFY: (frozenset(), frozenset()),
    Verb.FORMATS: (frozenset({"identifier"}), frozenset()),
    Verb.SETS: (frozenset({"resumptionToken"}), frozenset()),
    Verb.IDENTIFIERS: (_LIST, frozenset({"metadataPrefix"})),
    Verb.RECORDS: (_LIST, frozenset({"metadataPrefix"})),
    Verb.RECORD: (frozenset({"identifier", "metadataPrefix"}), frozenset({"identifier", "metadataPrefix"})),
}
_GOES_ON = frozenset({"resumptionToken"})


class Unanswered(Exception):  # noqa: N818  # it is what is answered
    """Ends a request with one of the protocol's errors. `about` names the argument."""

    def __init__(self, wrong: Wrong, about: str = "") -> None:
        super().__init__(wrong.value)
        self.wrong, self.about = wrong, about


@dataclass(frozen=True, slots=True)
class Place:
    """How far a list was read: `passed` records, the last of them at this second with this identifier."""

    passed: int
    at: datetime
    identifier: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `said` are its arguments as they were sent; dates are instants, both included."""

    verb: Verb
    said: Mapping[str, str]
    form: Form = Form.DUBLIN_CORE
    identifier: str = ""
    since: datetime | None = None
    until: datetime | None = None
    of: str = ""
    place: Place | None = None

    def holds(self, item: Item) -> bool:
        """Whether the list that is asked for holds this record. A set holds what is in the sets below it."""
        if (self.since and item.at < self.since) or (self.until and item.at > self.until):
            return False
        return not self.of or any(each == self.of or each.startswith(f"{self.of}:") for each in item.sets)


def read_question(sent: Mapping[str, Sequence[str]], at: datetime) -> Asked:
    """The question in what was sent, by argument all values. Unanswered where it is none."""
    if len(sent.get("verb", ())) != 1 or sent["verb"][0] not in list(Verb):
        raise Unanswered(Wrong.VERB)
    verb = Verb(sent["verb"][0])
    said = {name: values[0] for name, values in sent.items() if name != "verb"}
    if twice := next((name for name, values in sent.items() if len(values) != 1), ""):
        raise Unanswered(Wrong.ARGUMENT, twice)
    takes, needs = _TAKES[verb]
    if "resumptionToken" in said and (takes is _LIST or "resumptionToken" in takes):
        return _going_on(verb, said, at)
    _check(said, takes, needs)
    since, until = _instants(said)
    asked = Asked(verb, said, identifier=said.get("identifier", ""), since=since, until=until, of=said.get("set", ""))
    return asked if "metadataPrefix" not in said else replace(asked, form=_form(said["metadataPrefix"]))


def _check(said: Mapping[str, str], takes: frozenset[str], needs: frozenset[str]) -> None:
    for name in sorted({*said, *needs}):
        fits = _FITS.get(name)
        if name not in takes or name not in said or (fits and not fits.fullmatch(said[name])):
            raise Unanswered(Wrong.ARGUMENT, name)


def _form(said: str) -> Form:
    if said not in list(Form):
        raise Unanswered(Wrong.FORMAT)
    return Form(said)


def _instants(said: Mapping[str, str]) -> tuple[datetime | None, datetime | None]:
    """The first and the last second. Both dates are given as days, or both as seconds."""
    if "from" in said and "until" in said and len(said["from"]) != len(said["until"]):
        raise Unanswered(Wrong.ARGUMENT, "until")
    since = _instant(said, "from", timedelta())
    until = _instant(said, "until", timedelta(days=1, seconds=-1))
    if since and until and since > until:
        raise Unanswered(Wrong.ARGUMENT, "from")
    return since, until


def _instant(said: Mapping[str, str], name: str, whole_day: timedelta) -> datetime | None:
    if name not in said:
        return None
    is_day = bool(_DAY.fullmatch(said[name]))
    if not is_day and not _SECOND.fullmatch(said[name]):
        raise Unanswered(Wrong.ARGUMENT, name)
    try:
        return datetime.fromisoformat(said[name]).replace(tzinfo=UTC) + (whole_day if is_day else timedelta())
    except (ValueError, OverflowError) as problem:
        raise Unanswered(Wrong.ARGUMENT, name) from problem


def _going_on(verb: Verb, said: Mapping[str, str], at: datetime) -> Asked:
    """The question that a token carries. ListSets is always answered at once, so that no token of it is right."""
    if said.keys() != _GOES_ON:
        raise Unanswered(Wrong.ARGUMENT, "resumptionToken")
    try:
        held = signing.loads(said["resumptionToken"], salt=_SALT)
    except signing.BadSignature as problem:
        raise Unanswered(Wrong.TOKEN) from problem
    if held["verb"] != verb or held["end"] < at.timestamp():
        raise Unanswered(Wrong.TOKEN)
    since, until, place = (held[name] and datetime.fromtimestamp(held[name], UTC) for name in ("since", "until", "at"))
    where = Place(held["passed"], place, held["identifier"])
    return Asked(verb, said, Form(held["form"]), since=since, until=until, of=held["of"], place=where)


def token_of(asked: Asked, place: Place, at: datetime) -> tuple[str, datetime]:
    """The token with which the list goes on behind `place`, and until when it is good."""
    end = (at + TOKEN_LIFE).replace(microsecond=0)
    held: dict[str, Any] = {
        "verb": asked.verb,
        "form": asked.form,
        "since": asked.since and asked.since.timestamp(),
        "until": asked.until and asked.until.timestamp(),
        "of": asked.of,
        "passed": place.passed,
        "at": place.at.timestamp(),
        "identifier": place.identifier,
        "end": end.timestamp(),
    }
    return signing.dumps(held, salt=_SALT), end
