"""What Aldea does among its own is in no weekly letter, not even in Aldea's: a mailbox is not this house. To everybody
else the letters are the same, word by word, as before it began."""

import pytest

from cast import NOW
from matrix_handover import hand_over
from matrix_world import CANARY, prepare_in_private, private_world, shared_world, speak
from tejido.deliberation.tests.doings import DAY, HOUR
from tejido.digest.commands import choose_day, tell_due
from tejido.digest.models import Wish
from tejido.people.models import Account, Letter
from tejido.registry.models import Mandate

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
AT = NOW + 2 * DAY


def weeks(cast) -> dict[str, str]:
    """What a letter says to everybody who sits somewhere, by their offices; what ends one is new each time."""
    Wish.objects.all().delete()
    Letter.objects.filter(occasion__startswith="weekly:").delete()
    for account in Account.objects.filter(is_active=True):
        choose_day(account=account, day=0, at=NOW - DAY)
    Wish.objects.update(next_at=AT - HOUR)
    while tell_due(at=AT):
        pass
    offices = {row.account_id: row.seat.office for row in Mandate.objects.select_related("seat__institution__member")}
    found = Letter.objects.filter(occasion__startswith="weekly:")
    return {offices[row.to_id]: row.subject + row.body.rpartition("\n--\n")[0] for row in found}


def test_no_letter_tells_what_aldea_does_among_its_own(db, at_now):
    at_now(AT)
    cast, network = shared_world()
    speak(network)
    before = weeks(cast)
    prepare_in_private(network)
    hand_over(cast, CANARY)
    private_world(cast)
    prepared = weeks(cast)
    assert len(prepared) > 10
    assert [who for who, words in prepared.items() if CANARY.lower() in words.lower()] == []
    others = {who for who in before | prepared if not who.startswith("XA/")}
    assert [who for who in others if before.get(who) != prepared.get(who)] == []
    assert before["XA/representative/JUS"] != prepared["XA/representative/JUS"]  # there the mechanism waits
