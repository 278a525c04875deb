"""tejido bundle: made at the console, shown offline, and taken in after a look at it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from at_console import Typed
from cast import Cast
from tejido.curriculum.models import Edition, Text
from tejido.deliberation.tests.doings import fill_cumbre
from tejido.engine.exchange import write_bundle
from tejido.engine.exchange.tests.sample import KEY, bundle
from tejido.engine.exchange.tests.sample import SECRET as SAMPLE
from tejido.engine.proof import fingerprint
from tejido.exchange.models import Contact, Item, Parcel, Peer
from tejido.exchange.tests.abroad import Abroad, adopt
from tejido.exchange.tests.test_own_nodes import founded

__all__ = ["founded"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "sur-3.tejido.json"
    place.write_bytes(write_bundle(bundle(), SAMPLE))
    return place


def test_a_bundle_is_shown_offline_and_its_key_compared(typed: Typed, file: Path) -> None:
    said = typed("bundle", "show", file, "--key", fingerprint(KEY), "--json")
    assert (said.code, said.data["trusted"], said.data["sequence"]) == (0, True, 3)
    plain = typed("bundle", "show", file)
    assert (plain.code, "edition curso 2" in plain.out) == (0, True)
    other = typed("bundle", "show", file, "--key", "zzzz")
    assert (other.code, "✗" in other.out) == (1, True)


def test_one_changed_byte_is_named(typed: Typed, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"proteger", b"protejer"))
    said = typed("bundle", "show", file, "--json")
    assert (said.code, said.data["code"], said.data["where"]) == (1, "content_digest", "body.contents.0.digest")


@pytest.mark.django_db
def test_a_bundle_is_made_at_the_console(typed: Typed, cast: Cast, text: Text, tmp_path: Path) -> None:
    fill_cumbre(cast)
    edition: Edition = adopt(cast, text)
    assert typed("bundle", "make").out.strip() == f"edition {edition.text.slug}"
    said = typed("bundle", "make", "--thing", f"edition {text.slug}", "--out", tmp_path, "--json")
    place = Path(said.data["file"])
    assert (said.code, place.name) == (0, "public-1.tejido.json")
    assert place.read_bytes() == bytes(Parcel.objects.get().raw)
    assert typed("bundle", "make", "--thing", f"edition {text.slug}", "--for", "x", "--out", tmp_path).code == 1


@pytest.mark.django_db
def test_a_bundle_is_looked_at_before_it_is_taken_in(
    typed: Typed, cast: Cast, text: Text, settings, tmp_path: Path
) -> None:
    abroad = Abroad(cast, text, settings)
    place = tmp_path / "x.tejido.json"
    place.write_bytes(abroad.makes(at=datetime.now(UTC)))
    looked = typed("bundle", "take", place)
    assert (looked.code, "10 passages" in looked.out, Item.objects.count()) == (0, True, 0)
    assert typed("bundle", "take", place, "--yes", "--json").data["state"] == "taken"
    assert Item.objects.count() == 1
    again = typed("bundle", "take", place, "--yes", "--json")
    assert (again.code, again.data["state"]) == (0, "taken")
    place.write_bytes(place.read_bytes()[:-9])
    assert typed("bundle", "take", place).code == 1


def test_who_types_it_does_not_wait_for_the_next_try(typed: Typed, founded) -> None:
    """After a node that did not answer the clock waits; whoever knows that the line is there again does not."""
    later = datetime.now(UTC) + timedelta(hours=1)
    Peer.objects.filter(key=founded.network.key).update(address="https://127.0.0.1:1")
    Contact.objects.create(peer=founded.network, failures=3, problem="no_answer", next_at=later)
    said = typed("node", "exchange", "--json")
    assert (said.code, said.data["nodes"][0]["node"]) == (0, founded.network.name)
    assert Contact.objects.get().failures == 4
