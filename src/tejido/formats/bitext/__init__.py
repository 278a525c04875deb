"""Texts in two or more languages, passage by passage, as translators' programs exchange them: XLIFF 2.1 and TMX 1.4b.

A unit is a passage and bears its id. Its marks stand as inline codes (see `codes.py`), its words between them as the
inline Markdown that they are; what another program put around words is taken off and the words are kept.
"""

from .values import Bitext, Unit

__all__ = ["Bitext", "Unit", "read", "write_tmx", "write_xliff"]


def read(raw: bytes) -> Bitext:
    """The units of an XLIFF 2 or TMX file, whichever it is.

    BadFile for what is neither, is broken, has damaged codes, declares entities or is nested too deeply. Meant to run
    in the limited process of `formats.child`.
    """
    from .reader import read_file  # lxml is loaded where it is used

    return read_file(raw)


def write_xliff(bitext: Bitext) -> bytes:
    """An XLIFF 2.1 file from the source language into the first target. The same units give the same bytes."""
    from .xliff import written

    return written(bitext)


def write_tmx(bitext: Bitext) -> bytes:
    """A TMX 1.4b file with every language of every unit. The same units give the same bytes."""
    from .tmx import written

    return written(bitext)
