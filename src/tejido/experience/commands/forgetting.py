"""Somebody who is erased from the records of the school is forgotten here too."""

from tejido.registry.models import Body

from ..models import Document, Store
from ..queries.persons import named_in
from .ending import delete_statements


def forget(*, space: Body, document: str) -> None:
    """The statements that name them, and the documents about them, go; counts of verbs stay. The caller's
    transaction."""
    Store.objects.select_for_update().filter(body=space).first()
    if found := named_in(space, document):
        delete_statements(found.store, found.statements)
        Document.objects.filter(pk__in=found.documents).delete()
