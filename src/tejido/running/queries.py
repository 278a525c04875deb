"""How the work goes that the node does by itself."""

from datetime import datetime, timedelta

from .models import Pulse

LATE = timedelta(minutes=3)  # the clock looks every half minute; a look with much to do may take a minute
OFTEN = 10  # failures one after the other from which somebody should look: five minutes of the clock


def pulses() -> list[Pulse]:
    """Of all work, by its name."""
    return list(Pulse.objects.order_by("work"))


def last_beat(work: str) -> datetime | None:
    """When it was last begun; None where it never was."""
    return Pulse.objects.filter(work=work).values_list("at", flat=True).first()


def is_alive(work: str, at: datetime) -> bool:
    last = last_beat(work)
    return last is not None and at - last < LATE


def failing() -> list[Pulse]:
    """What has failed again and again."""
    return list(Pulse.objects.filter(failures__gte=OFTEN).order_by("work"))
