"""Offers, requests, terms and results as values that are written, hashed and compared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tejido.engine.proof import canonical_digest
from tejido.web.languages import filled

__all__ = ["PostingData", "TermsData", "folded", "posting_digest", "topics"]

Texts = Mapping[str, str]
_TEXTS = ("title", "says", "words", "conditions")
_CODES = ("tasks", "themes", "stages", "factors", "branches", "languages")


@dataclass(frozen=True, slots=True)
class PostingData:
    """What a member writes of an offer or a request; the fields are those of `models.Posting`."""

    kind: str
    title: Texts
    says: Texts = field(default_factory=dict)
    words: Texts = field(default_factory=dict)
    conditions: Texts = field(default_factory=dict)
    tasks: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    contact: str = ""  # the key of a seat

    def fields(self) -> dict[str, Any]:
        """The values as the row has them, but for the contact."""
        return {
            "kind": str(self.kind),
            **{name: filled(getattr(self, name)) for name in _TEXTS},
            **{name: sorted(getattr(self, name)) for name in _CODES},
            "since": self.since,
            "until": self.until,
        }


def posting_digest(row: Any) -> str:
    """The digest of a posting as somebody reads it."""
    data = {name: getattr(row, name) for name in ("side", "kind", *_TEXTS, *_CODES)}
    days = {name: day.isoformat() if (day := getattr(row, name)) else "" for name in ("since", "until")}
    return canonical_digest({**data, **days, "contact": row.contact_id or ""})


@dataclass(frozen=True, slots=True)
class TermsData:
    """What is proposed to the members of a project; the fields are those of `models.Terms`."""

    title: Texts
    says: Texts
    conditions: Texts = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    def fields(self) -> dict[str, Any]:
        texts = {name: filled(getattr(self, name)) for name in ("title", "says", "conditions")}
        return {**texts, "since": self.since, "until": self.until}

    def digest(self, project: str, parties: tuple[str, ...]) -> str:
        """Of the terms, of whose they are and of what project: nobody's acceptance serves for another one."""
        days = [day.isoformat() if day else "" for day in (self.since, self.until)]
        texts = [filled(each) for each in (self.title, self.says, self.conditions)]
        return canonical_digest([project, sorted(parties), *texts, *days])


def folded(word: str) -> str:
    """A word without accents and capitals, as it is compared."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def topics(words: Texts) -> dict[tuple[str, str], str]:
    """The topic words by their language and folded form: they are compared within one language."""
    found = {}
    for tag, said in words.items():
        for word in re.split(r"[,;\n]", said):
            if word.strip():
                found[tag, folded(word)] = word.strip()
    return found
