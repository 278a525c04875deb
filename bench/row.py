"""One line of a benchmark: ours against a named peer, both measured in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Seconds of ours and of the peer; `limit` is the largest ratio ours/peer that passes, None where there is none."""

    name: str
    ours: float
    peer: str
    peer_seconds: float
    limit: float | None = None
