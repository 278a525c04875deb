"""The one-time link by which somebody comes in for the first time: it works once, and gives nothing away."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db.models.signals import post_init
from django.test import Client
from django.utils import timezone

from tejido.ledger.actors import CONSOLE
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.commands import LINK_LIFE, make_link, use_link
from tejido.people.models import Account, SignInLink
from tejido.people.names import Act, No
from tejido.people.queries import account_of, account_with

from .signing_in import EMAIL, PASSWORD, SESSION, browser, is_in, link_for, open_for

pytestmark = pytest.mark.django_db


def refusal_of(token: str, at) -> No:
    with pytest.raises(Refused) as refused:
        use_link(token=token, at=at)
    return refused.value.refusal.code


def test_an_account_is_opened_without_a_password_and_found_however_its_address_is_capitalised():
    account = open_for("Ana@Example.ORG")
    assert not account.has_usable_password()
    assert account_with(" ANA@example.org ") == account == account_of(account.pk)
    assert account_with("nobody@example.org") is None
    assert (str(account), str(Account(email="x@example.org"))) == ("Ana", "x@example.org")


def test_the_ledger_knows_an_account_by_its_number_and_neither_name_nor_address():
    account = open_for()
    use_link(token=make_link(actor=CONSOLE, account=account, at=timezone.now()), at=timezone.now())
    lines = list(Line.objects.order_by("place"))
    assert [line.act for line in lines] == [Act.ACCOUNT_OPENED, Act.LINK_MADE, Act.LINK_USED]
    assert lines[0].object == account.id.hex
    told = b"".join(bytes(line.canonical) for line in lines).decode()
    assert not [secret for secret in (EMAIL, "Ana") if secret in told]
    assert audit().ok


def test_the_token_is_kept_nowhere():
    token = make_link(actor=CONSOLE, account=open_for(), at=timezone.now())
    assert token not in str([*SignInLink.objects.values(), *Line.objects.values()])


def test_a_link_lets_its_holder_in_once(client):
    link = link_for(open_for())
    assert client.post(link).headers["location"] == "/accounts/password/set/"
    assert is_in(client)
    stranger = browser()
    assert stranger.post(link).status_code == 409
    assert not is_in(stranger)


def test_looking_at_a_link_does_not_use_it_up(client):
    link = link_for(open_for())
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert not is_in(client)
    assert client.post(link).status_code == 302


def test_a_link_is_used_up_by_nothing_but_get_and_post(client):
    link = link_for(open_for())
    assert [client.put(link).status_code, client.delete(link).status_code] == [405, 405]


def test_whoever_has_a_password_comes_to_the_desk(client):
    assert client.post(link_for(open_for(password=PASSWORD))).headers["location"] == "/"


def test_a_link_proves_the_address_it_was_sent_to(client):
    account = open_for()
    client.post(link_for(account))
    address = EmailAddress.objects.get(user=account)
    assert (address.email, address.verified, address.primary) == (EMAIL, True, True)


@pytest.mark.parametrize("after", [LINK_LIFE, LINK_LIFE + timedelta(seconds=1)])
def test_a_link_does_not_work_once_it_has_expired(after):
    at = timezone.now()
    token = make_link(actor=CONSOLE, account=open_for(), at=at)
    assert refusal_of(token, at + after) == No.LINK_UNKNOWN


def test_a_link_works_until_the_last_moment():
    at, account = timezone.now(), open_for()
    token = make_link(actor=CONSOLE, account=account, at=at)
    assert use_link(token=token, at=at + LINK_LIFE - timedelta(microseconds=1)) == account


def test_a_link_to_an_account_that_was_closed_does_not_work():
    account = open_for()
    token = make_link(actor=CONSOLE, account=account, at=timezone.now())
    Account.objects.update(is_active=False)
    assert refusal_of(token, timezone.now()) == No.LINK_UNKNOWN


def test_of_two_uses_at_once_one_is_refused():
    """The second one looks while the link is unused, and the first one is through before it can use it up."""
    token = make_link(actor=CONSOLE, account=open_for(), at=timezone.now())
    came_in = []

    def be_quicker(sender, **_signal):
        post_init.disconnect(be_quicker, sender=SignInLink)
        came_in.append(use_link(token=token, at=timezone.now()))

    post_init.connect(be_quicker, sender=SignInLink)
    assert refusal_of(token, timezone.now()) == No.LINK_UNKNOWN
    assert len(came_in) == 1


def test_a_refused_link_writes_nothing():
    account = open_for()
    lines = Line.objects.count()
    assert refusal_of("unknown", timezone.now()) == No.LINK_UNKNOWN
    assert Line.objects.count() == lines
    assert not EmailAddress.objects.filter(user=account).exists()


def test_unknown_used_expired_and_closed_links_are_answered_alike():
    used, expired, closed = link_for(open_for()), link_for(open_for("b@x.org"), timedelta(0)), _closed()
    browser().post(used)
    answers = [browser().post(link) for link in (used, expired, closed, "/links/unknown/")]
    assert {(answer.status_code, _same(answer)) for answer in answers} == {(409, _same(answers[0]))}
    looks = [browser().get(link) for link in (used, expired, closed, "/links/unknown/")]
    assert {(answer.status_code, _same(answer)) for answer in looks} == {(409, _same(looks[0]))}
    assert "This link is not valid: it was already used" in looks[0].content.decode()
    assert "Come in" not in looks[0].content.decode()


def _closed() -> str:
    account = open_for("c@x.org")
    Account.objects.filter(pk=account.pk).update(is_active=False)
    return link_for(account)


def _same(answer) -> str:
    """A page without what differs from one visit to the next: the address asked for, and the token of its forms."""
    page = answer.content.decode().replace(answer.wsgi_request.path, "/links/…/")
    token = answer.context["csrf_token"]
    return page.replace(str(token), "…") if token else page


def test_the_session_of_the_one_who_came_in_is_not_the_one_that_was_there_before(client):
    """Nobody can hand somebody a session and use it once that person has come in."""
    account = open_for()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies[SESSION] = session.session_key
    client.post(link_for(account))
    assert client.session.session_key != session.session_key
    thief = Client()
    thief.cookies[SESSION] = session.session_key
    assert not is_in(thief)


def test_a_new_link_ends_the_older_ones_of_the_same_account_only():
    ana, eva = open_for(), open_for("eva@example.org")
    at = timezone.now()
    old, hers = (make_link(actor=CONSOLE, account=account, at=at) for account in (ana, eva))
    new = make_link(actor=CONSOLE, account=ana, at=at + timedelta(hours=1))
    later = at + timedelta(hours=2)
    with pytest.raises(Refused):
        use_link(token=old, at=later)
    assert [use_link(token=token, at=later) for token in (new, hers)] == [ana, eva]
