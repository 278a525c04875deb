"""The keys of this node, as they are published, and the one that signs."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from .. import keys
from ..models import ToolKey


def published_keys(at: datetime) -> dict[str, Any]:
    """The key set that platforms fetch."""
    rows = ToolKey.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at)
    return {"keys": [row.public for row in rows]}


def signing_key(at: datetime) -> ToolKey | None:
    """The key that signs now: the latest that platforms have had the time to fetch; the first one of a node at once."""
    rows = [row for row in ToolKey.objects.filter(Q(until=None) | Q(until__gt=at)) if keys.is_there(row.kid)]
    ready = [row for row in rows if row.signs_from <= at]
    return ready[-1] if ready else next(iter(rows), None)


def newest_key() -> ToolKey | None:
    return ToolKey.objects.order_by("-signs_from").first()


def outdated_keys(at: datetime) -> list[ToolKey]:
    """Those that are published no more, and whose files are still there."""
    return [row for row in ToolKey.objects.filter(until__lte=at) if keys.is_there(row.kid)]
