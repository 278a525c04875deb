"""Somebody who is erased from the records of the school is forgotten here too."""

from tejido.registry.models import Body

from ..models import Launch, Passed, Score
from ..queries.persons import persons_named


def forget(*, space: Body, document: str) -> None:
    """What is kept of them in the systems of the space goes, also a result on its way. The caller's transaction."""
    for platform, person in persons_named(space, document):
        for model in (Launch, Passed, Score):
            model.objects.filter(platform=platform, person=person).delete()
