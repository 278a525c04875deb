"""Nobody changes a byte of a bundle, or of an introduction, unnoticed."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.exchange import (
    BadBundle,
    BadBundleCode,
    Introduction,
    read_bundle,
    read_introduction,
    write_bundle,
    write_introduction,
)
from tejido.engine.proof import public_key, sign, to_text, write_canonical

from .sample import AT, KEY, OTHER_SECRET, SECRET, SENDER, bundle

SMALL = write_bundle(replace(bundle(), heads=(), seen=()), SECRET)
NEW = replace(SENDER, key=public_key(OTHER_SECRET))
FIRST = Introduction(SENDER, "https://red.example", AT)
NEXT = Introduction(NEW, "", AT, KEY)
FILES = {
    "bundle": (SMALL, read_bundle),
    "introduction": (write_introduction(FIRST, SECRET), read_introduction),
    "new key": (write_introduction(NEXT, OTHER_SECRET, SECRET), read_introduction),
}


@pytest.mark.parametrize("name", FILES)
def test_each_byte_of_the_file_is_needed(name: str) -> None:
    raw, read = FILES[name]
    for place in range(len(raw)):
        for mask in (1, 0x20, 0x80):
            twisted = bytearray(raw)
            twisted[place] ^= mask
            with pytest.raises(BadBundle):
                read(bytes(twisted))
        with pytest.raises(BadBundle):
            read(raw[:place] + raw[place + 1 :])


@given(raw=st.binary(max_size=200))
def test_whatever_the_bytes_the_answer_is_one_reason(raw: bytes) -> None:
    for read in (read_bundle, read_introduction):
        with pytest.raises(BadBundle):
            read(raw)


@given(data=st.data())
def test_whatever_stands_in_a_field_the_answer_is_one_reason(data: st.DataObject) -> None:
    whole = json.loads(SMALL)
    place: Any = whole
    while isinstance(place, dict | list) and place:
        parent = place
        step = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else list(range(len(place)))))
        place = place[step]
        if data.draw(st.booleans()):
            break
    other = data.draw(st.sampled_from([None, True, 0, -1, 7, "", "x", "7", [], {}, ["x"], {"x": 1}]))
    if write_canonical(other) == write_canonical(place):
        return
    parent[step] = other
    with pytest.raises(BadBundle):
        read_bundle(write_canonical(whole))


def test_introductions_are_read_again() -> None:
    assert read_introduction(FILES["introduction"][0]) == FIRST
    assert read_introduction(FILES["new key"][0]) == NEXT


def introduced(body: dict[str, Any], succession: str | None = None) -> bytes:
    own = to_text(sign(SECRET, {"purpose": "tejido-introduction-1", "body": body}))
    return write_canonical({"body": body, "signature": own, "succession": succession})


def test_a_new_key_that_the_old_one_did_not_sign_is_none() -> None:
    body = json.loads(FILES["introduction"][0])["body"] | {"replaced": to_text(NEW.key)}
    for succession, code in ((None, BadBundleCode.SHAPE), (to_text(bytes(64)), BadBundleCode.FORGED)):
        with pytest.raises(BadBundle) as caught:
            read_introduction(introduced(body, succession))
        assert caught.value.code is code


def test_a_first_introduction_has_no_succession_and_the_format_of_one() -> None:
    body = json.loads(FILES["introduction"][0])["body"]
    with pytest.raises(BadBundle) as caught:
        read_introduction(introduced(body, to_text(bytes(64))))
    assert (caught.value.code, caught.value.where) == (BadBundleCode.SHAPE, "succession")
    with pytest.raises(BadBundle) as caught:
        read_introduction(introduced(body | {"format": "tejido-bundle/1"}))
    assert caught.value.code is BadBundleCode.OTHER_FORMAT


def test_an_introduction_is_signed_by_whom_it_names() -> None:
    with pytest.raises(ValueError, match="key that it names"):
        write_introduction(FIRST, OTHER_SECRET)
    with pytest.raises(ValueError, match="key that it replaces"):
        write_introduction(NEXT, OTHER_SECRET)
