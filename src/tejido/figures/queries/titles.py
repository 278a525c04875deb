"""The titles of courses and editions that are named by their keys."""

from collections.abc import Iterable, Mapping
from typing import Any

from tejido.curriculum.models import Edition
from tejido.training.models import Course

from .boards import Editions


def titles_of(parts: Iterable[Mapping[str, Any]]) -> tuple[dict[str, dict[str, str]], Editions]:
    """Of the courses and editions of these parts. Two queries."""
    several = list(parts)
    courses = Course.objects.filter(key__in={part["course"] for part in several})
    rows = Edition.objects.filter(key__in={part["edition"] for part in several}).select_related("text").defer("record")
    return {row.key: row.title for row in courses}, {row.key: (row.text.title, row.number) for row in rows}
