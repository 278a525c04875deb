"""The matrix of versions: 60 members beside 1,000 sections, each version shown with a tenth of its passages adapted.

Ours is the whole way from the database to the rows of a page; the peer reads the same kept accounts as JSON and does
nothing with them. Compare and offer are measured on one version, beside `git merge-file` on the same text as lines.
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from change import _git, _written, copied, edited
from change import text as passages_of
from measure import seconds
from row import Row, show

MEMBERS, SECTIONS = (6, 60), 1_000
SHOWN, AIM_MS = 60, 500  # rows of one page; while nothing else runs
EACH = 3  # passages of a section
PASSAGES = SECTIONS * EACH


def rows() -> Iterator[Row]:
    yield from _engine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TEJIDO_DATA": folder, "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
        os.environ.pop("DATABASE_URL", None)
        yield from _matrices()


def _engine() -> Iterator[Row]:
    """One version of 3,000 passages in four languages: how it departs, and what a newer edition offers it."""
    from tejido.engine.adaptation import compare, offer
    from tejido.engine.document import Document

    plain = passages_of(PASSAGES)
    base, ours, theirs = Document.of(plain), copied(edited(plain, 1)), copied(edited(plain, 2))
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder), base=base, ours=ours, theirs=theirs)
        by_git = seconds(lambda: _git("merge-file", "-p", paths["ours"], paths["base"], paths["theirs"]))
    yield Row("offer of a newer edition", seconds(lambda: offer(base, ours, theirs)), "git merge-file", by_git, 5)
    yield Row("how a version departs", seconds(lambda: compare(base, ours)), "git merge-file", by_git, 5)


def _matrices() -> Iterator[Row]:
    from prepared import prepare

    prepare()
    from tejido.adaptation.models import Release

    source, actor, at = _common()
    for number in range(MEMBERS[-1]):
        _version(source, number, at)
        if number + 1 in MEMBERS:
            ours = seconds(lambda: _matrix(actor, source, at))
            bare = seconds(lambda: list(Release.objects.values_list("survey", flat=True)))
            yield Row("a page of the matrix", ours, "reading the same accounts", bare, size=number + 1)
    yield Row("a page of the matrix (aim)", ours, f"{AIM_MS} ms", AIM_MS / 1000, limit=1.0)


def _matrix(actor: object, source: object, at: object) -> int:
    from tejido.adaptation.queries import matrix

    found = matrix(actor, source, at.date())  # type: ignore[arg-type,attr-defined]  # rows of a database not open yet
    return sum(cell.lacking for row in found.rows[:SHOWN] for cell in found.cells(row)) if found else 0


def _common():  # type: ignore[no-untyped-def]  # rows of a database that is not open when this file is read
    """A text of 1,000 sections of three passages, with an edition; who looks; and the instant."""
    from datetime import UTC, datetime

    from network import _members
    from tejido.curriculum.commands import copy_text, seal_edition
    from tejido.curriculum.queries import latest_revision
    from tejido.engine.document import Document, Kind, Passage, passage_id
    from tejido.registry.queries import actor_of, network_body

    at, chance = datetime.now(UTC), random.Random(5)
    secretary = actor_of(_members(at)["secretariat"], is_fresh=True)
    words = ["red", "aviso", "paz", "memoria", "juez", "señal", "norma", "deber"]
    made = []
    for number in range(PASSAGES):
        said = f"Sección {number // EACH}" if number % EACH == 0 else " ".join(chance.choices(words, k=20))
        kind, level = (Kind.HEADING, 2) if number % EACH == 0 else (Kind.PARAGRAPH, 0)
        made.append(Passage.of(passage_id(chance.randbytes(8)), kind, {"es": said}, level=level))
    text = copy_text(
        actor=secretary, body=network_body(), title={"es": "Bench"}, language="es", document=Document.of(made),
        images=(), reason="", at=at,
    )  # fmt: skip  # one act, read as one
    seal_edition(actor=secretary, revision=latest_revision(text), at=at)
    return text, secretary, at


def _version(source, number, at):  # type: ignore[no-untyped-def]  # as above
    """A member's own version that adapts a tenth of the passages, without reasons yet, shown to the network."""
    from datetime import timedelta

    from network import _seated
    from tejido.adaptation import commands
    from tejido.adaptation.queries import own_version_for, showing_digest
    from tejido.curriculum.commands import save_revision
    from tejido.curriculum.queries import document_of, latest_revision
    from tejido.engine.document import Document
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.commands import enter_sourced_member
    from tejido.registry.names import Role
    from tejido.registry.queries import actor_of

    code = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
    member = enter_sourced_member(
        actor=CONSOLE, code=code, name={"es": code}, since=at.date() - timedelta(days=900), source="bench", at=at
    )
    actor = actor_of(_seated(member, "MRE", Role.FOCAL_POINT, at), is_fresh=True)
    made = commands.derive(
        actor=actor, space=commands.Space(member=member), source=source, title={"es": code}, language="es", at=at
    )
    base = latest_revision(made.text)
    chance = random.Random(number)
    changed = [p.with_text("es", f"{p.text('es')} {number}") if chance.random() < 0.1 else p for p in document_of(base)]
    save_revision(actor=actor, text=made.text, document=Document.of(changed), base=base, reason="", at=at)
    seen = showing_digest(own_version_for(actor, made.key))
    commands.show(actor=actor, derivation=made, audience="network", seen=seen, at=at)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    show(rows())
