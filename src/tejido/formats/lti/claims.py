"""What a platform says when it opens the tool: the claims of LTI 1.3 Core, Deep Linking 2.0, and Assignment and Grade
Services 2.0, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import strict
from .faults import Fault, Unfit

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
VERSION = "1.3.0"
RESOURCE, CHOICE = "LtiResourceLinkRequest", "LtiDeepLinkingRequest"
LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
OUR_KIND = "ltiResourceLink"
_SHORT = 255  # signs of an id
_WORDS = 300  # signs of a title
_DATA = 8000  # signs that the platform wants back


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is the platform's own name for somebody, empty for who is not named. `name` is as the platform writes it."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A course of the platform."""

    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What every message says. `target` is the address that was opened, `returns` the one that leads back."""

    deployment: str
    person: Person
    roles: tuple[str, ...]
    context: Context
    target: str
    locale: str = ""
    returns: str = ""
    is_own_window: bool = False

    @property
    def is_learner(self) -> bool:
        return LEARNER in self.roles


@dataclass(frozen=True, slots=True)
class Grades:
    """Where the platform takes results of this activity. `line` is empty where it has no column for it."""

    line: str
    scopes: tuple[str, ...]

    @property
    def takes_scores(self) -> bool:
        return bool(self.line) and SCORES in self.scopes


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody opens an activity."""

    opening: Opening
    link: str
    grades: Grades


@dataclass(frozen=True, slots=True)
class Choosing:
    """Somebody chooses what a course is to show. `data` goes back as it came."""

    opening: Opening
    returns: str
    data: str
    takes_several: bool
    takes_lines: bool


Message = Reading | Choosing


def read_message(claims: Mapping[str, Any]) -> Message:
    """The message in the claims of a token whose signature holds. Unfit with the name of the claim that is wrong."""
    if claims.get(f"{LTI}version") != VERSION:
        raise Unfit(Fault.OTHER_VERSION, str(claims.get(f"{LTI}version"))[:20])
    kind = claims.get(f"{LTI}message_type")
    if kind not in (RESOURCE, CHOICE):
        raise Unfit(Fault.OTHER_MESSAGE, str(kind)[:40])
    opening = _opening(claims)
    return _reading(claims, opening) if kind == RESOURCE else _choosing(claims, opening)


def _opening(claims: Mapping[str, Any]) -> Opening:
    deployment = strict.text(claims, f"{LTI}deployment_id", _SHORT)
    if not deployment:
        raise Unfit(Fault.NO_DEPLOYMENT)
    context = strict.section(claims, f"{LTI}context")
    shown = strict.section(claims, f"{LTI}launch_presentation")
    locale = strict.text(shown, "locale", 40) or strict.text(claims, "locale", 40)
    return Opening(
        deployment=deployment,
        person=Person(strict.text(claims, "sub", _SHORT), _name(claims)),
        roles=strict.texts(claims, f"{LTI}roles", 100),
        context=Context(strict.text(context, "id", _SHORT), strict.title(context, "title", _WORDS)),
        target=strict.address(claims, f"{LTI}target_link_uri"),
        locale=locale,
        returns=strict.address(shown, "return_url"),
        is_own_window=strict.text(shown, "document_target", 40) == "window",
    )


def _name(claims: Mapping[str, Any]) -> str:
    """Names as they stand; where only their parts are given, in the order in which most write them."""
    whole = strict.title(claims, "name", _WORDS)
    parts = (strict.title(claims, part, _WORDS) for part in ("given_name", "family_name"))
    return whole or " ".join(part for part in parts if part)


def _reading(claims: Mapping[str, Any], opening: Opening) -> Reading:
    link = strict.text(strict.section(claims, f"{LTI}resource_link"), "id", _SHORT)
    if not link:
        raise Unfit(Fault.NO_LINK)
    if not opening.target:
        raise Unfit(Fault.OTHER_TARGET)
    found = strict.section(claims, GRADES)
    return Reading(opening, link, Grades(strict.address(found, "lineitem"), strict.texts(found, "scope", 20)))


def _choosing(claims: Mapping[str, Any], opening: Opening) -> Choosing:
    settings = strict.section(claims, f"{DEEP}deep_linking_settings")
    returns = strict.address(settings, "deep_link_return_url")
    if not returns:
        raise Unfit(Fault.NO_SETTINGS)
    if OUR_KIND not in strict.texts(settings, "accept_types", 50):
        raise Unfit(Fault.NOT_WANTED)
    data = settings.get("data", "")
    if not isinstance(data, str) or len(data) > _DATA:
        raise Unfit(Fault.BAD_CLAIM, "data")
    return Choosing(
        opening,
        returns,
        data,
        takes_several=strict.truth(settings, "accept_multiple", otherwise=False),
        takes_lines=strict.truth(settings, "accept_lineitem", otherwise=True),
    )
