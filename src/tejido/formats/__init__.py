"""A document or a table to and from a file. Pure: bytes in, values out; no Django, no clock, no network."""

from .bad_file import BadFile, Code

__all__ = ["BadFile", "Code"]
