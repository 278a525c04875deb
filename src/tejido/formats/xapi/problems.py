"""Why a request is not taken, as data: a code, where in what was sent, and one sentence for whoever wrote the client.

No value that was sent stands in a problem, only its place: problems are kept and shown, and values are about people.
"""

from enum import StrEnum


class Code(StrEnum):
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    DUPLICATE_KEY = "duplicate_key"
    BAD_CHARACTER = "bad_character"
    BAD_NUMBER = "bad_number"
    MISSING = "missing"
    NOT_KNOWN = "not_known"
    IS_NULL = "is_null"
    IS_EMPTY = "is_empty"
    WRONG_TYPE = "wrong_type"
    WRONG_FORM = "wrong_form"
    NOT_TOGETHER = "not_together"
    TWICE = "twice"
    TOO_MANY = "too_many"
    MEDIA_TYPE = "media_type"
    PARTS = "parts"
    HASH = "hash"
    SIGNATURE = "signature"
    ALTERNATE = "alternate"
    PARAMETER = "parameter"


SENTENCES = {
    Code.NOT_UTF8: "The body is not UTF-8.",
    Code.NOT_JSON: "The body is not JSON.",
    Code.TOO_DEEP: "Arrays and objects are nested more than 64 levels deep.",
    Code.DUPLICATE_KEY: "An object has the same key twice.",
    Code.BAD_CHARACTER: "A string holds U+0000 or half of a surrogate pair.",
    Code.BAD_NUMBER: "A number is not finite, or has more than 40 digits.",
    Code.MISSING: "This property is required.",
    Code.NOT_KNOWN: "This property is not known here. The case of letters counts.",
    Code.IS_NULL: "Null is allowed inside extensions only.",
    Code.IS_EMPTY: "This must not be empty.",
    Code.WRONG_TYPE: "The value has the wrong type; expected: {expected}.",
    Code.WRONG_FORM: "The value is not written as it has to be; expected: {expected}.",
    Code.NOT_TOGETHER: "This cannot stand together with the rest; expected: {expected}.",
    Code.TWICE: "The same {expected} stands here twice.",
    Code.TOO_MANY: "There are more than {expected}.",
    Code.MEDIA_TYPE: "The Content-Type is not taken here; expected: {expected}.",
    Code.PARTS: "The parts of multipart/mixed are not as they have to be; expected: {expected}.",
    Code.HASH: "The bytes of an attachment do not have the length or the hash that the statement says.",
    Code.SIGNATURE: "The signature does not hold; expected: {expected}.",
    Code.ALTERNATE: "The alternate request syntax is not followed; expected: {expected}.",
    Code.PARAMETER: "The parameters are not as they have to be; expected: {expected}.",
}


class Bad(ValueError):  # noqa: N818  # it names what is the case
    """What was sent is not taken. `where` is a path such as "[0].actor.mbox" or the name of a parameter or header."""

    def __init__(self, code: Code, where: str = "", expected: str = "") -> None:
        self.code, self.where, self.expected = code, where, expected
        super().__init__(code.value)

    def __str__(self) -> str:
        said = SENTENCES[self.code].format(expected=self.expected)
        return f"{self.where}: {said}" if self.where else said

    def within(self, place: str) -> "Bad":
        """The same problem, seen from outside: `place` stands before its path."""
        joint = "." if self.where and not self.where.startswith("[") else ""
        return Bad(self.code, f"{place}{joint}{self.where}", self.expected)
