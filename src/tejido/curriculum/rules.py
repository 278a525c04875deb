"""Who may do what with a text."""

from tejido.engine.document import Document, Passage
from tejido.ledger.refusals import No, Refusal, not_yours
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity

from .names import No as Why


def may_create_text(capacity: Capacity) -> Refusal | None:
    return _needs(capacity, Task.FACILITATE)


def may_write(capacity: Capacity, language: str, negotiated_language: str) -> Refusal | None:
    """The one who facilitates writes every language; a translator every language but the negotiated one."""
    if capacity.facilitates:
        return None
    if Task.TRANSLATE in capacity.tasks and language != negotiated_language:
        return None
    return _needs(capacity, Task.FACILITATE)


def may_rewrite(capacity: Capacity) -> Refusal | None:
    return _needs(capacity, Task.FACILITATE)


def may_leave(capacity: Capacity, before: Document, after: Document, language: str) -> Refusal | None:
    """Whoever only translates leaves everything as it is that exists in another language than the one they write."""
    if capacity.facilitates or _elsewhere(before, language) == _elsewhere(after, language):
        return None
    return Refusal(Why.ONLY_TRANSLATES)


def _elsewhere(document: Document, language: str) -> list[Passage]:
    bare = (passage.with_text(language, "") for passage in document)
    return [passage for passage in bare if passage.texts]


def may_join(capacity: Capacity) -> Refusal | None:
    """Joining passages of two languages is a translator's work as much as the secretariat's."""
    return None if capacity.tasks & {Task.FACILITATE, Task.TRANSLATE} else _needs(capacity, Task.FACILITATE)


def may_change(revision: str, latest: str) -> Refusal | None:
    """A save is made on the latest revision; what was made on an older one has to be merged first."""
    return None if revision == latest else Refusal(No.STALE)


def _needs(capacity: Capacity, task: Task) -> Refusal | None:
    if capacity.may(task):
        return None
    return not_yours(Role.SECRETARIAT.label if capacity.body.member is None else Role.FOCAL_POINT.label)
