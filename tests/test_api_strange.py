"""Whatever a program of whichever seat sends and asks for, the node answers with sense: never a fault of its own, and
always in the form that the description promises."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matrix_hands import Browser, Hands, for_a_module, undone
from matrix_world import whole_world
from tejido.api import callers
from tejido.api.openapi import described
from tejido.api.resources import RESOURCES
from tejido.api.tests.schemas import misfits
from tejido.api.views import acting
from test_api_acts import SEATED, Programs, acts

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere, pytest.mark.thorough]
EXAMPLES = settings(max_examples=1500, suppress_health_check=list(HealthCheck))
STRANGE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", " ", "\0", "0", "-1", "9" * 30, "1e999", "NaN", "2027-02-30", "0001-01-01", "9999-12-31",
                     "24:61", "America/Nowhere", "es", "zz", "000000000000", "[]", "{}", "null", "<b>",
                     "﷽", "x" * 9000]),
    st.integers(-(2**70), 2**70), st.booleans(), st.none(),
    st.lists(st.text(max_size=9), max_size=4),
)  # fmt: skip  # one strategy
WORDS = st.text(max_size=20) | st.sampled_from(
    ["0" * 12, "XA", "XA.1", "1", "-1", "9" * 40, "\0", "%", "a/b", "..", "é"]
)


class Known(Programs):
    """With what is sent to each act, and short in what hypothesis tells of a failure."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.doors = list(acts(self))

    def __repr__(self) -> str:
        return "programs"


@pytest.fixture(scope="module")
def programs(django_db_setup, django_db_blocker) -> Iterator[Programs]:
    with for_a_module(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        known = Known(Hands(whole_world()))
        patch.setattr(type(callers.OF_A_TOKEN), "wait", lambda *_: 0)
        patch.setattr(acting, "has_confirmed", lambda *_: True)
        yield known


def browser_of(programs, who):
    browser = Browser(programs.hands._known[who, True])
    browser.cookies.clear()
    return browser, {"Authorization": f"Bearer {programs.tokens[who]}"}


def fits(answer, schema):
    """Below 500, and of the schema or a problem."""
    document = described()
    is_file = "Content-Disposition" in answer
    said = json.loads(answer.content) if "json" in answer["Content-Type"] and not is_file else None
    kind = schema if answer.status_code == 200 else document["components"]["schemas"]["Problem"]
    wrong = [] if said is None else list(misfits(said, kind, document))
    assert answer.status_code < 500, answer.content[:300]
    assert wrong == [], answer.content[:300]
    assert said is not None or answer.status_code in {200, 404}  # a file; an address that no door has


CHANGES = st.lists(st.tuples(st.integers(0, 9), STRANGE), max_size=3)
ASKED = st.lists(st.tuples(st.integers(0, 9), WORDS), max_size=3)


@EXAMPLES
@given(place=st.integers(0, 10**6), who=st.sampled_from(SEATED), changes=CHANGES)
def test_whatever_is_sent_to_an_act_is_answered_with_sense(programs, place, who, changes):
    row, ask = programs.doors[place % len(programs.doors)]
    sent = {name: value for name, value in ask.sent.items() if isinstance(value, str | int | list)}
    names = [*sent, "unheard"]
    changed = {names[number % len(names)]: value for number, value in changes}
    address = f"/api/v1/acts{reverse(row.url, kwargs=ask.named)}"
    browser, head = browser_of(programs, who)
    body = json.dumps({**sent, **changed}, default=str)
    with undone():
        answer = browser.post(address, body, content_type="application/json", headers=head)
    fits(answer, described()["components"]["schemas"]["Done"])


@EXAMPLES
@given(place=st.integers(0, 10**6), who=st.sampled_from(SEATED), key=st.none() | WORDS, asked=ASKED)
def test_whatever_is_asked_of_a_collection_is_answered_with_sense(programs, place, who, key, asked):
    resource = RESOURCES[place % len(RESOURCES)]
    browser, head = browser_of(programs, who)
    address, path = f"/api/v1/{resource.name}/", f"/api/v1/{resource.name}/"
    if key:
        address, path = f"{address}{quote(key, safe='')}/", f"{path}{{key}}/"
    else:
        names = ["limit", "cursor", *resource.filters]
        address += f"?{urlencode({names[number % len(names)]: value for number, value in asked})}"
    content = described()["paths"][path]["get"]["responses"]["200"]["content"]
    with undone():
        fits(browser.get(address, headers=head), content["application/json"]["schema"])
