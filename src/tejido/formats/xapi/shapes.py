"""What an object of the specification may have, as a table: its properties, how each is read, and which it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .problems import Bad, Code

Check = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """The properties by name, each with what checks it. Nothing else is taken; `needs` must be there."""

    known: Mapping[str, Check]
    needs: tuple[str, ...] = ()

    def __call__(self, value: Any) -> dict[str, Any]:
        found = as_object(value)
        for name in self.needs:
            if name not in found:
                raise Bad(Code.MISSING, name)
        for name, part in found.items():
            check = self.known.get(name)
            if check is None:
                raise Bad(Code.NOT_KNOWN, _place(name))
            checked(check, part, name)
        return found


def checked(check: Check, value: Any, place: str) -> Any:
    """What the check says of the value; its problem says where."""
    try:
        return check(value)
    except Bad as problem:
        raise problem.within(place) from None


def as_object(value: Any) -> dict[str, Any]:
    """An object with something in it."""
    found = as_any_object(value)
    if not found:
        raise Bad(Code.IS_EMPTY)
    return found


def as_any_object(value: Any) -> dict[str, Any]:
    if value is None:
        raise Bad(Code.IS_NULL)
    if not isinstance(value, dict):
        raise Bad(Code.WRONG_TYPE, expected="an object")
    return value


def list_of(check: Check) -> Check:
    """A list of what the check takes."""

    def read(value: Any) -> list[Any]:
        if value is None:
            raise Bad(Code.IS_NULL)
        if not isinstance(value, list):
            raise Bad(Code.WRONG_TYPE, expected="an array")
        return [checked(check, item, f"[{place}]") for place, item in enumerate(value)]

    return read


def one_of(*words: str) -> Check:
    """One of these words, written exactly so."""

    def read(value: Any) -> str:
        if value is None:
            raise Bad(Code.IS_NULL)
        if not isinstance(value, str):
            raise Bad(Code.WRONG_TYPE, expected="a string")
        if value not in words:
            raise Bad(Code.WRONG_FORM, expected=" or ".join(words))
        return value

    return read


def keyed(as_key: Check, check: Check, *, may_be_empty: bool = False) -> Check:
    """An object whose keys are of one kind: a map of languages, extensions."""

    def read(value: Any) -> dict[str, Any]:
        found = as_any_object(value) if may_be_empty else as_object(value)
        for key, part in found.items():
            checked(as_key, key, _place(key))
            checked(check, part, _place(key))
        return found

    return read


def _place(name: str) -> str:
    """A name that somebody else chose, for a path: what is not a plain word is told as such."""
    return name if name.isascii() and name.isidentifier() and len(name) <= 40 else "(a key)"
