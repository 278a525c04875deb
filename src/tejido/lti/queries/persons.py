"""Whom of a school's systems a document of the records names."""

from collections.abc import Iterator

from tejido.registry.models import Body

from ..models import Launch, Passed, Platform, Score
from ..proof import person_of, subject_in


def persons_named(space: Body, document: str) -> Iterator[tuple[Platform, str]]:
    """The systems of the space that know who this is ("account:..."), and the digest of the person there."""
    for platform in Platform.objects.filter(body=space):
        if subject := subject_in(document, platform.issuer):
            yield platform, person_of(platform.key, subject)


def how_many_kept(space: Body, document: str) -> int:
    """How many rows are kept of a person: visits, parts worked through, results on their way."""
    return sum(
        model.objects.filter(platform=platform, person=person).count()
        for platform, person in persons_named(space, document)
        for model in (Launch, Passed, Score)
    )
