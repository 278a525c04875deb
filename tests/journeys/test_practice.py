"""A member tells a practice, a peer reads it, it is published, and another finds it by its problem."""

import re

from hands import Hands

AUTHOR, PEER, FINDER = "MX/focal_point/MRE", "BR/focal_point/MRE", "CR/focal_point/MRE"
SECRETARIAT = "network/secretariat/SEC"
TITLE, PROBLEM = "A list of telephones (test)", "Nobody knew whom to call in the provinces"


def test_a_practice_is_told_read_published_and_found(sit) -> None:
    author, secretariat, peer, finder = (sit(office) for office in (AUTHOR, SECRETARIAT, PEER, FINDER))
    tell(author)
    seek(finder)
    finder.sees_not(TITLE)
    ask(secretariat)
    read(peer)
    publish(author)
    seek(finder)
    finder.sees(TITLE, PROBLEM)
    assert (author.errors, peer.errors, finder.errors) == ([], [], [])


def tell(hands: Hands) -> None:
    hands.open("/practices/own/")
    hands.press("Begin a practice")
    hands.write("Title", TITLE)
    hands.write("The problem", PROBLEM)
    hands.write("What was done", "One list, checked every month")
    hands.write("What it needs elsewhere", "Somebody who keeps it")
    hands.press("Keep")
    hands.press("For whom, on what, and who answers")
    hands.page.get_by_label("The seat that answers for it").select_option(index=1)
    hands.press("Keep")
    hands.press("Submit to peers")
    hands.sees("Submitted. The secretariat asks two seats of other members to read it.")


def ask(hands: Hands) -> None:
    hands.open("/practices/peers/")
    hands.press(TITLE)
    seats = hands.page.locator("#id_seat")
    focal_point = seats.locator("option").filter(has_text=re.compile(r"^\s*Focal point.*Bra"))
    value = focal_point.first.get_attribute("value")
    seats.select_option(value)
    hands.press("Ask this seat")
    hands.sees("Asked. The seat reads what was submitted from now on.")


def read(hands: Hands) -> None:
    hands.open("/practices/peers/")
    hands.press(TITLE)
    hands.to("Publish it as it is")
    hands.page.keyboard.press("Space")
    hands.write("In a few words", "Simple, and it works")
    hands.press("Give the review")
    hands.sees("Given. The member reads it now, and answers each remark.")


def publish(hands: Hands) -> None:
    hands.open("/practices/own/")
    hands.press(TITLE)
    hands.press("Publish")
    hands.sees("Published. This version never changes.", "Simple, and it works")


def seek(hands: Hands) -> None:
    hands.open("/practices/")
    hands.write("A problem, in your words", "whom to call in provinces")
    hands.press("Find")
