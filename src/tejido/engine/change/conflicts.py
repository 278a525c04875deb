"""What a merge could not decide, as data. The codes are for machines; pages put them in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from ..document import Kind


class Side(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


class Reason(StrEnum):
    TEXT = "text"
    REMOVED_AND_CHANGED = "removed_and_changed"
    KIND = "kind"
    ATTRIBUTE = "attribute"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Form:
    """Kind and level of a passage, which change together."""

    kind: Kind
    level: int


@dataclass(frozen=True, slots=True)
class TextConflict:
    """Both changed the same words of one language. An empty text says that the side has none."""

    id: str
    language: str
    base: str
    ours: str
    theirs: str
    reason: ClassVar[Reason] = Reason.TEXT


@dataclass(frozen=True, slots=True)
class RemovedAndChanged:
    """One side removed the passage that the other changed. The merged text keeps the changed one."""

    id: str
    removed_by: Side
    reason: ClassVar[Reason] = Reason.REMOVED_AND_CHANGED


@dataclass(frozen=True, slots=True)
class KindConflict:
    """Both made something else of the passage. `base` is None where both added it."""

    id: str
    base: Form | None
    ours: Form
    theirs: Form
    reason: ClassVar[Reason] = Reason.KIND


@dataclass(frozen=True, slots=True)
class AttributeConflict:
    """Both set an attribute differently. None says that the side has not got it."""

    id: str
    name: str
    base: str | None
    ours: str | None
    theirs: str | None
    reason: ClassVar[Reason] = Reason.ATTRIBUTE


@dataclass(frozen=True, slots=True)
class OrderConflict:
    """Both moved these passages to different places. The merged text has them where ours put them."""

    ids: tuple[str, ...]
    reason: ClassVar[Reason] = Reason.ORDER


Conflict = TextConflict | RemovedAndChanged | KindConflict | AttributeConflict | OrderConflict
