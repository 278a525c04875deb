"""The words of the first tour of a seat."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Place(StrEnum):
    """Where a step leads. Its page is looked for when somebody goes there: `queries.address_of`."""

    WAITING = "waiting"
    TEXTS = "texts"
    READING = "reading"
    POSITION = "position"
    COMMENTS = "comments"
    ADOPTION = "adoption"
    MEETINGS = "meetings"
    MEMBERS = "members"
    PEOPLE = "people"
    BEFORE = "before"
    GLOSSARY = "glossary"
    TRAINING = "training"
    FILES = "files"
    SEARCH = "search"


class No(TextChoices):
    NO_SUCH_STEP = "no_such_step", _("The tour of this seat has no such step.")
