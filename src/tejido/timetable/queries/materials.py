"""The materials of sessions, never with their bytes but for the one that is fetched."""

from collections.abc import Mapping

from django.db.models import Sum

from tejido.seminars.models import Seminar

from ..models import Material, MaterialFile
from ..rules import MOST_BYTES


def materials_of(seminar: Seminar) -> Mapping[str, tuple[Material, ...]]:
    """By the key of the session. One query."""
    found: dict[str, list[Material]] = {}
    rows = Material.objects.select_related("file").defer("file__data").filter(session__seminar=seminar)
    for row in rows:
        found.setdefault(row.session_id, []).append(row)
    return {key: tuple(several) for key, several in found.items()}


def material_for(seminar: Seminar, key: str) -> Material:
    """What is handed out with a session that takes place. Material.DoesNotExist otherwise."""
    rows = Material.objects.select_related("file", "session__seminar").defer("file__data")
    return rows.get(session__seminar=seminar, session__removed_at=None, key=key)


def file_of(material: Material) -> MaterialFile:
    """The file with its bytes. MaterialFile.DoesNotExist where it is an address."""
    return MaterialFile.objects.get(key=material.file_id)


def room_left(seminar: Seminar) -> int:
    """How many bytes more the files of the seminar may take."""
    taken = MaterialFile.objects.filter(seminar=seminar).aggregate(all=Sum("size"))["all"] or 0
    return int(MOST_BYTES - taken)
