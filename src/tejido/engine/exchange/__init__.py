"""What nodes hand to one another: one signed file for exactly who may take it in, and whether to take it in."""

from .introductions import INTRODUCTION_LIMIT, read_introduction
from .judging import CLOCKS_DIFFER, Unfit, judge
from .names import (
    FORMAT,
    INTRODUCTION_FORMAT,
    INTRODUCTION_PURPOSE,
    PUBLIC,
    PURPOSE,
    SUCCESSION_PURPOSE,
    BadBundle,
    BadBundleCode,
    SenderKind,
    UnfitCode,
)
from .reading import BUNDLE_LIMIT, MOST_DAYS, read_bundle
from .values import (
    Bundle,
    Content,
    Introduction,
    Known,
    KnownHead,
    KnownKey,
    Party,
    SeenHead,
    SentHead,
    Taken,
    channel_of,
)
from .writing import bundle_digest, write_bundle, write_introduction

__all__ = [
    "BUNDLE_LIMIT",
    "CLOCKS_DIFFER",
    "FORMAT",
    "INTRODUCTION_FORMAT",
    "INTRODUCTION_LIMIT",
    "INTRODUCTION_PURPOSE",
    "MOST_DAYS",
    "PUBLIC",
    "PURPOSE",
    "SUCCESSION_PURPOSE",
    "BadBundle",
    "BadBundleCode",
    "Bundle",
    "Content",
    "Introduction",
    "Known",
    "KnownHead",
    "KnownKey",
    "Party",
    "SeenHead",
    "SenderKind",
    "SentHead",
    "Taken",
    "Unfit",
    "UnfitCode",
    "bundle_digest",
    "channel_of",
    "judge",
    "read_bundle",
    "read_introduction",
    "write_bundle",
    "write_introduction",
]
