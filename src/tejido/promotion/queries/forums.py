"""The vocabulary of forums."""

from collections import Counter
from dataclasses import dataclass

from tejido.web.languages import in_my_language

from ..models import Forum, ForumVersion


@dataclass(frozen=True, slots=True)
class ForumLine:
    """A forum, and how many entries that every seat may read speak of it."""

    forum: Forum
    entries: int


def forums() -> list[Forum]:
    """Every forum by its name in the reader's language."""
    return sorted(Forum.objects.all(), key=lambda row: in_my_language(row.name).casefold())


def forums_with_counts() -> list[ForumLine]:
    """Two queries. What a member keeps to itself is not counted."""
    standing = ForumVersion.objects.filter(replaced_at=None, entry__struck_at=None).exclude(entry__audience="own")
    counted = Counter(standing.values_list("forum_id", flat=True))
    return [ForumLine(row, counted[row.key]) for row in forums()]


def forum_for(key: str) -> Forum:
    """Forum.DoesNotExist for an unknown key."""
    return Forum.objects.get(key=key)
