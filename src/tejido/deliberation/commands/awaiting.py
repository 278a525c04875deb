"""Texts that stand on the agenda of a meeting: their outcome is declared there. Part of the acts that change an agenda,
which have the line in the ledger."""

from collections.abc import Mapping

from ..models import Procedure


def put_before(*, meetings: Mapping[str, str]) -> None:
    """For which meeting each of these procedures waits from now on, empty for none."""
    for procedure, meeting in meetings.items():
        Procedure.objects.filter(key=procedure).update(meeting=meeting)
