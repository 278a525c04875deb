"""The small forms of the Experience API: IRIs, UUIDs, tags of languages, instants, durations, media types, versions."""

import re
from datetime import UTC, datetime
from typing import Any

from .problems import Bad, Code

VERSION = "1.0.3"

# What RFC 3987 never allows, and a scheme before it. Which of the rest a scheme allows is for the scheme to say.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f<>\"{}|\\^`]+")
_MAILBOX = re.compile(r"mailto:[^\s\x00-\x20\x7f<>\"@,;:\\()\[\]]+@[^\s\x00-\x20\x7f<>\"@,;:\\()\[\]/]+")
_SHA1 = re.compile(r"[0-9a-fA-F]{40}")
_SHA2 = re.compile(r"(?:[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})")
_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_VERSION = re.compile(r"1\.0(?:\.(?:0|[1-9][0-9]{0,5}))?")
_TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"  # noqa: S105  # a token of RFC 9110
_MEDIA = re.compile(rf"{_TOKEN}/{_TOKEN}(?:[ \t]*;[ \t]*{_TOKEN}=(?:{_TOKEN}|\"[^\"\\\r\n]*\"))*[ \t]*;?")
_CLOCK_ENDS = r"(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?"
_EXTENDED = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}})T(\d{{2}}):(\d{{2}})(?::(\d{{2}}){_CLOCK_ENDS}", re.ASCII)
_BASIC = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})T(\d{{2}})(\d{{2}})(?:(\d{{2}}){_CLOCK_ENDS}", re.ASCII)
# ISO 8601 4.4.3.2: a fraction stands in the last part alone; weeks stand alone.
_DURATION = re.compile(
    r"P(?=[0-9T])(?:[0-9]+(?:[.,][0-9]+)?W|"
    r"(?:[0-9]+(?:[.,][0-9]+)?Y)?(?:[0-9]+(?:[.,][0-9]+)?M)?(?:[0-9]+(?:[.,][0-9]+)?D)?"
    r"(?:T(?=[0-9])(?:[0-9]+(?:[.,][0-9]+)?H)?(?:[0-9]+(?:[.,][0-9]+)?M)?(?:[0-9]+(?:[.,][0-9]+)?S)?)?)"
)
_FRACTION = re.compile(r"[.,][0-9]+[A-Z](?!\Z)")
# RFC 5646 2.1, with the irregular tags that it keeps.
_TAG = re.compile(
    r"(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
    r"|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)"
    r"|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de))",
    re.IGNORECASE | re.ASCII,
)
_LONGEST_TAG, _LONGEST_IRI = 100, 2000


def as_text(value: Any) -> str:
    """A string. Bad for everything else; the same for the functions below."""
    if value is None:
        raise Bad(Code.IS_NULL)
    if not isinstance(value, str):
        raise Bad(Code.WRONG_TYPE, expected="a string")
    return value


def _written(form: re.Pattern[str], value: Any, expected: str) -> str:
    found = as_text(value)
    if not form.fullmatch(found):
        raise Bad(Code.WRONG_FORM, expected=expected)
    return found


def as_iri(value: Any) -> str:
    found = _written(_IRI, value, "an IRI with its scheme")
    if len(found.encode(errors="replace")) > _LONGEST_IRI:
        raise Bad(Code.WRONG_FORM, expected=f"an IRI of {_LONGEST_IRI} bytes at most")
    return found


def as_mailbox(value: Any) -> str:
    return _written(_MAILBOX, value, "mailto: and an e-mail address")


def as_sha1(value: Any) -> str:
    return _written(_SHA1, value, "40 hexadecimal digits")


def as_sha2(value: Any) -> str:
    return _written(_SHA2, value, "56, 64, 96 or 128 hexadecimal digits")


def as_uuid(value: Any) -> str:
    """The standard form of RFC 4122, as it was written. Its variant is not looked at: an example of the specification
    itself has another one."""
    return _written(_UUID, value, "a UUID in its standard form")


def as_media_type(value: Any) -> str:
    return _written(_MEDIA, value, "a media type such as text/plain")


def as_tag(value: Any) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_TAG:
        raise Bad(Code.WRONG_FORM, expected="a tag of RFC 5646")
    return _written(_TAG, value, "a tag of RFC 5646")


def as_duration(value: Any) -> str:
    found = _written(_DURATION, value, "a duration such as PT1H30M")
    if _FRACTION.search(found):
        raise Bad(Code.WRONG_FORM, expected="a duration with a fraction in its last part alone")
    return found


def is_version(value: str) -> bool:
    """ "1.0" and every "1.0.x"."""
    return _VERSION.fullmatch(value) is not None


def as_version(value: Any) -> str:
    return _written(_VERSION, value, "1.0 or 1.0.x")


def as_instant(value: Any) -> datetime:
    """An instant as ISO 8601 writes it, extended or basic, to the microsecond; without a zone it is read as UTC. There
    is no offset of minus zero."""
    text, problem = as_text(value), Bad(Code.WRONG_FORM, expected="an instant such as 2027-03-01T12:00:00Z")
    found = _EXTENDED.fullmatch(text) or _BASIC.fullmatch(text)
    if found is None:
        raise problem
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    offset = _offset(zone or "Z")
    if offset == "-00:00":
        raise problem
    clock = f"{hour}:{minute}:{second or '00'}.{(fraction or '0')[:6]:0<6}"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{offset}").astimezone(UTC)
    except (ValueError, OverflowError):
        raise problem from None


def _offset(zone: str) -> str:
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return "+00:00" if zone == "Z" else f"{zone[0]}{digits[:2]}:{digits[2:]}"


def as_yes_or_no(value: Any) -> bool:
    if value is None:
        raise Bad(Code.IS_NULL)
    if not isinstance(value, bool):
        raise Bad(Code.WRONG_TYPE, expected="true or false")
    return value


def as_number(value: Any) -> float:
    if value is None:
        raise Bad(Code.IS_NULL)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Bad(Code.WRONG_TYPE, expected="a number")
    return value


def as_length(value: Any) -> int:
    """A whole number of bytes, which may be written as 27.0."""
    found = as_number(value)
    if found != int(found) or found < 0:
        raise Bad(Code.WRONG_FORM, expected="a whole number of bytes")
    return int(found)
