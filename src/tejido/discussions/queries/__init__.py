"""Loading threads, always for an actor: whoever may not load the object of a thread has no thread."""

from .hearing import hearing_of, letters_of
from .seats import mentionable, seats_in
from .threads import (
    ThreadContext,
    ThreadLine,
    beside_for,
    count_beside,
    message_of,
    thread_for,
    threads_beside,
    threads_for,
)

__all__ = [
    "ThreadContext",
    "ThreadLine",
    "beside_for",
    "count_beside",
    "hearing_of",
    "letters_of",
    "mentionable",
    "message_of",
    "seats_in",
    "thread_for",
    "threads_beside",
    "threads_for",
]
