"""What the clock does for modules: the quiet letter of the day. A job that runs late or twice writes once."""

from datetime import datetime

from .letters import tell_new
from .queries import digests


def run_due(at: datetime) -> int:
    """Queues what is due at this instant. Returns how many letters are new."""
    return tell_new(digests(at), at)
