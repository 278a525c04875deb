"""What the clock does for former participants: whoever had their data deleted leaves, also where the signal of that was
lost. A job that runs late or twice does the same."""

from datetime import datetime

from .commands import leave
from .queries import alumni_to_leave


def run_due(at: datetime) -> int:
    """Returns how many left."""
    several = alumni_to_leave()
    for each in several:
        leave(alumnus=each, at=at)
    return len(several)
