"""The line that opens an activity: `::: activity minutes=90 method="work in groups"`."""

import re
from collections.abc import Mapping

from ..bad_file import BadFile, Code
from .cleaning import clean, collapse

KNOWN = ("minutes", "method", "group")
_PAIR = re.compile(r'\s*([\w-]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)')
_BARE = re.compile(r"[\w.-]+")
_MINUTES = re.compile(r"[0-9]{1,5}")
_SHOWN = 60  # characters of what is refused, in the message that refuses it


def attributes_in(info: str, where: str) -> dict[str, str]:
    """The attributes after `activity`, without the empty ones.

    BadFile for an unknown or repeated name, for minutes that are no number, and for other words.
    """
    found: dict[str, str] = {}
    place = 0
    while info[place:].strip():
        pair = _PAIR.match(info, place)
        if not pair or pair[1] not in KNOWN or pair[1] in found:
            raise BadFile(Code.BAD_ATTRIBUTE, where, attribute=(pair[1] if pair else info[place:].strip())[:_SHOWN])
        found[pair[1]] = _value(pair[2])
        place = pair.end()
    minutes = found.get("minutes")
    if minutes and not _MINUTES.fullmatch(minutes):
        raise BadFile(Code.BAD_ATTRIBUTE, where, attribute=f"minutes={minutes}"[:_SHOWN])
    return {name: value for name, value in found.items() if value}


def _value(written: str) -> str:
    return _line(re.sub(r"\\(.)", r"\1", written[1:-1])) if written.startswith('"') else written


def _line(value: str) -> str:
    return collapse(clean(value)).strip()


def opening_line(attributes: Mapping[str, str]) -> str:
    """The inverse of `attributes_in`, the known names in a fixed order; what it would refuse to read is left out."""
    values = {name: _line(attributes.get(name, "")) for name in KNOWN}
    if not _MINUTES.fullmatch(values["minutes"]):
        del values["minutes"]
    return " ".join(["::: activity", *(f"{name}={_written(value)}" for name, value in values.items() if value)])


def _written(value: str) -> str:
    return value if _BARE.fullmatch(value) else '"' + re.sub(r'["\\]', r"\\\g<0>", value) + '"'
