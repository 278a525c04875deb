"""Cells, keys and locks: what needs no database."""

import stat
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.sealing import NotAuthentic
from tejido.risk import keys, proof
from tejido.risk.forms import BeginForm, PassphraseForm
from tejido.risk.names import Factor
from tejido.risk.terms import Clash, evidence_of, is_answered, join, summary_of

pytestmark = pytest.mark.anywhere

CELLS = st.dictionaries(
    st.sampled_from(["1.words", "2.words", "3.found", "title"]), st.text("ab", min_size=1, max_size=2)
)
CHANGES = st.dictionaries(st.sampled_from(["1.words", "2.words", "3.found", "title"]), st.text("ab", max_size=2))


## Two who write at once


@given(CELLS, CHANGES)
def test_who_writes_alone_gets_what_they_wrote(base, changes):
    joined = join(base, base, changes)
    assert joined.clashes == ()
    assert {**base, **changes} == {**dict.fromkeys(changes, ""), **joined.cells}


@given(CELLS, CELLS, CHANGES)
def test_nothing_of_others_is_lost_and_nothing_of_mine_is_lost_unseen(base, current, changes):
    joined = join(base, current, changes)
    clashing = {clash.cell: clash for clash in joined.clashes}
    for cell, value in changes.items():
        mine, theirs, stands = value or None, current.get(cell), joined.cells.get(cell)
        if cell in clashing:
            assert clashing[cell] == Clash(cell, base.get(cell), theirs, mine)
            assert stands == theirs
        else:
            assert stands in {mine, theirs}
            assert stands == mine or mine == base.get(cell)
    assert {c: v for c, v in joined.cells.items() if c not in changes} == {
        c: v for c, v in current.items() if c not in changes
    }


def test_what_i_left_as_it_was_stays_as_others_made_it():
    joined = join({"1.words": "a"}, {"1.words": "b"}, {"1.words": "a", "2.words": "c"})
    assert joined.cells == {"1.words": "b", "2.words": "c"}


def test_without_what_i_began_with_every_difference_is_a_clash():
    assert join(None, {"1.words": "b"}, {"1.words": "a"}).clashes == (Clash("1.words", None, "b", "a"),)
    assert join(None, {}, {"1.words": "a"}).cells == {"1.words": "a"}
    assert join(None, {"1.words": "b"}, {"1.words": ""}).clashes == (Clash("1.words", None, "b", None),)


def test_an_empty_value_takes_its_cell_away():
    assert join({"1.words": "a"}, {"1.words": "a"}, {"1.words": ""}).cells == {}


## What cells say


def test_evidence_stands_under_its_own_factor_the_latest_first():
    cells = {
        "1.e.b": {"what": "old", "day": "2025"},
        "1.e.a": {"what": "no day"},
        "1.e.c": {"what": "new", "day": "2026-05"},
        "11.e.d": {"what": "of another factor"},
    }
    assert [piece["what"] for _key, piece in evidence_of(cells, Factor.F1)] == ["new", "old", "no day"]
    assert not is_answered({"11.words": "x"}, Factor.F1)
    assert is_answered(cells, Factor.F11)


def test_a_summary_says_only_what_was_chosen():
    cells = {
        "3.words": "private", "3.found": "present", "3.confidence": "low", "4.words": "private too",
        "summary.title": "Title", "summary.3": {"words": "Shared", "found": True, "confidence": False},
        "summary.5": {"words": "Also", "found": True, "confidence": True},
    }  # fmt: skip  # a table
    assert summary_of(cells) == {
        "title": "Title",
        "introduction": "",
        "lines": [{"factor": "3", "words": "Shared", "found": "present"}, {"factor": "5", "words": "Also"}],
    }


## Keys and locks


def test_a_key_lies_in_a_file_of_its_own_that_only_the_node_reads():
    number, key = keys.make("analysis")
    assert number == 1
    assert keys.read("analysis", 1) == key
    file = keys._file("analysis", 1)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert keys.make("analysis")[0] == 2
    assert keys.read("analysis", 1) == key


def test_a_destroyed_key_is_overwritten_and_gone_and_never_made_anew():
    _number, key = keys.make("analysis")
    file = keys._file("analysis", 1)
    other_name = file.with_name("linked")
    other_name.hardlink_to(file)
    keys.destroy("analysis", 1)
    keys.destroy("analysis", 1)
    assert other_name.read_bytes() != key
    with pytest.raises(keys.KeyLost):
        keys.read("analysis", 1)


def test_half_a_key_is_none():
    keys.make("analysis")
    keys._file("analysis", 1).write_bytes(b"short")
    with pytest.raises(keys.KeyLost):
        keys.read("analysis", 1)


def test_all_keys_of_one_analysis_are_destroyed_and_no_others():
    for name in ("analysis", "analysis", "other"):
        keys.make(name)
    keys.destroy_below("analysis", 2)
    assert sorted(path.name for path in keys._folder().iterdir()) == ["analysis-2", "other-1"]
    keys.destroy_all("analysis")
    assert [path.name for path in keys._folder().iterdir()] == ["other-1"]


NODE, OTHER = b"n" * 32, b"o" * 32


@pytest.mark.parametrize("passphrase", ["", "una frase de paso larga"])
def test_a_lock_opens_with_its_key_file_and_its_passphrase(passphrase):
    lock = proof.new_lock(NODE, passphrase, "a", 1)
    assert bool(lock.cost) == bool(passphrase)
    assert proof.unwrap(lock.wrapped, NODE, passphrase, lock.cost, "a", 1) == lock.data_key
    for key, analysis, number in ((OTHER, "a", 1), (NODE, "b", 1), (NODE, "a", 2)):
        with pytest.raises(NotAuthentic):
            proof.unwrap(lock.wrapped, key, passphrase, lock.cost, analysis, number)


def test_with_a_passphrase_the_key_file_alone_opens_nothing():
    lock = proof.new_lock(NODE, "una frase de paso larga", "a", 1)
    with pytest.raises(proof.WrongPassphrase):
        proof.unwrap(lock.wrapped, NODE, "otra frase de paso larga", lock.cost, "a", 1)
    without = proof.unwrap(lock.wrapped, NODE, "", {}, "a", 1)
    with pytest.raises(NotAuthentic):
        proof.unseal_cells(without[:32], proof.seal_cells(lock.data_key, {"title": "x"}, "a", 1), "a", 1)


def test_more_than_an_analysis_can_hold_is_refused():
    with pytest.raises(ValueError, match="more than"):
        proof.seal_cells(NODE, {"title": "x" * proof.MOST_BYTES}, "a", 1)


def test_the_places_of_the_factors_tell_nothing_and_differ_from_analysis_to_analysis():
    here, there = proof.places(NODE), proof.places(OTHER)
    assert list(here.values()) == list(Factor)
    assert not set(here) & set(there)


## Forms


def test_a_year_from_a_leap_day_is_the_first_of_march():
    form = BeginForm({"title": "x", "language": "es", "years": "1"})
    assert form.is_valid()
    assert form.ends_on(date(2028, 2, 29)) == date(2029, 3, 1)
    assert form.ends_on(date(2027, 2, 28)) == date(2028, 2, 28)


def test_two_passphrases_that_differ_are_none():
    form = PassphraseForm({"passphrase": "una frase de paso larga", "again": "otra"})
    assert list(form.errors) == ["again"]
