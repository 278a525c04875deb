"""Who finds offers, requests and what came of projects: those to whom they are shown, while they are."""

import pytest

from cast import NOW
from tejido.cooperation import commands
from tejido.cooperation.tests.doings import ALDEA, BRISA, CUMBRE, SEC, ask_for, completed, propose, show, show_result
from tejido.ledger.actors import PUBLIC
from tejido.search.names import Kind
from tejido.search.queries import Asked, find

pytestmark = pytest.mark.django_db
SECRET = "murciélago"


def finders(cast, words=SECRET):
    assert find(PUBLIC, Asked(words)).total == 0
    found = {who: find(cast.actor(who), Asked(words)) for who in (ALDEA, BRISA, CUMBRE, SEC)}
    assert all({hit.entry.kind for hit in each.hits} <= {Kind.COOPERATION} for each in found.values())
    return [who for who, each in found.items() if each.total]


def test_a_request_is_found_by_whom_it_is_shown_to_and_no_more_once_it_is_hidden(
    cast, django_capture_on_commit_callbacks
):
    def acts():
        return django_capture_on_commit_callbacks(execute=True)

    with acts():
        row = ask_for(cast, says={"es": f"Un {SECRET}."})
    assert finders(cast) == []
    with acts():
        show(cast, row, "XB")
    assert finders(cast) == [ALDEA, BRISA]
    with acts():
        show(cast, row)
    assert finders(cast) == [ALDEA, BRISA, CUMBRE, SEC]
    with acts():
        commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    assert finders(cast) == []


def test_a_project_is_found_by_its_result_while_all_its_members_show_it(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        propose(cast)
        row = completed(cast)
    assert finders(cast, "curso") == []
    with django_capture_on_commit_callbacks(execute=True):
        show_result(cast, row)
    assert finders(cast, "curso") == [ALDEA, BRISA, CUMBRE, SEC]
    assert finders(cast, "viaje") == []
    with django_capture_on_commit_callbacks(execute=True):
        commands.end_showing(actor=cast.actor(BRISA), project=row, at=NOW)
    assert finders(cast, "curso") == []
