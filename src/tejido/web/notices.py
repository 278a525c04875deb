"""What could not be taken over from a file as it was, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.formats.word import Notice, NoticeCode

SENTENCES: Mapping[NoticeCode, str | Promise] = {
    NoticeCode.TRACKED_CHANGE: _("tracked changes were accepted"),
    NoticeCode.COMMENT: _("a comment was left out"),
    NoticeCode.TEXT_BOX: _("the text of a text box follows its paragraph"),
    NoticeCode.FIELD: _("a field (%(field)s) became the words it showed"),
    NoticeCode.LINK: _("of a link to %(target)s only the words were kept"),
    NoticeCode.NOTE_MISSING: _("a note is called that the file does not hold"),
    NoticeCode.HIDDEN: _("hidden words were left out"),
    NoticeCode.PLACEHOLDER: _("the prompt of a form was left out"),
    NoticeCode.CONTENTS: _("the table of contents was left out: the outline replaces it"),
    NoticeCode.NUMBERING: _("what was numbered “%(label)s” is numbered plainly"),
    NoticeCode.HEADING_DEPTH: _("a heading of level %(level)s was raised to the deepest level there is"),
    NoticeCode.EMPHASIS: _("a part of bold or italics was dropped"),
    NoticeCode.STRUCK: _("words struck through became plain words"),
    NoticeCode.RAISED: _("raised or lowered words became plain words"),
    NoticeCode.SYMBOL: _("a character of the font %(font)s could not be read"),
    NoticeCode.EQUATION: _("of an equation only the characters were kept"),
    NoticeCode.MERGED_CELLS: _("merged cells of a table were parted: the text stands in the first"),
    NoticeCode.NESTED_TABLE: _("a table in a cell became lines of it"),
    NoticeCode.BOX: _("a table of a single cell became paragraphs"),
    NoticeCode.NO_ALTERNATIVE: _("the image “%(name)s” has no alternative text"),
    NoticeCode.PICTURE_FORMAT: _("the image “%(name)s” was left out: it is not PNG, JPEG, GIF or WebP"),
    NoticeCode.PICTURE_MISSING: _("the image “%(name)s” is damaged or not in the file"),
    NoticeCode.DRAWING: _("a drawing (%(drawing)s) was left out"),
    NoticeCode.EMBEDDED: _("another document inside this one was left out"),
}
_UNKNOWN = dict.fromkeys(("field", "target", "label", "level", "font", "name", "drawing"), "?")


def sentence(notice: Notice) -> str:
    """What was simplified, and near which words."""
    said = str(SENTENCES[notice.code]) % {**_UNKNOWN, **dict(notice.values)}
    return _("%(what)s, near “%(where)s”") % {"what": said, "where": notice.where} if notice.where else said
