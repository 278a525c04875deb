"""tejido verify: offline and in words, exit code 1 for one changed byte, and the name of the passage that differs."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from at_console import Said, Typed
from tejido.engine.document import Document, Kind, Passage, document_to_data
from tejido.engine.proof import fingerprint, public_key, write_canonical
from tejido.engine.proof.tests.sample import DOCUMENT, PUBLIC, body, proved
from tejido.formats.badge import credential, did_of
from tejido.formats.badge.tests.sample import BADGE, KEY

PROVED = proved(body())
DEEP = b'{"attributes":' + b"[" * 100_000 + b',"id":"0000000000a1"'
ADDED = Passage.of("0000000000z9", Kind.ITEM, {"es": "Más"}, level=1)


def files(folder: Path, text: bytes = PROVED.text, record: bytes = PROVED.record) -> tuple[Path, Path]:
    (folder / "record.json").write_bytes(record)
    (folder / "text.json").write_bytes(text)
    return folder / "record.json", folder / "text.json"


def verified(typed: Typed, folder: Path, text: bytes) -> Said:
    return typed("verify", *files(folder, text), "--json")


def changed(old: bytes, new: bytes) -> bytes:
    assert PROVED.text.count(old) == 1
    return PROVED.text.replace(old, new)


def test_the_adopted_text_passes_and_every_check_is_said_in_words(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", *files(tmp_path))
    assert said.code == 0
    assert said.out.count("✓") == 12
    assert "✗" not in said.out
    assert fingerprint(PUBLIC) in said.out
    assert "Compare it with the one you have from elsewhere" in said.out


def test_with_the_key_that_is_trusted_nothing_is_left_to_compare(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", *files(tmp_path), "--key", fingerprint(PUBLIC), "--json")
    assert (said.code, said.data["trusted"]) == (0, True)
    assert "signed with the key you trust" in said.data["conclusion"]


def test_another_key_than_the_trusted_one_is_a_no(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", *files(tmp_path), "--key", "as3n-0000-0000-0000-0000-0000-0000-0000", "--json")
    assert (said.code, said.data["ok"]) == (1, False)


def test_a_changed_letter_names_its_passage_its_place_and_its_beginning(typed: Typed, tmp_path: Path) -> None:
    said = verified(typed, tmp_path, changed(b"recuerdan", b"recuerden"))
    assert said.code == 1
    [passage] = said.data["differing"]
    assert passage == {
        "passage": "0000000000a2",
        "change": "changed",
        "address": "¶ 1",
        "words": "Los Estados «recuerden».",
        "place": 2,
    }
    told = typed("verify", *files(tmp_path, changed(b"recuerdan", b"recuerden"))).out
    assert "✗ Passages that differ from the adopted text: 1 of 4." in told
    assert "→ changed: passage 0000000000a2, at ¶ 1, “Los Estados «recuerden».”" in told


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        (DOCUMENT.passages[:3], [("0000000000a4", "missing")]),
        ((*DOCUMENT.passages, ADDED), [("0000000000z9", "added")]),
        ((*DOCUMENT.passages[:2], *reversed(DOCUMENT.passages[2:])), [("0000000000a3", "moved")]),
    ],
)
def test_missing_added_and_moved_passages_are_named(passages, expected, typed: Typed, tmp_path: Path) -> None:
    text = write_canonical(document_to_data(Document.of(passages)))
    differing = verified(typed, tmp_path, text).data["differing"]
    assert [(item["passage"], item["change"]) for item in differing] == expected


@pytest.mark.parametrize(
    ("old", "new", "passage"),
    [
        (b'"level":0,"texts":{"es":"Los', b'"level":,,"texts":{"es":"Los', "0000000000a2"),
        (b'{"minutes":"45"}', b'{"minutes":"45}', "0000000000a4"),
        (b"0000000000a3", b"0000000000\xff3", "0000000000a3"),
        ("Prevención".encode(), b"Prevenci\xc3n", "0000000000a1"),
    ],
)
def test_a_byte_that_breaks_the_file_still_names_the_passage_it_is_in(
    old, new, passage, typed: Typed, tmp_path
) -> None:
    said = verified(typed, tmp_path, changed(old, new))
    assert said.code == 1
    assert [(item["passage"], item["change"]) for item in said.data["differing"]] == [(passage, "damaged")]


def test_a_passage_added_to_a_broken_file_is_named_as_added(typed: Typed, tmp_path: Path) -> None:
    text = write_canonical(document_to_data(Document.of([*DOCUMENT.passages, ADDED])))
    differing = verified(typed, tmp_path, text[:-1]).data["differing"]
    assert [(item["passage"], item["change"]) for item in differing] == [(ADDED.id, "added")]


def test_a_byte_outside_of_all_passages_is_a_no_and_no_passage_is_blamed(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", *files(tmp_path, PROVED.text[:-1] + b"x"))
    assert said.code == 1
    assert "→ no passage differs" in said.out


@pytest.mark.parametrize("which", ["record", "text"])
def test_no_changed_byte_anywhere_passes(which: str, typed: Typed, tmp_path: Path) -> None:
    whole = getattr(PROVED, which)
    for place in random.Random(7).sample(range(len(whole)), 60):
        bent = bytearray(whole)
        bent[place] ^= 1 << random.Random(place).randrange(8)
        assert typed("verify", *files(tmp_path, **{which: bytes(bent)})).code == 1, (place, bent[place])


def test_what_is_no_record_is_a_no_and_no_error(typed: Typed, tmp_path: Path) -> None:
    for record in (b"", b"{}", b"[1]", PROVED.text, b"\x00" * 40, b"[" * 100_000):
        said = typed("verify", *files(tmp_path, record=record))
        assert (said.code, said.err) == (1, "")


def test_a_hostile_text_is_a_no_and_no_error(typed: Typed, tmp_path: Path) -> None:
    for text in (b"", b"[" * 100_000, b'{"attributes":{}}' * 1_000, DEEP):
        said = typed("verify", *files(tmp_path, text))
        assert (said.code, said.err) == (1, "")


def test_verifying_touches_no_data_folder_and_loads_no_database(tmp_path: Path) -> None:
    record, text = files(tmp_path)
    code = (
        "import sys; from tejido.cli import run\n"
        f"assert run(['verify', {str(record)!r}, {str(text)!r}]) == 0\n"
        "print(sorted({'django.db', 'django.conf', 'tejido.config.settings'} & set(sys.modules)))"
    )
    environment = {
        "TEJIDO_DATA": str(tmp_path / "data"),
        "DATABASE_URL": "mysql://nonsense",
        "PATH": "",
        "HOME": "/nowhere",
    }
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment)
    assert done.stdout.splitlines()[-1] == "[]"
    assert not (tmp_path / "data").exists()


## Certificates


def certificate(folder: Path, **changes: object) -> Path:
    made = credential(replace(BADGE, since="2020-01-01T00:00:00Z", until=""), KEY)
    (folder / "certificate.json").write_text(json.dumps({**made, **changes}))
    return folder / "certificate.json"


def test_a_certificate_is_checked_offline_and_what_it_says_is_said(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", certificate(tmp_path))
    assert said.code == 0
    assert said.out.count("✓") == 7
    assert fingerprint(public_key(KEY)) in said.out
    assert "Seminario de prueba" in said.out
    assert "only its issuer knows" in said.out


def test_a_changed_certificate_is_a_no_that_names_the_part(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", certificate(tmp_path, name="Otro"), "--json")
    assert (said.code, said.data["ok"]) == (1, False)
    assert [check["code"] for check in said.data["checks"] if not check["ok"]] == ["signature"]


@pytest.mark.parametrize("key", [did_of(public_key(KEY)), fingerprint(public_key(KEY))])
def test_a_certificate_is_trusted_by_the_key_that_was_given(typed: Typed, tmp_path: Path, key: str) -> None:
    said = typed("verify", certificate(tmp_path), "--key", key, "--json")
    assert (said.code, said.data["ok"], said.data["trusted"]) == (0, True, True)


def test_another_key_than_the_given_one_is_a_no_for_a_certificate_too(typed: Typed, tmp_path: Path) -> None:
    said = typed("verify", certificate(tmp_path), "--key", fingerprint(public_key(bytes(32))))
    assert said.code == 1
    assert "another than the one you gave" in said.out
    assert "✗" in said.out


def test_a_file_of_nothing_is_a_no_and_no_crash(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"{")
    said = typed("verify", tmp_path / "x.json", "--key", fingerprint(PUBLIC), "--json")
    assert (said.code, said.data["trusted"], said.data["credential"]["title"]) == (1, False, "")
