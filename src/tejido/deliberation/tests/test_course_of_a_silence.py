"""A silence procedure against a short model of it: whatever members do and whenever, the two agree."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from cast import FIRST, NOW
from tejido.deliberation import commands
from tejido.deliberation.models import Adoption, Lapse
from tejido.deliberation.names import No
from tejido.engine.procedure import Adopted, Blocked, Lapsed, Open
from tejido.ledger.refusals import Refused

from .doings import DAY, agree, change_text, declare, extend, object_to, propose, revise, state

MEMBERS = st.sampled_from(["XA", "XB", "XC"])


class Course(RuleBasedStateMachine):
    """The model: who agreed to the text on the table, who objects, the deadline. `cast` and `text` are given."""

    cast = text = None

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.now, self.deadline = NOW, NOW + 4 * DAY
        self.agreed, self.objections, self.changes = set(), {}, 0
        self.procedure = propose(self.cast, self.text, ends=self.deadline)

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @property
    def is_over(self):
        return self.now > self.deadline

    def told(self, act, *expected):
        """Does the act and compares what is said with the first reason of the model that holds."""
        wanted = next((code for holds, code in expected if holds), None)
        said = None
        try:
            with transaction.atomic():
                act()
        except Refused as no:
            said = no.refusal.code
        assert said == wanted
        return said is None

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)

    @rule(member=MEMBERS)
    def member_agrees(self, member):
        if self.told(
            lambda: agree(self.cast, self.procedure, f"{member}/focal_point", at=self.now),
            (self.is_over, No.PROCEDURE_CLOSED),
            (member in self.objections, No.OBJECTION_STANDS),
            (member in self.agreed, No.ALREADY_AGREED),
        ):
            self.agreed.add(member)

    @rule(member=MEMBERS)
    def member_objects(self, member):
        if member in self.objections:
            return
        made = []
        if self.told(
            lambda: made.append(object_to(self.cast, self.procedure, f"{member}/focal_point", at=self.now)),
            (self.is_over, No.OBJECTION_LATE),
        ):
            self.objections[member] = made[0]

    @precondition(lambda self: self.objections)
    @rule(by=MEMBERS, data=st.data())
    def objection_is_lifted(self, by, data):
        of = data.draw(st.sampled_from(sorted(self.objections)))
        actor, objection = self.cast.actor(f"{by}/focal_point"), self.objections[of]
        if self.told(
            lambda: commands.lift_objection(actor=actor, objection=objection, at=self.now),
            (by != of, No.NOT_WHO_RAISED),
            (self.is_over, No.PROCEDURE_CLOSED),
        ):
            del self.objections[of]

    @rule(member=MEMBERS)
    def member_declares(self, member):
        who = f"{member}/focal_point"
        self.told(lambda: declare(self.cast, self.procedure, who, at=self.now), (self.is_over, No.PROCEDURE_CLOSED))

    @rule(days=st.integers(1, 3))
    def silence_is_extended(self, days):
        later = max(self.deadline, self.now) + days * DAY
        if self.told(
            lambda: extend(self.cast, self.procedure, later, at=self.now), (self.is_over, No.PROCEDURE_CLOSED)
        ):
            self.deadline = later

    @rule()
    def text_changes(self):
        self.changes += 1
        changed = revise(self.cast, self.text, FIRST, f"Dicho de otro modo {self.changes}.", at=self.now)
        ends = self.now + 3 * DAY
        if self.told(
            lambda: change_text(self.cast, self.procedure, changed, ends=ends, at=self.now),
            (self.is_over, No.PROCEDURE_CLOSED),
        ):
            self.agreed, self.deadline = set(), max(self.deadline, ends)

    @rule()
    def clock_looks(self):
        ends = [Adoption.objects.filter(procedure=self.procedure), Lapse.objects.filter(procedure=self.procedure)]
        was_written = any(end.exists() for end in ends)
        assert commands.conclude_silence(procedure=self.procedure, at=self.now) is (self.is_over and not was_written)
        assert [end.exists() for end in ends] == [
            self.is_over and not self.objections,
            self.is_over and bool(self.objections),
        ]

    @invariant()
    def outcome_is_the_models(self):
        found = state(self.cast, self.procedure, self.now)
        outcome = found.outcome(self.now)
        if self.is_over:
            assert isinstance(outcome, Lapsed if self.objections else Adopted)
            assert outcome.at == self.deadline
        else:
            assert isinstance(outcome, Blocked if self.objections else Open)
            assert outcome.deadline == self.deadline
        assert {a.party.code for a in found.binding_agreements} == self.agreed


@pytest.mark.slow
def test_a_silence_runs_as_its_model_does(cast, filled_cumbre, text):
    Course.cast, Course.text = cast, text
    few = settings(
        max_examples=30,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
    )
    run_state_machine_as_test(Course, settings=few)
