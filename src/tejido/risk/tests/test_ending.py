"""The end: the last day, destruction, files."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from cast import NOW, ZONE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.risk import commands, keys, proof
from tejido.risk.jobs import run_due
from tejido.risk.models import Admission, Analysis, Asking, Opening, Version
from tejido.risk.names import Act, No
from tejido.risk.queries.access import opened_for
from tejido.risk.queries.pages import own_analyses
from tejido.risk.tests.made import ALT, BROWSER, FP, LAST_DAY, admitted, begun, opened, saved, unlock
from tejido.risk.tests.test_opening import refused

pytestmark = pytest.mark.django_db
OVER = datetime.combine(LAST_DAY, time(), ZoneInfo(ZONE)) + timedelta(days=1)  # on the clocks of the network


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What is done inside is committed, and what waits for that is done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_destroyed_it_is_gone_with_its_key_and_an_old_copy_of_the_database_cannot_be_read(cast, commit):
    row = begun(cast)
    found = unlock(cast, row)
    copy = bytes(Analysis.objects.get().wrapped), bytes(Version.objects.get().sealed)
    with commit():
        commands.destroy(actor=cast.actor(FP), analysis=found.analysis, at=NOW)
    left = Analysis.objects.get()
    assert (bytes(left.wrapped), left.cost, left.destroyed_at, left.is_shredded) == (b"", {}, NOW, True)
    assert [model.objects.count() for model in (Version, Opening, Asking)] == [0, 0, 0]
    with pytest.raises(Admission.DoesNotExist):
        opened_for(cast.actor(FP), row.key, BROWSER, NOW)
    with pytest.raises(keys.KeyLost):
        keys.read(row.key, 1)
    with pytest.raises(proof.NotAuthentic):
        proof.unwrap(copy[0], b"k" * 32, "", {}, row.key, 1)
    (own,) = own_analyses(cast.actor(FP), BROWSER, NOW)
    assert own.analysis.destroyed_at == NOW


def test_only_who_leads_destroys_with_a_fresh_second_factor(cast):
    row = begun(cast)
    admitted(cast, row)
    refused(No.ONLY_LEAD, commands.destroy, actor=cast.actor(ALT), analysis=row, at=NOW)
    refused(Shared.NOT_FRESH, commands.destroy, actor=cast.actor(FP, fresh=False), analysis=row, at=NOW)


def test_a_crash_between_the_commit_and_the_key_is_mended_by_the_clock(cast):
    row = begun(cast)
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)  # nothing is committed in this test: the file stays
    assert keys.read(row.key, 1)
    run_due(NOW)
    with pytest.raises(keys.KeyLost):
        keys.read(row.key, 1)
    assert Analysis.objects.get().is_shredded
    assert run_due(NOW) == 0


def test_when_its_last_day_is_over_where_the_network_is_the_clock_destroys_it_and_not_before(cast, commit):
    row = begun(cast)
    assert OVER.astimezone(UTC) > datetime.combine(LAST_DAY, time(), UTC) + timedelta(days=1)
    assert run_due(OVER - timedelta(microseconds=1)) == 0
    with commit():
        assert run_due(OVER) == 1
    assert Line.objects.filter(act=Act.DESTROYED, object=row.key, office="clock").count() == 1
    with pytest.raises(keys.KeyLost):
        keys.read(row.key, 1)


def test_the_last_day_is_asked_again_under_the_lock(cast):
    row = begun(cast)
    from tejido.risk.commands import ending

    Analysis.objects.filter(key=row.key).update(ends_on=date(2031, 1, 1))
    assert ending._end(row.key, OVER) == 0


def test_another_last_day_is_set_by_who_leads(cast):
    row = begun(cast)

    def set_day(day, *, at=NOW):
        return commands.set_last_day(actor=cast.actor(FP), analysis=row, day=day, at=at)

    refused(No.TOO_SOON, set_day, NOW.date())
    set_day(NOW.date(), at=NOW.replace(hour=1))  # it is still the evening before, where the network is
    set_day(date(2028, 1, 1))
    assert Analysis.objects.get().ends_on == date(2028, 1, 1)
    assert row.ends_on == LAST_DAY


def test_the_clock_forgets_what_was_kept_for_a_time(cast):
    row = begun(cast)
    unlock(cast, row)
    saved(cast, row, _3_words="uno")
    run_due(NOW + timedelta(days=7))
    assert Version.objects.count() == 2
    run_due(NOW + timedelta(days=7, seconds=1))
    assert [version.number for version in Version.objects.all()] == [2]
    assert not Opening.objects.exists()
    assert unlock(cast, row).cells["3.words"] == "uno"


def test_taking_a_file_is_a_formal_act_in_the_journal(cast):
    row = begun(cast)
    refused(Shared.NOT_FRESH, commands.take_as_file, actor=cast.actor(FP, fresh=False), analysis=row, at=NOW)
    commands.take_as_file(actor=cast.actor(FP), analysis=row, at=NOW)
    assert Line.objects.filter(act=Act.EXPORTED, object=row.key).exists()


def test_a_key_that_is_lost_is_said_so(cast):
    row = begun(cast)
    keys.destroy(row.key, 1)
    with pytest.raises(keys.KeyLost):
        unlock(cast, row)
    with pytest.raises(Analysis.DoesNotExist):
        commands.destroy(actor=cast.actor(FP), analysis=Analysis(key="nothing00000"), at=NOW)


def test_nothing_is_open_after_the_end(cast):
    row = begun(cast)
    found = unlock(cast, row)
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)
    with pytest.raises(Analysis.DoesNotExist):
        commands.save_cells(actor=cast.actor(FP), opened=found, base=1, changes={"3.words": "x"}, at=NOW)
    with pytest.raises(Admission.DoesNotExist):
        opened(cast, row)
