"""What an activity shows and what is said of a platform, as values that are compared and written into addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.engine.proof import canonical_digest

TEXT, COURSE = "texts", "courses"
TOOL = "/lti/tool/"  # what the addresses begin with that platforms know
_TARGET = re.compile(r"(texts|courses)/([-\w]{1,80})/(?:([-\w]{1,40})/)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Target:
    """A text by its address, whole or one section of it by the id of its heading; a course by its key, whole or one
    session."""

    kind: str
    id: str
    part: str = ""

    @property
    def path(self) -> str:
        return f"{self.kind}/{self.id}/" + (f"{self.part}/" if self.part else "")

    @property
    def whole(self) -> "Target":
        return Target(self.kind, self.id)


def read_target(path: str) -> Target | None:
    """The inverse of `path`; None for what is no such path."""
    found = _TARGET.fullmatch(path)
    return Target(found[1], found[2], found[3] or "") if found else None


def tool_path(platform: str, target: Target | None = None) -> str:
    """The tool as a platform knows it, or one thing in it."""
    return f"{TOOL}{platform}/{target.path if target else ''}"


def described_digest(told: Mapping[str, Any]) -> str:
    """The digest of what is said of a platform, as its page showed it."""
    return canonical_digest(dict(told))
