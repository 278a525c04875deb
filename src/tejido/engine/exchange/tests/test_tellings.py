"""A telling is read as it was signed, or refused with the reason; judged by whom it is for, when and whether again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tejido.engine.exchange import OLDEST, BadBundle, Telling, judge_telling, read_telling, write_telling
from tejido.engine.proof import rfc3339

from .sample import KEY, ME, NOW, OTHER_SECRET, SECRET

SECOND, SKEW = timedelta(seconds=1), timedelta(minutes=5)
GOOD = Telling(KEY, ME, 7, "0f" * 16, rfc3339(NOW), "edition", "texto-comun/2")


def code(raw: bytes) -> str:
    with pytest.raises(BadBundle) as caught:
        read_telling(raw)
    return caught.value.code.value


def test_it_is_read_as_it_was_written():
    assert read_telling(write_telling(GOOD, SECRET)) == GOOD
    assert len(write_telling(GOOD, SECRET)) < 1000


def test_one_changed_byte_and_another_key_are_no_telling():
    raw = write_telling(GOOD, SECRET)
    assert code(write_telling(GOOD, OTHER_SECRET)) == "forged"
    assert code(raw.replace(b"texto-comun/2", b"texto-comun/3")) == "forged"
    assert code(raw + b"\n") != "forged"
    assert code(raw.replace(b'{"body"', b'{ "body"')) == "not_canonical"
    assert code(raw + b" " * 4096) == "too_large"
    assert code(b"{}") == "shape"
    assert code(raw.replace(b"tejido-telling/1", b"tejido-asking/1")) == "other_format"


@pytest.mark.parametrize(
    "change",
    [
        {"name": "https://mala.example/x"},
        {"name": "//mala.example"},
        {"name": "../../etc"},
        {"name": ""},
        {"kind": "Edition"},
        {"sequence": 0},
        {"nonce": "0f"},
        {"at": "2027-03-01T12:00:00+01:00"},
    ],
)
def test_nothing_that_could_be_an_address_or_has_another_form_is_read(change):
    assert code(write_telling(replace(GOOD, **change), SECRET)) == "shape"


@pytest.mark.parametrize(
    ("change", "last", "nonce", "said"),
    [
        ({}, 6, "", None),
        ({}, 7, GOOD.nonce, "replayed"),
        ({}, 8, GOOD.nonce, "replayed"),
        ({}, 7, "1e" * 16, "out_of_order"),
        ({}, 8, "", "out_of_order"),
        ({"audience": "other"}, 0, "", "not_for_us"),
        ({"at": rfc3339(NOW + SKEW)}, 0, "", None),
        ({"at": rfc3339(NOW + SKEW + SECOND)}, 0, "", "made_later"),
        ({"at": rfc3339(NOW - OLDEST - SKEW)}, 0, "", None),
        ({"at": rfc3339(NOW - OLDEST - SKEW - SECOND)}, 0, "", "expired"),
    ],
)
def test_it_is_for_us_of_these_days_and_new(change, last, nonce, said):
    found = judge_telling(replace(GOOD, **change), ME, last, nonce, NOW)
    assert (found and found.value) == said
