"""A bundle with a text of 500, 1,500 and 5,000 passages in four languages: signed, verified by the reader of files from
outside, and merged as a newer edition into a version.

The peers do the least that comes near: Python's own json and SHA-256 over the same data, and `git merge-file` on the
same text as lines.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from change import _git, _written, copied, edited
from change import text as passages_of
from measure import memory, seconds
from row import Row, show
from tejido.engine.adaptation import offer
from tejido.engine.document import Document, document_to_data
from tejido.engine.exchange import (
    Bundle,
    Content,
    Known,
    KnownKey,
    Party,
    SenderKind,
    bundle_digest,
    judge,
    read_bundle,
    write_bundle,
)
from tejido.engine.proof import fingerprint, public_key

SIZES = (500, 1_500, 5_000)
SECRET, MINE = bytes(range(32)), bytes([7] * 32)
ME = fingerprint(public_key(MINE))
NOW = datetime(2026, 12, 5, 12, tzinfo=UTC)
SENDER = Party(SenderKind.NETWORK, "Red", "R", public_key(SECRET))
KNOWN = Known(SENDER, (KnownKey(SENDER.key),), kinds=frozenset({"edition"}))


def rows() -> Iterator[Row]:
    for size in SIZES:
        yield from _of(size)


def _of(size: int) -> Iterator[Row]:
    plain = passages_of(size)
    base, ours, theirs = Document.of(plain), copied(edited(plain, 1)), copied(edited(plain, 2))
    made = _bundle(document_to_data(theirs))
    raw = write_bundle(made, SECRET)
    data = made.contents[0].data
    bare = seconds(lambda: hashlib.sha256(json.dumps(data, sort_keys=True).encode()).digest())
    yield Row("sign a bundle", seconds(lambda: write_bundle(made, SECRET)), "json.dumps and SHA-256", bare, size=size)
    bare = seconds(lambda: (json.loads(raw), hashlib.sha256(raw).digest()))
    yield Row(
        "verify and judge a bundle", seconds(lambda: _taken(raw)), "json.loads and SHA-256", bare, size=size,
        memory=memory(lambda: _taken(raw)),
    )  # fmt: skip  # one row
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder), base=base, ours=ours, theirs=theirs)
        by_git = seconds(lambda: _git("merge-file", "-p", paths["ours"], paths["base"], paths["theirs"]))
    yield Row("merge the edition", seconds(lambda: offer(base, ours, theirs)), "git merge-file", by_git, 5, size)


def _bundle(text: object) -> Bundle:
    content = Content("edition", "curso", 2, {"text": text})
    return Bundle("0123456789ab", SENDER, (ME,), 1, "", "2026-12-05T10:00:00Z", "2027-01-05T10:00:00Z", (content,))


def _taken(raw: bytes) -> None:
    found = read_bundle(raw)
    unfit = judge(found, bundle_digest(found), KNOWN, ME, NOW)
    if unfit is not None:
        raise ValueError(unfit.code)


if __name__ == "__main__":
    show(rows())
