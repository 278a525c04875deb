"""Which Word files a round takes, and what has to be chosen of them."""

from tejido.ledger.refusals import Refusal

from ..names import No


def is_of_text(named: str, text: str, name: str) -> Refusal | None:
    """A file says which text it was made from; one that says nothing is understood by its words."""
    return Refusal(No.ANOTHER_TEXT, {"name": name}) if named and named != text else None


def chooses_something(remarks: int) -> Refusal | None:
    return None if remarks else Refusal(No.NOTHING_CHOSEN)
