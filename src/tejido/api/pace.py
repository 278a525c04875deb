"""How often one token may ask. It is never counted by account or member: another program keeps its own pace."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `most` in each span of `seconds`."""

    most: int
    seconds: int

    def wait(self, key: str, at: datetime) -> int:
        """Counts one more. 0 where it may go on, otherwise the seconds until it may."""
        span, gone = divmod(int(at.timestamp()), self.seconds)
        name = f"api-pace:{key}:{span}"
        if cache.add(name, 1, self.seconds + 30):
            return 0
        return self.seconds - gone if int(cache.incr(name)) > self.most else 0


OF_A_TOKEN = Pace(most=300, seconds=60)
