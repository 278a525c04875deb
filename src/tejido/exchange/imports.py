"""Files of other nodes to values, in the limited child process."""

from tejido.engine.exchange import Bundle, Introduction
from tejido.formats.child import parse_bundle, parse_introduction

__all__ = ["bundle_in", "introduction_in"]


def introduction_in(raw: bytes, name: str) -> Introduction:
    """BadBundle or BadFile where it is none."""
    return parse_introduction(raw, name=name)


def bundle_in(raw: bytes, name: str) -> Bundle:
    """BadBundle or BadFile where it is none."""
    return parse_bundle(raw, name=name)
