"""What the clock does for letters: those that were sent to a network with an address are put into bundles, which the
exchange hands over."""

from datetime import datetime

from . import commands, queries


def run_due(at: datetime) -> int:
    """How many letters were put into bundles."""
    return sum(commands.bundle_letter(letter=letter, at=at) for letter in queries.letters_to_go())
