"""What Aldea does among its own is on no page of anybody else: not a word of it, not a number, not a state.

The same pages are read before Aldea begins, when it has prepared, and when it has released one position.
"""

import pytest

from cast import Cast
from matrix_handover import hand_over
from matrix_hands import addresses_of, bare, browser_of, said_in
from matrix_world import AT, CANARY, RELEASED, Course, prepare_in_private, private_world, shared_world, speak
from tejido.deliberation.tests.doings import release
from tejido.search.commands import index_everything

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
PUBLIC = ""
# Who looks every time, and who looks once; the matrix itself looks for canaries in every answer to everybody else.
WATCHING = ("XB/focal_point", "network/secretariat", PUBLIC)
PASSING = ("XB/validating_authority", "XB/representative/JUS", "network/observer")
OPEN_PAGES = (
    "/es/",
    "/es/members/",
    "/es/members/XA/",
    "/es/texts/",
    "/es/texts/comun-adopted/",
    "/texts/comun-version/versions/",
    "/texts/comun-version/versions/000000000h0a/",
    "/texts/comun-version/versions/files/departures.csv",
    "/courses/",
    "/packages/",
    "/texts/comun-version/editions/1/packages/?since=" + "0" * 64,
    "/texts/comun-version/editions/1/minimums/",
    "/es/meetings/",
    "/es/feeds/everything.atom",
    "/es/feeds/texts.atom",
    "/es/feeds/meetings.atom",
    "/sitemap.xml",
    "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "/oai/?verb=ListRecords&metadataPrefix=mods",
    "/robots.txt",
)
OF_SEATS = (
    "/search/?q=canary",
    "/search/?q=la",
    "/",
    "/memory/",
    "/brief/",
    "/handover/",
    "/proof/",
    "/texts/",
    "/texts/new/",
    "/members/",
    "/members/XA/",
    "/network/",
    "/members/?on=2026-06-01",
    "/members/XA/?on=2026-06-01",
    "/institutions/",
    "/institutions/?words=jus&member=XA",
    "/sectors/",
    "/register/",
    "/register/files/institutions.csv",
    "/register/files/seats.csv",
    "/versions/",
    "/versions/new/",
    "/mechanisms/",
    "/mechanisms/XA/",
    "/mechanisms/path/",
    "/mechanisms/comparison/?with=XA&with=XB",
)
# Since when a seat was held is known to every seat, so these change with a mandate; by whom is not in them.
OF_DATES = ("/register/files/mandates.csv",)
OWN_PAGES = (*OF_SEATS, *OPEN_PAGES)
Pages = dict[tuple[str, str], str]


def read(cast: Cast, persons: tuple[str, ...], addresses: list[str]) -> Pages:
    """The pages as each person gets them, by person and address."""
    found = {}
    for who in persons:
        browser = browser_of(cast, who)
        found |= {(who, address): bare(said_in(browser.get(address).content)) for address in addresses}
    return found


def telling(pages: Pages) -> list[tuple[str, str]]:
    """Whom which page tells what is Aldea's."""
    return [at for at, page in pages.items() if CANARY.lower() in page.lower()]


def public_meetings(course: Course) -> list[str]:
    """Where a meeting is, or would be if something of it were released to everybody."""
    return [f"/es/meetings/{row.key}/" for row in course.meetings.meetings.values()]


def of_cleared_round(course: Course) -> list[str]:
    """Where it can be seen that this round's position was released."""
    row = course.rounds["cleared"]
    return [at for at in addresses_of(course) if row.key in at or row.text.slug in at]


def test_nobody_can_tell_what_aldea_does_until_it_releases_and_then_only_that(db, at_now):
    at_now(AT)
    cast, network = shared_world()
    speak(network)
    everywhere = [*OWN_PAGES, *public_meetings(network), *addresses_of(network)]
    index_everything()
    before = read(cast, WATCHING, everywhere)
    prepare_in_private(network)
    hand_over(cast, CANARY)
    mechanism = private_world(cast)
    index_everything()
    prepared = read(cast, WATCHING, everywhere)
    assert [at for at, page in prepared.items() if page != before[at]] == []
    assert telling(prepared) == []
    assert telling(read(cast, WATCHING, [*public_meetings(mechanism), *OF_DATES])) == []
    assert any(RELEASED in page for page in prepared.values())
    of_work = [address for address in everywhere if not address.startswith("/texts/")]
    assert telling(read(cast, PASSING, of_work)) == []
    release(cast, network.rounds["cleared"])
    index_everything()
    only_what_was_released(read(cast, WATCHING, [*OWN_PAGES, *of_cleared_round(network)]))


def only_what_was_released(pages: Pages) -> None:
    """The wording and the reason are there for every seat, and nothing besides; the public sees neither."""
    said = (f"{CANARY} cleared", f"{CANARY} why")
    for who in WATCHING:
        read_by = "".join(page for (reader, _), page in pages.items() if reader == who)
        assert [words in read_by for words in said] == [who != PUBLIC] * 2, who
    assert telling({at: page.replace(said[0], "").replace(said[1], "") for at, page in pages.items()}) == []
