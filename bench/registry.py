"""The register at the size of a large network: 60 members, 40 institutions each, 20 years of mandates. Its pages
against a bare page of the same size from the same server. Run: python bench/registry.py
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from row import Row, show
from serving import HERE, against_bare, of_folder, run

DAY = "?on=2015-06-01"


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = run([sys.executable, str(HERE / "register.py")], of_folder(folder))
        member, seat, session = made.split()[-3:]
        pages = {
            "members, today": "/members/",
            "members, as of 2015": f"/members/{DAY}",
            "a member with 40 institutions, today": f"/members/{member}/",
            "a member, as of 2015": f"/members/{member}/{DAY}",
            "directory of 2 400 institutions": "/institutions/",
            "directory, as of 2015": f"/institutions/{DAY}",
            "directory, found by words": "/institutions/?words=institucion+39",
            "history of a seat": f"/seats/{seat}/",
        }
        yield from against_bare(folder, pages, session, 60 * 40)


if __name__ == "__main__":
    show(rows())
