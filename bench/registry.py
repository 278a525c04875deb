"""The register at the size of a large network: 60 members, 40 institutions each, 20 years of mandates. Its pages
against a bare page of the same size from the same server. Run: python bench/registry.py
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pages import _bare, _page, _run, _serving, _tejido
from row import Row, show

HERE = Path(__file__).parent
DAY = "?on=2015-06-01"


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "TEJIDO_DATA": name, "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
        environment.pop("DATABASE_URL", None)
        member, seat, session = _run([sys.executable, str(HERE / "register.py")], environment).split()[-3:]
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
        with _serving([_tejido(), "serve", "--bind", "127.0.0.1:{port}"], environment) as port:
            measured = {path: _page(port, path, session) for path in pages.values()}
        for what, path in pages.items():
            seconds, size = measured[path]
            page = folder / "page.html"
            page.write_bytes(b"<!doctype html>" + os.urandom(size // 2).hex().encode())
            yield Row(what, seconds, f"bare page of {size // 1024} kB", _bare(page), size=60 * 40)


if __name__ == "__main__":
    show(rows())
