"""What every component of a calendar file is made of: instants, texts that stay texts, and warnings."""

import unicodedata
from datetime import UTC, datetime, timedelta

import icalendar

PRODUCT = "-//Tejido//Deadlines//EN"


def frame(title: str, method: str) -> icalendar.Calendar:
    """A calendar with its title and nothing in it."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", method)
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what came before it
        made.add(name, line(title))
    return made


def instant(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is no instant")
    return moment.astimezone(UTC)


def alarm(words: str, before: timedelta) -> icalendar.Alarm:
    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("description", line(words))
    made.add("trigger", -before)
    return made


def text(words: str) -> str:
    """Without characters that no calendar file may hold; line ends are escaped by the library."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})


def line(words: str) -> str:
    return " ".join(text(words).split())


def address(url: str) -> str:
    return "".join(text(url).split())
