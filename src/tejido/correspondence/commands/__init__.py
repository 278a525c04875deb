"""The acts of letters between networks."""

from .drafting import Contents, answer_letter, discard_letter, draft_letter, write_letter
from .duties import end_duty, set_duty
from .going import bundle_letter
from .sending import send_letter
from .taking import take_letter

__all__ = [
    "Contents",
    "answer_letter",
    "bundle_letter",
    "discard_letter",
    "draft_letter",
    "end_duty",
    "send_letter",
    "set_duty",
    "take_letter",
    "write_letter",
]
