"""Beginning, opening, saving."""

from datetime import timedelta

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.names import closed_tree
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.risk import commands, keys, rules
from tejido.risk.models import Admission, Analysis, Opening, Version
from tejido.risk.names import Act, No
from tejido.risk.queries.access import Browser, NotOpen, admission_for, cells_at
from tejido.risk.tests.made import (
    ALT,
    BROWSER,
    FP,
    JUS,
    LAST_DAY,
    VA,
    admission,
    admitted,
    begun,
    opened,
    saved,
    unlock,
)

pytestmark = pytest.mark.django_db
PHRASE = "una frase de paso larga"
HOURS = timedelta(hours=2)


def refused(code, do, *args, **given):
    with pytest.raises(Refused) as problem:
        do(*args, **given)
    assert problem.value.refusal.code == code


## Beginning


def test_whoever_begins_leads_and_is_the_only_one(cast):
    row = begun(cast)
    assert [(a.seat_id, a.leads) for a in Admission.objects.all()] == [(cast.actor(FP).seat, True)]
    assert unlock(cast, row).cells == {"title": "Primer análisis"}
    for who in (ALT, VA, JUS, "XB/focal_point", "network/secretariat"):
        with pytest.raises(Admission.DoesNotExist):
            admission_for(cast.actor(who), row.key)


@pytest.mark.parametrize("who", ["network/secretariat", "network/observer", "network/chair"])
def test_only_seats_of_members_begin(cast, who):
    beginning = commands.Beginning({}, "es", LAST_DAY)
    given = {"member": cast.members["XA"], "beginning": beginning, "at": NOW}
    refused(Shared.NOT_YOURS, commands.begin_analysis, actor=cast.actor(who), **given)


def test_beginning_is_a_formal_act_with_a_good_passphrase_or_none_and_a_last_day(cast):
    def begin(passphrase="", day=LAST_DAY, *, fresh=True, at=NOW):
        beginning = commands.Beginning({}, "es", day, passphrase)
        actor = cast.actor(FP, fresh=fresh)
        return commands.begin_analysis(actor=actor, member=cast.members["XA"], beginning=beginning, at=at)

    refused(Shared.NOT_FRESH, begin, fresh=False)
    refused(No.SHORT_PASSPHRASE, begin, "corta")
    refused(No.TOO_SOON, begin, day=NOW.date())
    refused(No.TOO_SOON, begin, day=NOW.date() + timedelta(days=4000))
    assert not Analysis.objects.exists()
    assert begin(day=NOW.date(), at=NOW.replace(hour=1))  # it is still the evening before, where the network is


def test_a_beginning_that_fails_leaves_no_key(cast, monkeypatch):
    def fail(*_args):
        raise OSError("no disk")

    monkeypatch.setattr("tejido.risk.commands.opening.keep_version", fail)
    with pytest.raises(OSError, match="no disk"):
        begun(cast)
    assert list(keys._folder().iterdir()) == []


## Opening


def test_it_is_open_in_one_browser_of_one_session_for_two_hours(cast):
    row = begun(cast)
    unlock(cast, row)
    opened(cast, row, at=NOW + HOURS - timedelta(seconds=1))
    for browser, at in (
        (Browser("other", BROWSER.secret), NOW),
        (Browser("session", b"o" * 32), NOW),
        (BROWSER, NOW + HOURS),
    ):
        with pytest.raises(NotOpen):
            opened(cast, row, browser=browser, at=at)


def test_each_opening_asks_for_a_fresh_second_factor_and_is_written_down(cast):
    row = begun(cast)
    own = admission(cast, row)
    given = {"admission": own, "browser": BROWSER, "passphrase": "", "at": NOW}
    refused(Shared.NOT_FRESH, commands.open_analysis, actor=cast.actor(FP, fresh=False), **given)
    unlock(cast, row)
    line = Line.objects.get(act=Act.OPENED)
    assert (line.tree_id, line.facts, line.details) == (closed_tree(row.key), {}, None)


def test_closing_it_closes_it_here_alone(cast):
    row = begun(cast)
    unlock(cast, row)
    unlock(cast, row, browser=Browser("other", BROWSER.secret))
    commands.close_analysis(admission=admission(cast, row), browser=BROWSER)
    with pytest.raises(NotOpen):
        opened(cast, row)
    opened(cast, row, browser=Browser("other", BROWSER.secret))


def test_what_the_database_has_of_an_opening_is_not_the_key(cast):
    row = begun(cast)
    found = unlock(cast, row)
    stored = Opening.objects.get()
    assert found.data_key not in bytes(stored.sealed)
    assert BROWSER.secret not in bytes(stored.sealed)
    assert BROWSER.secret.hex() not in stored.browser


def test_with_a_passphrase_it_opens_with_that_alone(cast):
    row = begun(cast, passphrase=PHRASE)
    refused(No.WRONG_PASSPHRASE, unlock, cast, row, passphrase="otra frase de paso")
    refused(No.WRONG_PASSPHRASE, unlock, cast, row)
    assert unlock(cast, row, passphrase=PHRASE).cells["title"] == "Primer análisis"


def test_after_five_wrong_passphrases_the_right_one_waits_too(cast):
    row = begun(cast, passphrase=PHRASE)
    for _ in range(rules.TRIES):
        refused(No.WRONG_PASSPHRASE, unlock, cast, row, passphrase="otra frase de paso")
    refused(No.TRY_LATER, unlock, cast, row, passphrase=PHRASE)
    later = NOW + rules.PAUSE
    refused(No.WRONG_PASSPHRASE, unlock, cast, row, passphrase="otra frase de paso", at=later)
    unlock(cast, row, passphrase=PHRASE, at=later)
    assert Admission.objects.get().failures == 0


## Saving


def test_every_save_is_a_version_and_what_says_the_same_is_none(cast):
    row = begun(cast)
    unlock(cast, row)
    found = saved(cast, row, _3_words="Lo que vemos")
    assert found.cells["3.words"] == "Lo que vemos"
    saved(cast, row, _3_words="Lo que vemos")
    assert list(Version.objects.values_list("number", flat=True).order_by("number")) == [1, 2]
    assert cells_at(found, 1) == {"title": "Primer análisis"}
    assert cells_at(found, 7) is None


def test_two_who_write_to_different_fields_lose_nothing(cast):
    row = begun(cast)
    admitted(cast, row)
    unlock(cast, row)
    unlock(cast, row, ALT)
    saved(cast, row, FP, base=1, _3_words="De una")
    found = saved(cast, row, ALT, base=1, _4_words="De otro")
    assert (found.cells["3.words"], found.cells["4.words"]) == ("De una", "De otro")


def test_two_who_write_to_one_field_are_told_and_nothing_is_kept_unseen(cast):
    row = begun(cast)
    admitted(cast, row)
    unlock(cast, row)
    unlock(cast, row, ALT)
    saved(cast, row, FP, base=1, _3_words="De una")
    joined = commands.save_cells(
        actor=cast.actor(ALT), opened=opened(cast, row, ALT), base=1, changes={"3.words": "De otro"}, at=NOW
    )
    (clash,) = joined.clashes
    assert (clash.before, clash.theirs, clash.mine) == (None, "De una", "De otro")
    assert opened(cast, row).cells["3.words"] == "De una"


def test_an_analysis_does_not_grow_for_ever(cast, monkeypatch):
    row = begun(cast)
    unlock(cast, row)
    monkeypatch.setattr("tejido.risk.proof.MOST_BYTES", 200)
    refused(No.TOO_LARGE, saved, cast, row, _3_words="x" * 200)


def test_evidence_is_taken_out_and_earlier_versions_can_be_deleted_at_once(cast):
    row = begun(cast)
    unlock(cast, row)
    found = saved(cast, row, **{"_3_e.one": {"what": "Una nota"}})
    commands.remove_evidence(actor=cast.actor(FP), opened=found, cell="3.e.one", at=NOW)
    found = opened(cast, row)
    assert "3.e.one" not in found.cells
    refused(No.NO_SUCH_EVIDENCE, commands.remove_evidence, actor=cast.actor(FP), opened=found, cell="3.e.one", at=NOW)
    assert "3.e.one" in (cells_at(found, 2) or {})
    commands.forget_versions(actor=cast.actor(FP), opened=found, at=NOW)
    assert list(Version.objects.values_list("number", flat=True)) == [3]
    opened(cast, row)
