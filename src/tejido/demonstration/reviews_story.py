"""National reviews in the demonstration. All of it is invented; no State said or did any of this."""

from collections.abc import Iterator

from .stage import Stage, Step


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    del stage
    yield from ()
