"""Texts and their revisions."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from tejido.curriculum.commands import Import, create_text, save_revision
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.ledger.actors import Actor

from ..rewriting import before, make, renamed
from ..script import PlannedRevision
from ..sources import in_one_language
from ..stage import Stage


def create(
    stage: Stage, name: str, actor: Actor, title: str, sources: dict[str, Document], reason: str, at: datetime
) -> None:
    """Brings a text into being under an address of its own. It is labelled as a demonstration."""
    stage.texts[name] = create_text(
        actor=actor, body=stage.bodies[name], title=title, source=Import(sources), reason=reason, at=at, slug=name,
        is_demonstration=True,
    )  # fmt: skip  # one row of a table, read as one


class Rewritten:
    """A text whose past was worked out backwards from what it says today."""

    def __init__(self, stage: Stage, name: str, present: Document, revisions: Sequence[PlannedRevision]) -> None:
        self.stage, self.name = stage, name
        self.present, self.revisions = present, revisions
        self.first = before(present, revisions)
        self.ids: dict[str, str] = {}

    def create(self, title: str, reason: str, at: datetime) -> None:
        """The text as it was first imported. The ids that its passages get there are theirs from now on."""
        languages = ("es", *(tag for tag in self.first.languages if tag != "es"))
        sources = {tag: in_one_language(self.first, tag) for tag in languages}
        create(self.stage, self.name, self.stage.secretariat, title, sources, reason, at)
        stored = document_of(latest_revision(self.stage.texts[self.name]))
        self.ids = {planned.id: passage.id for planned, passage in zip(self.first, stored, strict=True)}

    def saves(self) -> Iterator[tuple[float, partial[None]]]:
        """What to do, and how many days ago, for each revision after the first."""
        for place, revision in enumerate(self.revisions):
            document = before(self.present, self.revisions[place + 1 :])
            yield revision.days, partial(self._save, document, revision.reason)

    def _save(self, document: Document, reason: str, at: datetime) -> None:
        text = self.stage.texts[self.name]
        save_revision(
            actor=self.stage.secretariat, text=text, document=renamed(document, self.ids), base=latest_revision(text),
            reason=reason, at=at,
        )  # fmt: skip


def revise(stage: Stage, name: str, revision: PlannedRevision, at: datetime) -> None:
    """A revision made on the latest one."""
    text = stage.texts[name]
    base = latest_revision(text)
    document = make(document_of(base), revision.changes)
    save_revision(actor=stage.secretariat, text=text, document=document, base=base, reason=revision.reason, at=at)
