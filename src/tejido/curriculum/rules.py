"""Who may do what with a text."""

from tejido.engine.document import Document, Passage
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No, Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity, may_keep_mechanism

from .models import Edition, EditionRelease, Revision, Text
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


def is_as_said(said: str, digest: str) -> Refusal | None:
    return None if said == digest else Refusal(Why.NOT_AS_SAID)


def is_of(text: Text, body: str) -> Refusal | None:
    """A text keeps to the body that it belongs to, whatever another node says of its key."""
    return None if text.body_id == body else Refusal(Why.OTHER_BODY)


def is_same_revision(known: Revision | None, digest: str) -> Refusal | None:
    """A number of a revision is given once: another text under it would be a second history."""
    if known is None or known.digest == digest:
        return None
    return Refusal(Why.OTHER_REVISION, {"number": known.number})


def may_change(revision: str, latest: str) -> Refusal | None:
    """A save is made on the latest revision; what was made on an older one has to be merged first."""
    return None if revision == latest else Refusal(No.STALE)


def may_release_edition(
    actor: Actor, edition: Edition, standing: EditionRelease | None, readers: str, *, with_record: bool
) -> Refusal | None:
    """A mechanism's adopted edition is opened to others by a formal act of the member's keepers."""
    if refusal := _may_open(actor, edition):
        return refusal
    if standing and (standing.readers, standing.with_record) == (readers, with_record):
        return Refusal(Why.RELEASED_ALREADY)
    return must_be_fresh(actor.is_fresh)


def may_withdraw_edition(actor: Actor, edition: Edition, standing: EditionRelease | None) -> Refusal | None:
    if refusal := _may_open(actor, edition):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(Why.NOT_RELEASED)


def _may_open(actor: Actor, edition: Edition) -> Refusal | None:
    member = edition.text.body.member
    return may_keep_mechanism(actor, member.code) if member else Refusal(Why.ONLY_MECHANISMS)


def _needs(capacity: Capacity, task: Task) -> Refusal | None:
    if capacity.may(task):
        return None
    if capacity.body.member is None:
        return not_yours(Role.SECRETARIAT.label)
    return not_yours((Role.REPRESENTATIVE if capacity.body.institution_id else Role.FOCAL_POINT).label)
