"""Tables of people's own programs: Excel workbooks (.xlsx) and CSV, to values and back.

A file from outside is read in the limited process of `formats.child`; `child.parse_sheets` is the way to it. Writing
happens here: what begins like a formula leaves as text, so that no program that opens the file runs it.
"""

from .values import Cell, Sheet
from .writer import write_csv, write_xlsx

__all__ = ["Cell", "Sheet", "read", "write_csv", "write_xlsx"]


def read(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one sheet of a CSV file, whose name is empty then. The content tells
    which it is.

    BadFile for whatever is neither, damaged, hostile or too big. Meant to run in the limited process.
    """
    from .reader import read_file  # the library is loaded by the process that reads, not by the server

    return read_file(raw)
