"""Language and zone belong to the person; the way to a second factor leads back to where they were."""

import pytest
from allauth.mfa.models import Authenticator

from tejido.people.forms import zones
from tejido.people.models import Account

from .signing_in import EMAIL, PASSWORD, open_for, set_up_app

pytestmark = pytest.mark.django_db
PAGE = "/preferences/"


@pytest.fixture
def ana(client):
    client.force_login(open_for(password=PASSWORD))
    return client


@pytest.mark.parametrize("page", [PAGE, "/confirmations/"])
def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(page).headers["location"] == "/accounts/login/"


def test_what_is_kept_is_what_the_page_then_shows(ana):
    answer = ana.post(PAGE, {"language": "pt", "zone": "America/Sao_Paulo"})
    account = Account.objects.get(email=EMAIL)
    assert (answer.headers["location"], account.language, account.zone) == (PAGE, "pt", "America/Sao_Paulo")
    page = ana.get(PAGE).content.decode()
    assert '<html lang="pt"' in page
    assert '<option value="America/Sao_Paulo" selected>' in page


@pytest.mark.parametrize("values", [{"language": "xx", "zone": "UTC"}, {"language": "es", "zone": "Mars/Olympus"}, {}])
def test_what_does_not_exist_is_not_kept(ana, values):
    before = Account.objects.values().get()
    assert ana.post(PAGE, values).status_code == 200
    assert Account.objects.values().get() == before


def test_the_preferences_of_one_person_leave_those_of_another_alone(ana):
    eva = open_for("eva@example.org")
    ana.post(PAGE, {"language": "fr", "zone": "UTC"})
    assert Account.objects.get(pk=eva.pk).language == "es"


def test_only_places_and_utc_can_be_chosen_as_zones():
    names = [name for name, _ in zones()]
    assert {"America/Asuncion", "UTC"} <= set(names)
    assert not [name for name in names if name.startswith("Etc/") or ("/" not in name and name != "UTC")]
    assert ("America/Mexico_City", "America/Mexico City") in zones()


def test_who_has_no_second_factor_is_told_to_set_one_up(ana):
    answer = ana.get("/confirmations/?next=/members/", follow=True)
    assert answer.redirect_chain == [("/accounts/2fa/", 302)]
    assert "Formal acts need a second factor" in answer.content.decode()


def test_who_has_an_app_shows_its_code_and_comes_back(ana):
    set_up_app(ana)
    assert ana.get("/confirmations/?next=/members/").headers["location"] == (
        "/accounts/2fa/reauthenticate/?next=%2Fmembers%2F"
    )


def test_who_has_only_a_passkey_is_asked_for_the_passkey_and_not_for_the_password(ana):
    account = Account.objects.get(email=EMAIL)
    Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data={"name": "key"})
    where = ana.get("/confirmations/?next=/members/").headers["location"]
    assert where == "/accounts/2fa/webauthn/reauthenticate/?next=%2Fmembers%2F"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_to_another_house(ana, elsewhere):
    set_up_app(ana)
    answer = ana.get("/confirmations/", {"next": elsewhere})
    assert answer.headers["location"] == "/accounts/2fa/reauthenticate/?next=%2F"
