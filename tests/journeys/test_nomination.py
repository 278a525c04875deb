"""From the call to the seminar on a telephone and by keyboard only: a focal point nominates, the secretariat gives the
places, and the person who was nominated confirms by a link, without an account."""

from django.utils.crypto import salted_hmac
from hands import Hands
from node import Node

SECRETARIAT, PARAGUAY, BRAZIL = "network/secretariat/SEC", "PY/focal_point/MRE", "BR/focal_point/MRE"
AHEAD = "SELECT key FROM seminars_seminar WHERE is_demonstration = 1 AND part = 2"
PERSON = "Participante de demostración 99"
SEED = "SELECT seed FROM nominations_nominee WHERE name = ?"
PHONE = 390


def test_a_person_is_nominated_admitted_and_confirms_by_a_link(sit, node: Node) -> None:
    seminar = f"/seminars/{node.one(AHEAD)}/"
    focal_point = sit(PARAGUAY, width=PHONE)
    nominate(focal_point, seminar)
    nobody_else_sees(sit(BRAZIL, width=PHONE), seminar)
    secretariat = sit(SECRETARIAT, width=PHONE)
    give_places(secretariat, seminar)
    guest = sit(width=PHONE, scheme="dark")
    confirm(guest, node)
    focal_point.open(f"{seminar}nominations/")
    focal_point.sees("Confirmed")
    assert not focal_point.errors + secretariat.errors + guest.errors


def nominate(hands: Hands, seminar: str) -> None:
    hands.open(f"{seminar}call/")
    assert hands.barriers() == []
    hands.press("Nominate")
    hands.press("Enter a person")
    hands.write("Name", PERSON)
    hands.write("Post", "Fiscal (demostración)")
    hands.press("Save as a draft")
    hands.sees("Saved as a draft.")
    hands.open(f"{seminar}nominations/")
    hands.sees("The institution is missing.", "The e-mail address is missing")
    hands.sees_not("Submit the nominations")
    hands.press(PERSON)
    hands.pick("Institution", "M")
    hands.write("E-mail address", "participante-99@example.org")
    hands.press("Save")
    assert hands.barriers() == []
    hands.press("Submit the nominations")
    hands.sees("Submitted. You can change it until the deadline.")


def nobody_else_sees(hands: Hands, seminar: str) -> None:
    hands.open(f"{seminar}nominations/")
    hands.sees("Our nominations")
    hands.sees_not(PERSON)


def give_places(hands: Hands, seminar: str) -> None:
    hands.open(f"{seminar}call/")
    hands.unfold("Close the call")
    hands.press("Close the call")
    hands.sees("The call is closed.")
    hands.open(f"{seminar}places/")
    hands.sees(PERSON, "would be admitted")
    assert hands.barriers() == []
    hands.press("Give the places")
    hands.sees("The places are given. Who was admitted gets a link.")


def confirm(hands: Hands, node: Node) -> None:
    """The mail of invented persons is not sent, so the link is made here as the node makes it."""
    secret = (node.data / "keys" / "sessions").read_bytes().hex()
    token = salted_hmac("tejido.people.guest", node.one(SEED, PERSON), secret=secret, algorithm="sha256").hexdigest()
    hands.open(f"/invitations/{token[:40]}/")
    hands.sees("you were admitted")
    assert hands.barriers() == []
    hands.write("Food", "Sin gluten (demostración)")
    hands.press("I am coming")
    hands.sees("Welcome. This browser remembers you.")
    assert hands.barriers() == []
    hands.press("My details and needs")
    assert hands.page.get_by_label("Food").input_value() == "Sin gluten (demostración)"
    hands.open("/taking-part/")
    hands.sees(f"Welcome, {PERSON}. You take part.")
