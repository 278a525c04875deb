"""ZIP archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the first instant that a ZIP archive can name


def packed(parts: Mapping[str, bytes], at: datetime | None, *, plain: str = "") -> bytes:
    """The parts in their order, all dated to the same instant. The one that is called `plain` is not compressed."""
    made = BytesIO()
    stamp = max(at or EPOCH, EPOCH).astimezone(UTC).timetuple()[:6]
    with ZipFile(made, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, stamp)
            entry.create_system = 3  # the same on every machine
            entry.compress_type = ZIP_STORED if name == plain else ZIP_DEFLATED
            archive.writestr(entry, data)
    return made.getvalue()
