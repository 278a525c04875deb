"""One thing that is misconfigured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A code for scripts, what is so, and what to do about it. Behind a blocking one nothing can be looked at."""

    code: str
    sentence: str
    remedy: str
    is_blocking: bool = False
