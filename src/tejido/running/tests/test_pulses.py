"""How the work goes is written down: when, how long, and since when it fails; never what the failure said."""

from datetime import UTC, datetime, timedelta

import pytest

from tejido.running.commands import Beat, keep_beats
from tejido.running.models import Pulse
from tejido.running.queries import LATE, OFTEN, failing, is_alive, last_beat, pulses

pytestmark = pytest.mark.django_db
AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def beat(work: str = "letters", minutes: int = 0, problem: str = "") -> None:
    keep_beats(beats=[Beat(work, AT + minutes * MINUTE, 0.5, problem)])


def test_work_that_fails_keeps_when_it_last_succeeded_and_counts_until_it_does_again():
    beat()
    for minute in (1, 2):
        beat(minutes=minute, problem="OSError (28)")
    row = Pulse.objects.get()
    assert (row.at, row.done_at, row.failures, row.problem) == (AT + 2 * MINUTE, AT, 2, "OSError (28)")
    beat(minutes=3)
    row.refresh_from_db()
    assert (row.done_at, row.failures, row.problem) == (AT + 3 * MINUTE, 0, "")


def test_work_that_never_succeeded_says_so():
    beat(problem="x" * 200)
    row = Pulse.objects.get()
    assert (row.done_at, row.failures, len(row.problem)) == (None, 1, 80)


def test_the_beats_of_a_look_are_kept_together_in_a_constant_number_of_queries(django_assert_num_queries):
    for several in (1, 3):
        with django_assert_num_queries(4):  # a savepoint, what was, what is, and its end
            keep_beats(beats=[Beat(f"work-{n}", AT, 0.0) for n in range(several)])
    assert [row.work for row in pulses()] == ["work-0", "work-1", "work-2"]


def test_nobody_is_alive_who_never_beat_or_has_not_for_some_minutes():
    assert (is_alive("clock", AT), last_beat("clock")) == (False, None)
    beat("clock")
    assert is_alive("clock", AT + LATE - MINUTE)
    assert not is_alive("clock", AT + LATE)


def test_what_fails_again_and_again_is_told_and_what_failed_once_is_not():
    beat("files", problem="OSError")
    for minute in range(OFTEN):
        beat(minutes=minute, problem="OSError")
    assert [row.work for row in failing()] == ["letters"]
