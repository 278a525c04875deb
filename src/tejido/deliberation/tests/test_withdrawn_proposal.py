"""The secretariat takes a text off the table."""

from collections.abc import Callable
from datetime import datetime

import pytest

from cast import NOW, Cast
from tejido.curriculum.models import Edition, Revision, Text
from tejido.deliberation.commands import propose, withdraw_proposal
from tejido.deliberation.models import Lapse, Procedure
from tejido.deliberation.names import ProcedureKind
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused

from .doings import DAY, SILENCE_ENDS
from .doings import propose as propose_silence


@pytest.fixture
def procedure(cast: Cast, text: Text, revision: Revision) -> Procedure:
    return _propose(cast, text, revision)


def _propose(cast: Cast, text: Text, revision: Revision) -> Procedure:
    return propose(
        actor=cast.secretariat,
        text=text,
        revision=revision,
        kind=ProcedureKind.MEETING,
        local=None,
        zone="UTC",
        explanation={},
        at=NOW,
    )


def test_a_text_taken_off_the_table_is_adopted_by_nobody_and_can_be_proposed_again(
    cast: Cast, text: Text, revision: Revision, procedure: Procedure
) -> None:
    withdraw_proposal(actor=cast.secretariat, procedure=procedure, reason=" Se corrige una cita. ", at=NOW)
    assert Lapse.objects.get(procedure=procedure).reason == "Se corrige una cita."
    assert not Edition.objects.exists()
    assert Line.objects.filter(act="proposal-withdrawn", object=procedure.key).count() == 1
    assert _propose(cast, text, revision).key != procedure.key


@pytest.mark.parametrize(
    ("who", "fresh", "reason", "code"),
    [
        ("XA/focal_point", True, "Razón", "not_yours"),
        ("network/chair", True, "Razón", "not_yours"),
        ("network/secretariat", True, "  ", "reason_missing"),
        ("network/secretariat", False, "Razón", "not_fresh"),
    ],
)
def test_only_the_secretariat_takes_it_off_and_says_why(
    cast: Cast, procedure: Procedure, who: str, fresh: bool, reason: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        withdraw_proposal(actor=cast.actor(who, fresh=fresh), procedure=procedure, reason=reason, at=NOW)
    assert refused.value.refusal.code == code
    assert not Lapse.objects.exists()


def test_what_is_over_cannot_be_taken_off_again(cast: Cast, procedure: Procedure) -> None:
    withdraw_proposal(actor=cast.secretariat, procedure=procedure, reason="Razón", at=NOW)
    with pytest.raises(Refused) as refused:
        withdraw_proposal(actor=cast.secretariat, procedure=procedure, reason="Otra", at=NOW)
    assert refused.value.refusal.code == "procedure_closed"


def test_the_page_of_the_procedure_says_who_took_it_off_and_why(cast: Cast, procedure: Procedure) -> None:
    client = cast.client("network/secretariat")
    answer = client.post(f"/procedures/{procedure.key}/withdrawals/", {"reason": "Se corrige una cita."}, follow=True)
    assert "Se corrige una cita." in answer.content.decode()
    assert "off the table" in answer.content.decode()


def test_a_reason_that_is_missing_in_the_form_changes_nothing(cast: Cast, procedure: Procedure) -> None:
    cast.client("network/secretariat").post(f"/procedures/{procedure.key}/withdrawals/", {"reason": ""})
    assert not Lapse.objects.exists()


def test_a_text_whose_silence_waits_for_a_vacant_member_can_be_taken_off_and_proposed_again(
    cast: Cast, text: Text, clock: Callable[[datetime], None]
) -> None:
    waiting = propose_silence(cast, text)
    after = SILENCE_ENDS + DAY
    clock(after)
    html = cast.client("network/secretariat").get(f"/procedures/{waiting.key}/").content.decode()
    assert "Take the text off the table" in html
    assert "Extend the silence" not in html
    withdraw_proposal(actor=cast.secretariat, procedure=waiting, reason="Se espera a Cumbre.", at=after)
    assert propose_silence(cast, text, at=after, ends=after + 9 * DAY)
