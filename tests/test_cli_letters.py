"""tejido letters: what was given up is listed without whom it is for, and sent again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from at_console import Typed
from cast import Cast
from tejido.people.models import Letter
from tejido.people.names import GIVE_UP_AFTER


@pytest.fixture
def stuck(cast: Cast) -> list[Letter]:
    at = timezone.now() - timedelta(days=4)
    given_up = {"failures": GIVE_UP_AFTER, "problem": "SMTPRecipientsRefused 550"}
    to = [cast.account(f"XA/{role}") for role in ("focal_point", "alternate")]
    rows = [Letter(to=one, occasion="round-opened:k1", subject="s", body="b", queued_at=at, **given_up) for one in to]
    return Letter.objects.bulk_create([*rows, Letter(to=to[0], occasion="o", subject="s", body="b", queued_at=at)])


def test_letters_that_were_given_up_are_listed_without_whom_they_are_for(stuck: list[Letter], typed: Typed) -> None:
    said = typed("letters")
    assert said.code == 0
    for row in stuck[:2]:
        assert row.key in said.out
        assert row.to.email not in said.out
    assert "k1" not in said.out
    assert said.out.endswith("1 wait for their turn, 0 for another try; 2 were given up.\n")


def test_one_or_all_of_them_are_sent_again(stuck: list[Letter], typed: Typed) -> None:
    said = typed("letters", "--again", stuck[0].key, "--json").data
    assert (said["again"], [one["key"] for one in said["given_up"]]) == (1, [stuck[1].key])
    said = typed("letters", "--all")
    assert "1 letter is sent again." in said.out
    assert typed("letters", "--json").data["queue"] == {"waiting": 3, "put_off": 0, "trying": 0, "given_up": 0}
