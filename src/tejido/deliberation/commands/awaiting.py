"""Texts that stand on the agenda of a meeting: their outcome is declared there. Part of the acts that change an agenda,
which have the line in the ledger."""

from collections.abc import Collection

from ..models import Procedure


def put_before(*, meeting: str, procedures: Collection[str]) -> None:
    """These texts, and no others, wait for this meeting."""
    Procedure.objects.filter(meeting=meeting).exclude(key__in=procedures).update(meeting="")
    Procedure.objects.filter(key__in=procedures).update(meeting=meeting)
