"""Every collection of the interface for programs, in the order of the service document."""

from itertools import chain
from typing import Any

from ..resource import Resource
from . import (
    comments,
    cooperation,
    curriculum,
    desk,
    exchange,
    figures,
    indicators,
    mechanisms,
    meetings,
    nominations,
    practices,
    preparation,
    procedures,
    programmes,
    register,
    reports,
    reviews,
    rounds,
    seminars,
    training,
    versions,
)

_GROUPS = (
    desk, register, mechanisms, curriculum, rounds, preparation, comments, procedures, versions, meetings, seminars,
    nominations, programmes, indicators, reviews, practices, cooperation, training, figures, reports,
    exchange,
)  # fmt: skip  # one list
RESOURCES: tuple[Resource[Any], ...] = tuple(chain.from_iterable(group.RESOURCES for group in _GROUPS))
BY_NAME = {resource.name: resource for resource in RESOURCES}
