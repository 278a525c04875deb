"""A draft to another network is its own side's: whoever does not prepare letters reads the same pages before it is
drafted, while it is changed, and after it was discarded. What is sent every seat reads, and the public does not."""

import pytest

from cast import NOW
from matrix_hands import bare, browser_of, said_in
from tejido.correspondence import commands
from tejido.search.commands import index_everything

from .doings import SAID, draft, send, sister

WATCHING = ("XA/focal_point", "XB/validating_authority", "network/observer", "")
PAGES = (
    "/",
    "/correspondence/",
    "/memory/",
    "/brief/",
    "/search/?q=formadores",
    "/exchange/",
    "/members/",
    "/es/",
)


def read(cast):
    index_everything()
    found = {}
    for who in WATCHING:
        browser = browser_of(cast, who)
        found |= {(who, address): bare(said_in(browser.get(address).content)) for address in PAGES}
    return found


def test_nobody_else_learns_of_a_draft(cast, at_now):
    at_now(NOW)
    peer = sister()
    before = read(cast)
    letter = draft(cast, peer)
    assert read(cast) == before
    commands.write_letter(actor=cast.secretariat, letter=letter, contents=SAID, seen=1, at=NOW)
    assert read(cast) == before
    commands.discard_letter(actor=cast.secretariat, letter=letter, at=NOW)
    assert read(cast) == before


def test_what_is_sent_the_seats_read_and_the_public_does_not(cast, at_now):
    at_now(NOW)
    peer = sister()
    before = read(cast)
    send(cast, draft(cast, peer))
    after = read(cast)
    assert SAID.subject["es"] in after["XA/focal_point", "/correspondence/"]
    assert {address for who, address in after if who == "" and after[who, address] != before[who, address]} == set()


@pytest.mark.parametrize("who", WATCHING[:3])
def test_the_words_of_a_draft_are_found_by_no_search_of_others(cast, who):
    draft(cast, sister())
    index_everything()
    assert "Sobre los formadores" not in browser_of(cast, who).get("/search/?q=formadores").content.decode()
