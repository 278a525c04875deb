"""The seminar and its participants that these tests share."""

import pytest

from tejido.nominations.tests.made import called, participant
from tejido.seminars.tests.made import announced


@pytest.fixture
def seminar(cast, revision):
    return announced(cast, revision)


@pytest.fixture
def call(cast, seminar):
    return called(cast, seminar)


@pytest.fixture
def people(cast, call):
    """Twelve participants of Aldea: six women and six men of the same level, but for one who directs."""
    return [
        participant(cast, call, number=n, sex="female" if n % 2 else "male", grade="directing" if n == 1 else "middle")
        for n in range(1, 13)
    ]
