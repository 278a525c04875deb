"""A text that comes from another one: how it departs from it, and how it takes up what is new. Pure."""

from .comparing import START, Departing, Survey, compare, section_digests, section_state
from .names import Aspect, How, State, Way
from .offering import Change, Clash, Offer, offer
from .placing import replaced, reverted
from .taking import Choice, Uptake, is_settled, take_up

__all__ = [
    "START",
    "Aspect",
    "Change",
    "Choice",
    "Clash",
    "Departing",
    "How",
    "Offer",
    "State",
    "Survey",
    "Uptake",
    "Way",
    "compare",
    "is_settled",
    "offer",
    "replaced",
    "reverted",
    "section_digests",
    "section_state",
    "take_up",
]
