import pytest

from cast import Cast
from tejido.curriculum.models import Edition, Text
from tejido.deliberation.tests.doings import fill_cumbre

from .abroad import Abroad, adopt


@pytest.fixture
def abroad(cast: Cast, text: Text, settings) -> Abroad:
    """Another network, whose text was adopted there, and which is verified here."""
    return Abroad(cast, text, settings)


@pytest.fixture
def edition(cast: Cast, text: Text) -> Edition:
    """The network's own text, adopted here."""
    fill_cumbre(cast)
    return adopt(cast, text)
