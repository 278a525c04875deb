"""The page of a school, as each person gets it."""

import re

import pytest

from cast import NOW
from counting import queries_of
from tejido.experience import commands
from tejido.experience.models import Credential, Link, Store
from tejido.records.tests.doings import cohort as begin_cohort
from tejido.records.tests.doings import course as begin_course

from .doings import REPRESENTATIVE, System, key, space, statement

pytestmark = pytest.mark.django_db
HOME = "/learning-records/"
XSS = "<script>alert(1)</script>"


@pytest.fixture
def school(cast):
    return cast.client(REPRESENTATIVE)


def words(answer):
    return answer.content.decode()


def test_a_school_without_a_key_is_told_what_to_do(cast, school):
    assert "This is a page of schools" in words(school.get(HOME))
    space(cast)
    page = words(school.get(HOME))
    assert "No system has a key yet" in page
    assert "What came" not in page


def test_a_key_is_made_and_its_secret_is_shown_once(cast, school):
    space(cast)
    told = {"name": "Aula", "scopes": ["statements/write"], "limit": "60"}
    answer = school.post(f"{HOME}keys/", told)
    secret, login = re.search(r"Secret</dt><dd><code>(\S+)</code>", words(answer))[1], Credential.objects.get().login
    assert answer["Cache-Control"] == "private, no-store"
    assert secret not in words(school.get(HOME))
    assert login in words(school.get(HOME))
    made = commands.credentials.Made(Credential.objects.get(), secret)
    assert System(made).post(statement()).status_code == 200
    assert System(made).get().status_code == 403
    assert "attended" in words(school.get(HOME))
    for wrong in ({}, {**told, "limit": "0"}, {**told, "scopes": ["x"]}, {**told, "name": ""}):
        assert school.post(f"{HOME}keys/", wrong, follow=True).redirect_chain
    assert Credential.objects.count() == 1


def test_keys_settings_and_links_by_the_page(cast, text, school):
    made = key(cast)
    row = begin_cohort(cast, begin_course(cast, text))
    link = {
        "cohort": row.key,
        "activity": "https://aula.example.org/7",
        "home": "https://aula.example.org",
        "paper": "national",
    }
    assert "become records" in words(school.post(f"{HOME}links/", link, follow=True))
    assert "https://aula.example.org/7" in words(school.get(HOME))
    assert school.post(f"{HOME}links/", {**link, "cohort": "x"}).status_code == 302
    assert school.post(f"{HOME}links/", {**link, "activity": "x"}).status_code == 409
    school.post(f"{HOME}links/{Link.objects.get().key}/endings/")
    assert "No activity is linked yet." in words(school.get(HOME))
    school.post(f"{HOME}settings/", {"months": "60", "origins": "https://A.example.org/\nhttps://b.example.org"})
    assert (Store.objects.get().months, Store.objects.get().origins) == (
        "60",
        ["https://a.example.org", "https://b.example.org"],
    )
    assert "five years" in words(school.get(HOME))
    assert school.post(f"{HOME}settings/", {"months": "7"}).status_code == 302
    school.post(f"{HOME}keys/{made.credential.key}/revocations/")
    assert "revoked" in words(school.get(HOME))


def test_nobody_else_has_part_in_it(cast, text):
    made = key(cast, name="CANARIO")
    System(made).post(statement(verb={"id": "x:CANARIO"}))
    for who in ("XA/focal_point", "XA/representative/DEF", "XB/representative/JUS", "network/secretariat"):
        client = cast.client(who)
        answers = [
            client.get(HOME), client.post(f"{HOME}keys/", {"name": "x", "scopes": ["all"], "limit": "1"}),
                client.post(f"{HOME}settings/", {"months": "6"}),
            client.post(f"{HOME}keys/{made.credential.key}/revocations/"), client.post(f"{HOME}links/", {}),
                client.post(f"{HOME}links/x/endings/"),
        ]  # fmt: skip  # one list
        assert [each.status_code for each in answers[1:]] == [404] * 5
        assert not any("CANARIO" in words(each) for each in answers)
    assert Credential.objects.get().revoked_at is None


def test_what_systems_say_of_themselves_is_words_on_the_page(cast, school):
    made = key(cast, name=XSS)
    lrs = System(made)
    for verb in ("http://example.org/&quot;onmouseover=x", "javascript:alert(1)", "http://example.org/'x'"):
        assert lrs.post(statement(verb={"id": verb})).status_code == 200
    assert lrs.post(statement(verb={"id": f"http://example.org/{XSS}"})).status_code == 400
    assert lrs.post({XSS: 1}).status_code == 400
    page = words(school.get(HOME))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'href="javascript' not in page
    assert "/&amp;quot;onmouseover" in page


def test_the_page_costs_the_same_however_much_there_is(cast, school):
    costs = {}
    for count in (1, 3):
        for number in range(count):
            lrs = System(key(cast, name=f"Aula {number}"))
            lrs.post(statement(verb={"id": f"x:{count}{number}"}))
            lrs.get(foo=str(number))
        costs[count] = queries_of(lambda: school.get(HOME))
    assert len(set(costs.values())) == 1, costs


def test_a_demonstration_key_says_that_it_is_one(cast, school):
    key(cast, is_demonstration=True)
    assert "demonstration" in words(school.get(HOME))
    assert Credential.objects.get().at == NOW
