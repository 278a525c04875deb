"""The pages that are read most, against a bare page of the same size from the same server. Run: python bench/pages.py

Each size has a node of its own: 18 members, a text of 500 passages in four languages, and the comments.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from row import Row, show
from serving import HERE, against_bare, of_folder, run

SIZES = (200, 1_000, 2_000)


def rows() -> Iterator[Row]:
    for comments in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from _of_size(Path(folder), comments)


def _of_size(folder: Path, comments: int) -> Iterator[Row]:
    made = run([sys.executable, str(HERE / "network.py"), str(comments)], of_folder(folder))
    round_, session = made.split()[-2:]
    pages = {
        "reading with 18 members' comments": f"/rounds/{round_}/comments/",
        "reading with our own margin": f"/rounds/{round_}/reading/",
        "overview of the round": f"/rounds/{round_}/",
        "desk": "/",
    }
    yield from against_bare(folder, pages, session, comments)


if __name__ == "__main__":
    show(rows())
