"""The objectives of a text: which of its passages say what is to be learned."""

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document

from ..models import Objectives


def objectives_of(edition: Edition) -> list[str]:
    """Those marked in this edition, or else in the last one before it, as far as the edition has them. Two queries at
    most. The edition comes with its revision."""
    return objectives_in(edition.text_id, edition.number, document_of(edition.revision))


def objectives_in(text: str, number: int, document: Document) -> list[str]:
    """The same where the edition was read already. One query."""
    rows = Objectives.objects.filter(edition__text=text, edition__number__lte=number)
    found = rows.order_by("-edition__number", "-number").first()
    marked = frozenset(found.passages if found else ())
    return [passage.id for passage in document if passage.id in marked]
