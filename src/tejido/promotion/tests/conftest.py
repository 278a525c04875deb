import pytest

from cast import NOW, Cast
from tejido.meetings.commands import enter_decision, release_part
from tejido.meetings.models import Decision
from tejido.meetings.names import Audience, Part
from tejido.meetings.tests.doings import approve, circulate, closed, first_item, write


@pytest.fixture
def decided(cast: Cast) -> Decision:
    """A decision of the network that every seat may read."""
    return released_decision(cast)


def released_decision(cast: Cast, audience: str = Audience.NETWORK) -> Decision:
    meeting = closed(cast)
    row = enter_decision(actor=cast.secretariat, item=first_item(meeting), texts={"es": "Se decide."}, at=NOW)
    write(cast, meeting)
    circulate(cast, meeting)
    approve(cast, meeting)
    release_part(actor=cast.secretariat, meeting=meeting, part=Part.DECISIONS, audience=audience, at=NOW)
    return row
