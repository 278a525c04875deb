"""What is wrong with a file, in the reader's language."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tejido.formats.bad_file import BadFile, Code

SENTENCES: Mapping[Code, str | Promise] = {
    Code.NOT_UTF8: _(
        "The file is not UTF-8: the byte at position %(position)s cannot be read. Save it as UTF-8 and try again."
    ),
    Code.NOT_TEXT: _(
        "The file is not a text: it has a NUL byte at position %(position)s. Save it as UTF-8 and try again."
    ),
    Code.BAD_ATTRIBUTE: _("An activity cannot have %(attribute)s. Take it out and try again."),
    Code.UNCLOSED_ACTIVITY: _("An activity is opened and never closed. Close it with a line of three colons."),
    Code.TOO_DEEP: _("Lists, quotes or other parts are nested too deeply. Flatten them and try again."),
    Code.TOO_BIG: _("The file is too big. Split it and try again."),
    Code.TOO_SLOW: _("The file took longer than %(seconds)s seconds to read. Split it and try again."),
    Code.BOMB: _("The file expands to far more than its size. Save it anew and try again."),
    Code.TOO_MANY_ENTRIES: _(
        "The file holds %(entries)s parts, more than the %(limit)s allowed. Save it anew and try again."
    ),
    Code.BAD_NAME: _("The file holds a part with a forbidden name or type. Save it anew and try again."),
    Code.BROKEN_ZIP: _("The file is damaged: it cannot be unpacked. Save it anew and try again."),
    Code.NOT_WORD: _("The file is not a Word document. Save it as .docx and try again."),
    Code.OLD_WORD: _("The file is in the old Word format. Save it as .docx and try again."),
    Code.ENCRYPTED: _("The file is protected with a password. Save it without one and try again."),
    Code.BROKEN_XML: _("The file is damaged: a part of it cannot be read. Save it anew and try again."),
    Code.HOSTILE_XML: _("The file holds declarations that a Word document never has. Save it anew and try again."),
    Code.NOT_CALENDAR: _("The file is not a calendar. Save it as .ics and try again."),
    Code.NO_MEETING: _("The calendar holds no meeting that takes place. Save the meeting as .ics and try again."),
    Code.NO_TIME: _("A meeting does not say when it begins, or ends before it begins. Correct it and try again."),
    Code.NO_ZONE: _(
        "The calendar names a time zone that does not exist. "
        "Choose the zone of the meeting anew, save it and try again."
    ),
    Code.TOO_MANY_MEETINGS: _(
        "The calendar holds %(entries)s meetings, more than the %(limit)s allowed. Save fewer at once and try again."
    ),
    Code.NOT_SHEET: _("The file is neither an Excel workbook nor a CSV file. Save it as .xlsx or .csv and try again."),
    Code.OLD_SHEET: _("The file is in the old Excel format. Save it as .xlsx or .csv and try again."),
    Code.BROKEN_CSV: _(
        "The table is broken here: a quotation mark is opened and not closed, or the row is too long. "
        "Mend it and try again."
    ),
    Code.NO_COMMENT_TABLE: _(
        "The file holds no table of comments: none of its rows names the columns. "
        "Use the blank table, or give your columns the same names."
    ),
    Code.NOT_AKN: _("The file is not an Akoma Ntoso 3.0 document. Save it as Akoma Ntoso XML and try again."),
    Code.NOT_BITEXT: _(
        "The file is neither XLIFF 2 nor TMX 1.4. Save it as one of them (an older XLIFF as version 2) and try again."
    ),
    Code.DECLARATIONS: _("The file declares a document type or entities of its own. Save it without and try again."),
    Code.NO_LANGUAGES: _("The file does not say in which languages it is. Set source and target and save it again."),
    Code.TOO_MANY_UNITS: _(
        "The file holds %(entries)s units, more than the %(limit)s allowed. Split it and try again."
    ),
    Code.DAMAGED_CODES: _(
        "A code of this passage is damaged: it is not closed, crosses another, or what it stood for is gone. "
        "Put it back as it is in the source, or take it away whole, and try again."
    ),
    Code.NOT_MAIL: _("This is not a mail. Give the message as the mail server got it."),
    Code.NOT_STATEMENTS: _(
        "The file holds no xAPI statements: it is neither a JSON array of them nor one on each line. "
        "Export the statements anew and try again."
    ),
    Code.UNKNOWN_FORMAT: _("The format %(format)s is not known."),
    Code.CRASHED: _("The file could not be read. Save it anew and try again."),
}
_LINE = re.compile(r"line (\d+)")
_UNKNOWN = dict.fromkeys(("position", "attribute", "seconds", "entries", "limit", "format"), "?")


def sentence(problem: BadFile) -> str:
    """The file, the place in it, what is wrong and what to do."""
    said = str(SENTENCES[problem.code]) % {**_UNKNOWN, **problem.values}
    place = ", ".join(filter(None, (problem.name, _place(problem.where))))
    return f"{place}: {said}" if place else said


def _place(where: str) -> str:
    """A place as `formats` names it; only "line 12" has words to translate."""
    line = _LINE.fullmatch(where)
    return gettext("line %(number)s") % {"number": line[1]} if line else where
