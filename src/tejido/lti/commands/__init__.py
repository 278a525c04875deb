"""The acts on systems of schools, and what who comes from them leaves behind."""

from .forgetting import forget
from .keys import begin_key, give_up_keys
from .links import link_course, unlink_course
from .platforms import Description, begin_platform, close_platform, describe_platform, keep_keys, open_platform
from .registering import keep_registration, offer_registration, take_registration
from .scores import is_not_sent, is_sent, put_off, retry_scores
from .visiting import (
    Came,
    UsedBefore,
    clear_out,
    kept_of,
    let_in,
    signed_choice,
    subject_of,
    way_back,
    work_through,
)

__all__ = [
    "Came",
    "Description",
    "UsedBefore",
    "begin_key",
    "begin_platform",
    "clear_out",
    "close_platform",
    "describe_platform",
    "forget",
    "give_up_keys",
    "is_not_sent",
    "is_sent",
    "keep_keys",
    "keep_registration",
    "kept_of",
    "let_in",
    "link_course",
    "offer_registration",
    "open_platform",
    "put_off",
    "retry_scores",
    "signed_choice",
    "subject_of",
    "take_registration",
    "unlink_course",
    "way_back",
    "work_through",
]
