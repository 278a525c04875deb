"""The glossary as it stands, and as it stood."""

from ..models import GlossaryEntry


def glossary_entries() -> list[GlossaryEntry]:
    """What stands now, in the order in which it was entered. One query."""
    return list(GlossaryEntry.objects.filter(ended_at=None))


def entry_of(concept: str) -> GlossaryEntry:
    """What stands of a concept now. GlossaryEntry.DoesNotExist for one that was taken out or never was."""
    return GlossaryEntry.objects.get(concept=concept, ended_at=None)


def history_of(concept: str) -> list[GlossaryEntry]:
    """Everything that was entered of a concept, newest first."""
    return list(GlossaryEntry.objects.filter(concept=concept).order_by("-at", "-key"))
