"""What Aldea does among its own is in no answer to a program of anybody else: not a word of it, not a number, not a
state, not the tag of an answer.

The same collections are read before Aldea begins, when it has prepared, and when it has released one position.
"""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from cast import Cast
from matrix_handover import hand_over
from matrix_world import AT, CANARY, RELEASED, Course, prepare_in_private, private_world, shared_world, speak
from tejido.api.names import Scope
from tejido.api.resources import RESOURCES
from tejido.api.tests.programs import Program, token_for
from tejido.deliberation.tests.doings import release

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
PUBLIC, OWN = "", "XA/focal_point"
WATCHING = ("XB/focal_point", "network/secretariat", PUBLIC)
MINUTE = timedelta(minutes=1)  # each token reads at its own pace
ITEMS = 3
Answers = dict[tuple[str, str], tuple[int, str, str]]


def programs(cast: Cast, *offices: str) -> dict[str, Program]:
    """A program for each office; that of the public shows no token."""
    return {who: Program(token_for(cast, who, scope=Scope.READ) if who else "") for who in offices}


def addresses(network: Course) -> Iterator[str]:
    """Every list, whole, and narrowed to what the network has and to Aldea."""
    within = {
        "text": [network.texts[step].slug for step in ("done", "objected")],
        "round": [row.key for row in network.rounds.values()],
        "body": [network.body.key],
        "member": ["XA"],
        "of": ["seat"],
    }
    for resource in RESOURCES:
        if not resource.needs:
            yield f"/api/v1/{resource.name}/?limit=200"
        for name in resource.filters:
            yield from (f"/api/v1/{resource.name}/?limit=200&{name}={value}" for value in within.get(name, ()))


def read(several: dict[str, Program], asked: list[str]) -> Answers:
    """Every list, and what begins it, as each of these is told: status, tag and words, by who asks and the address."""
    found: Answers = {}
    for who, program in several.items():
        for address in asked:
            found[who, address] = told(program, address)
            for at in of_items(address, found[who, address]):
                found[who, at] = found.get((who, at)) or told(program, at)
    assert {status for status, _tag, _words in found.values()} == {200, 401, 404}
    return found


def told(program: Program, address: str) -> tuple[int, str, str]:
    answer = program.get(address)
    return answer.status_code, answer.get("ETag", ""), answer.content.decode()


def of_items(address: str, answer: tuple[int, str, str]) -> list[str]:
    """The addresses of what is listed first. Of the desk and the ledger every line stands whole in the list."""
    if answer[0] != 200 or address.startswith(("/api/v1/waiting/", "/api/v1/ledger/")):
        return []
    return [each["address"] for each in json.loads(answer[2])["items"]][:ITEMS]


def telling(answers: Answers) -> list[tuple[str, str]]:
    """Whom which answer tells what is Aldea's."""
    return [at for at, (_status, _tag, words) in answers.items() if CANARY.lower() in words.lower()]


def test_no_program_can_tell_what_aldea_does_until_it_releases_and_then_only_that(db, at_now):
    at_now(AT)
    cast, network = shared_world()
    speak(network)
    several, asked = programs(cast, *WATCHING), list(addresses(network))
    before = read(several, asked)
    prepare_in_private(network)
    hand_over(cast, CANARY)
    mechanism = private_world(cast)
    at_now(AT + MINUTE)
    prepared = read(several, asked)
    assert [at for at, answer in prepared.items() if answer != before.get(at)] == []
    assert telling(prepared) == []
    assert any(RELEASED in words for _status, _tag, words in prepared.values())
    own = [f"/api/v1/{name}/?round={network.rounds['preparing'].key}" for name in ("remarks", "comments")]
    own += ["/api/v1/texts/", "/api/v1/positions/", f"/api/v1/rounds/?text={mechanism.texts['done'].slug}"]
    (aldea,) = programs(cast, OWN).values()
    assert [at for at in own if CANARY.lower() not in told(aldea, at)[2].lower()] == [own[1]]  # nothing was released
    release(cast, network.rounds["cleared"])
    at_now(AT + 2 * MINUTE)
    only_what_was_released(read(several, asked))


def only_what_was_released(answers: Answers) -> None:
    """The wording and the reason are there for every seat, and nothing besides; the public sees neither."""
    said = (f"{CANARY} cleared", f"{CANARY} why")
    for who in WATCHING:
        read_by = "".join(words for (reader, _), (_status, _tag, words) in answers.items() if reader == who)
        assert [words in read_by for words in said] == [who != PUBLIC] * 2, who
    bare = {at: (*_, words.replace(said[0], "").replace(said[1], "")) for at, (*_, words) in answers.items()}
    assert telling(bare) == []
