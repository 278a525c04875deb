"""What a certificate says, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tejido.presence import words as presence
from tejido.presence.words import days_words
from tejido.training.words import duration
from tejido.web.dates import in_words, span
from tejido.web.languages import in_my_language

from ..records import head_of

Data = Mapping[str, Any]


def facts_words(data: Data) -> dict[str, Any]:
    """What a certificate is for, in the reader's language; `more` are facts by their name."""
    if data.get("kind") != "course":
        return {**presence.facts_words(data), "more": []}
    issuer, _title = head_of(data, get_language() or "es")
    return {
        "network": issuer,
        "title": in_my_language(data["title"]),
        "of": in_my_language(data["course"]),
        "place": "",
        "signatory": in_my_language(data["signatory"]),
        "days": days_words(data["since"], data["until"]),
        "more": course_facts(data),
    }


def course_facts(data: Data) -> list[tuple[str, str]]:
    """Hours, the version that was taught, the edition that it brings up to date, the norms and their credits."""
    text, edition = data["text"], data["edition"]
    told = {"title": in_my_language(text["titles"]), "number": text["revision"]}
    found = [(_("Time"), duration(data["minutes"])), (_("Version that was taught"), _version(told))]
    if edition:
        told = {"title": in_my_language(edition["titles"]), "number": edition["number"]}
        found.append((_("It brings to school"), _("%(title)s, edition %(number)s") % told))
    norms = [norm_words(row) for row in data["norms"]]
    if norms:
        found.append((_("Mandatory by"), "; ".join(norms)))
    credits = [row["credits"] for row in data["norms"] if row["credits"]]
    return [*found, (_("Credits"), credits[0])] if credits else found


def _version(told: Mapping[str, Any]) -> str:
    return _("%(title)s, revision %(number)s") % told


def norm_words(row: Mapping[str, str]) -> str:
    """A norm and its day, as exact as it is known."""
    day = span(row["day"])
    return f"{row['norm']} ({in_words(day[0])})" if day and len(row["day"]) == len("2026-01-01") else row["norm"]
