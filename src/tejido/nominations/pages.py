"""The entries of a participant's home. Other apps have pages of their own for participants: this list knows them by
name only, and shows those that are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the participant's home: what it is called, the name of its address, and what one finds there."""

    label: Words
    address: str
    hint: Words


# In the order in which they matter to somebody who comes to a seminar.
ENTRIES = (
    Entry(_("Programme"), "nominations:programme", _("On this phone also without a connection, once opened.")),
    Entry(_("Programme in my calendar"), "nominations:programme_calendar", _("A file for any calendar program.")),
    Entry(
        _("My details and needs"), "nominations:details", _("Language, access, food, arrival, what is shown of you.")
    ),
    Entry(_("Questionnaires"), "evaluation:own", _("What you are asked, without your name; and what came of it.")),
    Entry(_("Letter for a visa"), "nominations:visa", _("To print and to take to the consulate.")),
    Entry(
        _("My attendance"),
        "presence:my_attendance",
        _("Enter yourself with the code of the room; see what was entered of you."),
    ),
    Entry(_("My certificate"), "presence:my_certificate", _("To download, once it was issued.")),
    Entry(_("Participants"), "nominations:fellows", _("Who else takes part, as far as they show it.")),
    Entry(_("Stay reachable"), "alumni:mine", _("Only if you want it: how your state reaches you after the seminar.")),
    Entry(_("You said, we changed"), "lessons:told_to_me", _("What became of what was said of the seminar.")),
)


@dataclass(frozen=True, slots=True)
class Door:
    """An entry with its address."""

    entry: Entry
    url: str


def doors(entries: Sequence[Entry] = ENTRIES) -> list[Door]:
    """The entries whose address is there."""
    found = []
    for entry in entries:
        try:
            found.append(Door(entry, reverse(entry.address)))
        except NoReverseMatch:
            continue
    return found
