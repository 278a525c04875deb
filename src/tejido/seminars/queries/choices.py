"""What can be chosen for a seminar: hosts, their institutions, texts of the network."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.curriculum.models import Text
from tejido.curriculum.queries import texts_of
from tejido.registry.models import Institution, Member
from tejido.registry.queries import as_of, institutions, members, network_body


@dataclass(frozen=True, slots=True)
class Choices:
    """Members, and the institutions that are there today."""

    hosts: Sequence[Member]
    institutions: Sequence[Institution]


def choices_at(at: datetime) -> Choices:
    """A constant number of queries."""
    found = institutions(as_of(None, at))
    return Choices([line.member for line in members()], [line.institution for line in found])


def network_texts() -> list[Text]:
    """The texts that a cycle can teach or follow."""
    return texts_of(network_body())
