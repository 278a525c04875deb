"""What is wrong with a file, as data: a code for the web layer to translate, the place, and values for the message."""

from enum import StrEnum


class Code(StrEnum):
    """Why a file was refused."""

    NOT_UTF8 = "not_utf8"
    NOT_TEXT = "not_text"
    BAD_ATTRIBUTE = "bad_attribute"
    UNCLOSED_ACTIVITY = "unclosed_activity"
    TOO_DEEP = "too_deep"
    TOO_BIG = "too_big"
    TOO_SLOW = "too_slow"
    BOMB = "bomb"
    TOO_MANY_ENTRIES = "too_many_entries"
    BAD_NAME = "bad_name"
    BROKEN_ZIP = "broken_zip"
    NOT_WORD = "not_word"
    OLD_WORD = "old_word"
    ENCRYPTED = "encrypted"
    BROKEN_XML = "broken_xml"
    HOSTILE_XML = "hostile_xml"
    NOT_CALENDAR = "not_calendar"
    NO_MEETING = "no_meeting"
    NO_TIME = "no_time"
    NO_ZONE = "no_zone"
    TOO_MANY_MEETINGS = "too_many_meetings"
    NOT_SHEET = "not_sheet"
    OLD_SHEET = "old_sheet"
    BROKEN_CSV = "broken_csv"
    NOT_AKN = "not_akn"
    NOT_BITEXT = "not_bitext"
    DECLARATIONS = "declarations"
    NO_LANGUAGES = "no_languages"
    TOO_MANY_UNITS = "too_many_units"
    DAMAGED_CODES = "damaged_codes"
    NO_COMMENT_TABLE = "no_comment_table"
    NOT_MAIL = "not_mail"
    NOT_STATEMENTS = "not_statements"
    UNKNOWN_FORMAT = "unknown_format"
    CRASHED = "crashed"


_SENTENCES = {
    Code.NOT_UTF8: "The file is not UTF-8: byte {position} cannot be read. Save it as UTF-8 and try again",
    Code.NOT_TEXT: "The file is not a text: byte {position} is NUL. Save it as UTF-8 and try again",
    Code.BAD_ATTRIBUTE: "An activity cannot have {attribute}",
    Code.UNCLOSED_ACTIVITY: "An activity is opened and never closed with a line of three colons",
    Code.TOO_DEEP: "Lists, quotes or other parts are nested too deeply",
    Code.TOO_BIG: "The file is too big",
    Code.TOO_SLOW: "The file took longer than {seconds} seconds to read",
    Code.BOMB: "The file expands to far more than its size",
    Code.TOO_MANY_ENTRIES: "The file holds {entries} parts, more than the {limit} allowed",
    Code.BAD_NAME: "The file holds a part with a forbidden name or type",
    Code.BROKEN_ZIP: "The file is damaged: it cannot be unpacked",
    Code.NOT_WORD: "The file is not a Word document",
    Code.OLD_WORD: "The file is in the old Word format. Save it as .docx and try again",
    Code.ENCRYPTED: "The file is protected with a password. Save it without one and try again",
    Code.BROKEN_XML: "The file is damaged: a part of it cannot be read",
    Code.HOSTILE_XML: "The file holds declarations that a Word document never has",
    Code.NOT_CALENDAR: "The file is not a calendar",
    Code.NO_MEETING: "The calendar holds no meeting",
    Code.NO_TIME: "A meeting does not say when it begins, or ends before that",
    Code.NO_ZONE: "The calendar names a time zone that does not exist",
    Code.TOO_MANY_MEETINGS: "The calendar holds {entries} meetings, more than the {limit} allowed",
    Code.NOT_SHEET: "The file is neither an Excel workbook nor a CSV file",
    Code.OLD_SHEET: "The file is in the old Excel format. Save it as .xlsx or .csv and try again",
    Code.BROKEN_CSV: "The table is broken here: a quotation mark is opened and not closed, or the row is too long",
    Code.NO_COMMENT_TABLE: "The file holds no table with columns for comments and proposed changes",
    Code.NOT_AKN: "The file is not an Akoma Ntoso document",
    Code.NOT_BITEXT: "The file is neither XLIFF 2 nor TMX",
    Code.DECLARATIONS: "The file declares a document type or entities of its own",
    Code.NO_LANGUAGES: "The file does not say in which languages it is",
    Code.TOO_MANY_UNITS: "The file holds {entries} units, more than the {limit} allowed",
    Code.DAMAGED_CODES: "A code of this passage is damaged: it is opened and not closed, or says nothing any more",
    Code.NOT_MAIL: "This is not a mail",
    Code.NOT_STATEMENTS: "The file is neither a JSON array of xAPI statements nor one statement on each line",
    Code.UNKNOWN_FORMAT: "The format {format} is not known",
    Code.CRASHED: "The file could not be read",
}


class _Values(dict[str, str | int]):
    """Values of which a missing one is a question mark: a message that lacks a value is better than no message."""

    def __missing__(self, _name: str) -> str:
        return "?"


class BadFile(ValueError):  # noqa: N818  # it names what is the case
    """A file that cannot be read.

    `where` names the part, line or passage, `values` fill the message, `name` is the file's name.
    str() gives one clear English sentence for logs; what people read is translated from the code.
    """

    def __init__(self, code: Code, where: str = "", *, name: str = "", **values: str | int) -> None:
        self.code = code
        self.where = where
        self.name = name
        self.values = values
        super().__init__(code.value)

    def __str__(self) -> str:
        sentence = _SENTENCES[self.code].format_map(_Values(self.values))
        place = f" ({self.where})" if self.where else ""
        return f"{self.name}: {sentence}{place}." if self.name else f"{sentence}{place}."

    def of(self, name: str) -> "BadFile":
        """The same problem, with the name of the file that is to blame."""
        return BadFile(self.code, self.where, name=name, **self.values)
