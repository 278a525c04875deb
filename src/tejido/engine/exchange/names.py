"""Why a bundle is not read, or not taken in: one code for each reason, so that each can be told and mended."""

from enum import StrEnum

FORMAT = "tejido-bundle/1"
PURPOSE = "tejido-bundle-1"
INTRODUCTION_FORMAT = "tejido-introduction/1"
INTRODUCTION_PURPOSE = "tejido-introduction-1"
SUCCESSION_PURPOSE = "tejido-succession-1"
INVITATION_FORMAT = "tejido-invitation/1"
INVITATION_PURPOSE = "tejido-invitation-1"
ACCEPTANCE_FORMAT = "tejido-acceptance/1"
ACCEPTANCE_PURPOSE = "tejido-acceptance-1"
ASKING_FORMAT = "tejido-asking/1"
ASKING_PURPOSE = "tejido-asking-1"
TELLING_FORMAT = "tejido-telling/1"
TELLING_PURPOSE = "tejido-telling-1"
PUBLIC = "public"
"""The audience of what everybody may take in."""


class SenderKind(StrEnum):
    """Whose node it is: a network's own, or that of one of its members."""

    NETWORK = "network"
    MEMBER = "member"


class BadBundleCode(StrEnum):
    """What is wrong with the file alone, whoever reads it."""

    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    NOT_JSON = "not_json"
    DUPLICATE_KEY = "duplicate_key"
    NOT_AN_INTEGER = "not_an_integer"
    TRAILING_BYTES = "trailing_bytes"
    NOT_CANONICAL = "not_canonical"
    UNICODE_TWIN = "unicode_twin"
    SHAPE = "shape"
    OTHER_FORMAT = "other_format"
    OLDER_FORMAT = "older_format"
    NEWER_FORMAT = "newer_format"
    BAD_KEY = "bad_key"
    BAD_AUDIENCE = "bad_audience"
    BROKEN_CHAIN = "broken_chain"
    BAD_DATES = "bad_dates"
    TOO_LONG_LIVED = "too_long_lived"
    NO_CONTENT = "no_content"
    CONTENT_TWICE = "content_twice"
    CONTENT_DIGEST = "content_digest"
    HEAD_TWICE = "head_twice"
    BAD_HEAD = "bad_head"
    OTHER_PURPOSE = "other_purpose"
    FORGED = "forged"


class UnfitCode(StrEnum):
    """Why a whole bundle is not for this node, or not now."""

    # Who sent it, to whom. Values: none.
    OWN_BUNDLE = "own_bundle"
    NOT_FOR_US = "not_for_us"
    UNKNOWN_KEY = "unknown_key"
    REVOKED_KEY = "revoked_key"
    RETIRED_KEY = "retired_key"
    NOT_VERIFIED = "not_verified"
    ENDED = "ended"
    OTHER_KIND = "other_kind"
    OTHER_CODE = "other_code"
    OTHER_NAME = "other_name"
    # When.
    EXPIRED = "expired"
    MADE_LATER = "made_later"
    # In which order. TAKEN is no fault: the same bundle once more.
    TAKEN = "taken"
    REPLAYED = "replayed"
    NUMBER_USED = "number_used"
    OUT_OF_ORDER = "out_of_order"
    GAP = "gap"
    OTHER_PREVIOUS = "other_previous"
    # What it holds.
    UNKNOWN_KIND = "unknown_kind"
    DOWNGRADE = "downgrade"
    CHANGED_UNDER_NUMBER = "changed_under_number"
    # What it says of its sender's ledger.
    HEAD_CUT = "head_cut"
    HEAD_SPLIT = "head_split"
    HEAD_UNPROVED = "head_unproved"
    HEAD_INCONSISTENT = "head_inconsistent"

    @property
    def is_alarm(self) -> bool:
        """Whether it shows that a ledger was cut, rewritten or told in two versions: that stays, whatever comes."""
        return self in {UnfitCode.HEAD_CUT, UnfitCode.HEAD_SPLIT, UnfitCode.HEAD_INCONSISTENT}


class BadBundle(ValueError):  # noqa: N818  # it names what is the case
    """The file is not read. `where` names the place in it, as in "body.contents.2.digest"; empty for the whole."""

    def __init__(self, code: BadBundleCode, where: str = "") -> None:
        super().__init__(f"{code.value} {where}".strip())
        self.code = code
        self.where = where
