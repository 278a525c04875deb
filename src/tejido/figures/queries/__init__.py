"""What pages, and the apps above, read of counts.

Of the region and of a member `region(actor, year)` and `board_for(actor, code, year)` say what was published to a
reader; `received_for(actor, year)` what the reader's own member received from its schools; `desks(actor)` what a school
prepared and released; `shown_to(actor, years)` all members in several years.
"""

from .boards import Board, Received, Region, Shown, board_for, publication_for, received_for, region, shown_to
from .publishing import own_publication_for, publication_of, received_member, standing_for
from .releases import Desk, desks, draft_for, drafts_to_release, own_release_for, parts_of, release_for, space_for

__all__ = [
    "Board", "Desk", "Received", "Region", "Shown", "board_for", "desks", "draft_for", "drafts_to_release",
    "own_publication_for", "own_release_for", "parts_of", "publication_for", "publication_of", "received_for",
    "received_member", "region", "release_for", "shown_to", "space_for", "standing_for",
]  # fmt: skip  # one list
