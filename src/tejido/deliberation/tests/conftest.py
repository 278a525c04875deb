"""What several tests of deliberation begin with: a comment, a silence, a browser."""

import pytest

from cast import NOW, Cast
from tejido.deliberation.models import Comment, Procedure
from tejido.registry.models import Mandate

from .doings import HOUR, fill_cumbre, lines, propose, released


@pytest.fixture
def filled_cumbre(cast: Cast) -> Mandate:
    return fill_cumbre(cast)


@pytest.fixture
def silence(cast, filled_cumbre, text) -> Procedure:
    """Ten days of silence on the text, with somebody in every member's seat."""
    return propose(cast, text)


@pytest.fixture
def comment(cast, round_) -> Comment:
    """An amendment that Aldea has released."""
    released(cast, round_)
    return lines(round_)["XA-1"].comment


@pytest.fixture
def clock(at_now):
    """Sets the clock of the pages; an hour after NOW to begin with."""
    at_now(NOW + HOUR)
    return at_now


@pytest.fixture
def sit(cast: Cast, clock):
    """The browser of whoever holds an office."""
    return cast.client
