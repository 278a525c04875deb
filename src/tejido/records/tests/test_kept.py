"""Tallies are what the rows say, after whatever came and went, and wherever the process was killed."""

import io
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from cast import NOW, everybody, make_text
from tejido.formats.roster.suggesting import suggest
from tejido.formats.roster.values import Coded
from tejido.records import commands, queries
from tejido.records.commands import entering
from tejido.records.models import Batch, Completion, Sheet
from tejido.records.names import State
from tejido.records.tests import doings
from tejido.records.tests.test_files import many

DAYS = ("2024-12-31", "2025-01-01", "2025-06-30", "2026-02-28", "2026-03-01")
ROW = st.tuples(st.sampled_from("ABCD"), st.sampled_from(DAYS), st.sampled_from(("female", "male", "")))
STEP = st.one_of(
    st.tuples(st.just("enter"), st.integers(0, 1), st.lists(ROW, min_size=1, max_size=6)),
    st.tuples(st.just("undo"), st.integers(0, 5), st.just([])),
)


class _Back(Exception):  # noqa: N818  # it takes the example back
    pass


@pytest.fixture
def groups(cast, text):
    course = doings.course(cast, text)
    return [doings.cohort(cast, course, code) for code in ("A-1", "A-2")]


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(steps=st.lists(STEP, min_size=1, max_size=7))
def test_what_came_and_went_is_what_stands(cast, groups, steps):
    """Persons who come several times, on the same day, out of order and in two cohorts; batches taken back in any
    order; courses that are valid for a year or for two."""
    with pytest.MonkeyPatch.context() as patch, suppress(_Back), transaction.atomic():
        patch.setattr(entering, "validity", lambda _cohorts: lambda _course, day: 12 if day.year < 2026 else 24)
        _follow(cast, groups, steps)


def _follow(cast, groups, steps):
    batches = []
    for what, number, rows in steps:
        if what == "enter":
            told = doings.told(*(name for name, _, _ in rows), sexes=[sex for _, _, sex in rows])
            told = replace(told, days=Coded.of(day for _, day, _ in rows))
            entered = doings.enter(cast, groups[number], columns=told)
            batches += [entered.batch] if entered.batch else []
        elif batches:
            doings.undo(cast, batches.pop(number % len(batches)))
        assert doings.is_exact()
    raise _Back


PLACES = [("storage.insert", 2), ("chunks._keep_sheets", 1), ("tallying.keep", 1), ("working._take", 1)]


def killed(place: str, times: int) -> int:
    """How a process ended that works on the files of the test's database and is killed on the way."""
    environment = {**os.environ, "TEJIDO_DATA": str(settings.DATA), "DJANGO_SETTINGS_MODULE": "settings_for_tests",
                   "PYTHONPATH": os.pathsep.join(sys.path)}  # fmt: skip  # one environment
    command = [sys.executable, str(Path(__file__).with_name("killed.py")), str(connection.settings_dict["NAME"])]
    return subprocess.run([*command, place, str(times)], env=environment, check=False, timeout=60).returncode  # noqa: S603 - our own program


@pytest.mark.slow
def test_a_file_goes_on_where_the_process_was_killed(on_file):
    """Four times at four places of a chunk; afterwards rows, names and counts are those of an undisturbed one."""
    cast = everybody()
    group = doings.cohort(cast, doings.course(cast, make_text(cast)))
    actor = cast.actor(doings.REPRESENTATIVE)
    batch = commands.give(
        actor=actor, space=group.space, cohort=group, pieces=io.BytesIO(many(900)), name="l.csv", kind="file", at=NOW
    )
    mapping = suggest(*queries.head_of(actor, batch)).mapping
    Batch.objects.update(state=State.ENTERING, mapping=mapping.told())
    connection.close()
    for place, times in PLACES:
        before = Batch.objects.get().row
        connection.close()
        assert killed(place, times) == -signal.SIGKILL, place
        row = Batch.objects.get()
        assert row.state == State.ENTERING
        whole = times - (place != "working._take")
        assert row.row == (max(before, 1) + 100 * whole if whole else before)
        assert row.new == Completion.objects.count() == sum(len(sheet) for sheet in sheets(group))
        assert doings.is_exact()
        connection.close()
    commands.run_due(at=NOW, size=100)
    assert (Batch.objects.get().state, Batch.objects.get().new) == (State.ENTERED, 900)
    assert sorted(document for sheet in sheets(group) for document, _ in sheet.values()) == sorted(
        f"national:{1_000_000 + at}" for at in range(900)
    )
    assert doings.is_exact()
    commands.undo(actor=actor, batch=Batch.objects.get(), at=NOW)
    assert (Completion.objects.count(), Sheet.objects.count(), doings.is_exact()) == (0, 0, True)


def sheets(group):
    from tejido.records import keys
    from tejido.records.models import Register
    from tejido.records.queries.rolls import unsealed

    key = keys.read(keys.of_space(group.space_id), Register.objects.get().number)
    return [unsealed(key, sheet) for sheet in Sheet.objects.all()]
