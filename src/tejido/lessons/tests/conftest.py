from collections.abc import Callable

import pytest

from cast import NOW, ZONE, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands
from tejido.deliberation.models import Round
from tejido.deliberation.tests.doings import local
from tejido.lessons.tests.doings import DAY, world

__all__ = ["world"]


@pytest.fixture
def round_of(cast: Cast) -> Callable[[Text], Round]:
    """Opens a round that belongs to no evaluation yet."""

    def opened(text: Text) -> Round:
        return commands.open_round(
            actor=cast.secretariat, text=text, revision=latest_revision(text), local=local(NOW + 20 * DAY), zone=ZONE,
            reply_days=21, invitation={}, at=NOW,
        )  # fmt: skip  # one act, read as one

    return opened
