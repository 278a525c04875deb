import sys
from collections.abc import Iterator

import pytest


@pytest.fixture
def usual_depth() -> Iterator[None]:
    """As deep as Python goes by itself: tests of laws that ran before in this process leave it deeper."""
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(kept)
