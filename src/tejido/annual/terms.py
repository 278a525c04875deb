"""What a report is made of: blocks, as JSON that names no language.

A text is plain words, words by language, or something to say: a mapping whose `$` is a code of `Say`, with the values
of its sentence. So a copy that was issued is read in every language of the interface, and a digest does not change with
a translation. A code that was once used stays, or earlier issues could not be read.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

VERSION = 1  # of the form of an issue

Text = str | Mapping[str, Any]
Block = dict[str, Any]
# What is no sentence of its own: days from one to another, the label of a choice, a text with a note, several texts;
# a period of an indicator by its code, and a value of one.
DAYS, CHOICE, NOTED, SEVERAL = "days", "choice", "noted", "several"
PERIOD, AMOUNT = "period", "amount"


class Say(TextChoices):
    """Sentences, headings and words of tables. %(...)s are values, which are texts themselves."""

    # Heads of tables
    STATE = "h.state", pgettext_lazy("head of a table", "State or organisation")
    STATUS = "h.status", pgettext_lazy("head of a table", "Status")
    SINCE = "h.since", pgettext_lazy("head of a table", "Since")
    WHAT = "h.what", pgettext_lazy("head of a table", "What")
    WHEN = "h.when", pgettext_lazy("head of a table", "When")
    WHERE = "h.where", pgettext_lazy("head of a table", "Where")
    KNOWN = "h.known", pgettext_lazy("head of a table", "What is known")
    YEAR = "h.year", pgettext_lazy("head of a table", "Year")
    COUNT = "h.count", pgettext_lazy("head of a table", "Count")
    TEXT = "h.text", pgettext_lazy("head of a table", "Text")
    EDITION = "h.edition", pgettext_lazy("head of a table", "Edition")
    LANGUAGES = "h.languages", pgettext_lazy("head of a table", "Languages")
    OFFICIALS = "h.officials", pgettext_lazy("head of a table", "For whom")
    SHOWN_SINCE = "h.shown_since", pgettext_lazy("head of a table", "Shown since")
    MEMBERS = "h.members", pgettext_lazy("head of a table", "Members")
    FORUM = "h.forum", pgettext_lazy("head of a table", "Forum")
    PERIOD = "h.period", pgettext_lazy("head of a table", "Period")
    FIGURE = "h.figure", pgettext_lazy("head of a table", "Figure of those who reported")
    NAME = "h.name", pgettext_lazy("head of a table", "Name")
    MEMBER = "h.member", pgettext_lazy("head of a table", "Member")
    # Words within a cell
    SOURCE = "w.source", _("Source: %(source)s · %(grade)s")
    SOURCE_ALONE = "w.source_alone", _("Source: %(source)s")
    SOURCES = "w.sources", _("Sources: %(sources)s")
    INFERRED = "w.inferred", _("Inferred: %(what)s.")
    EDITION_OF = "w.edition", _("Edition %(number)s")
    UNKNOWN = "w.unknown", _("no record")
    # Composition
    OF_RECORD = "c.of_record", _("At the end of %(year)s every source counted these States as members: %(n)s.")
    DISPUTED = "c.disputed", _("The sources differ on the status of: %(names)s. Nobody decides between them here.")
    STANDING = "c.standing", _("Members, observers and partners at the end of %(year)s")
    MAP = "c.map", _("Where the members lie. Every State has a tile of the same size; no border is drawn.")
    NO_STANDING = "c.no_standing", _("On this day nothing is known of the status of: %(names)s.")
    # Dated events
    SEMINARS = "e.seminars", _("Seminars")
    SEMINARS_BY_YEAR = "e.seminars_by_year", _("Seminars by the year in which they were held")
    MEETINGS = "e.meetings", _("Meetings of focal points")
    MEETINGS_BY_YEAR = "e.meetings_by_year", _("Meetings of focal points by year")
    ACTIVITIES = "e.activities", _("Dated events, each with its source")
    NO_SEMINAR = (
        "e.no_seminar",
        _("No record of a seminar was found for: %(years)s. That is not to say there was none."),
    )
    NO_MEETING = (
        "e.no_meeting",
        _("No record of a meeting was found for: %(years)s. That is not to say there was none."),
    )
    NO_NUMBERS = "e.no_numbers", _("No source was found for the meetings of focal points %(first)s to %(last)s.")
    NO_NUMBER = "e.no_number", _("No source was found for the meeting of focal points %(first)s.")
    NO_EVENT = "e.no_event", _("No dated event is on record for these years.")
    PLANNED = "e.planned", _("Known only as planned: %(names)s. No source says that it was held.")
    DECISIONS = "e.decisions", _("Decisions that were released")
    # Texts
    ADOPTED = "t.adopted", _("Editions of texts that the network adopted")
    IN_FORCE = "t.in_force", _("Texts that can be read, with their latest edition")
    NO_TEXT = "t.no_text", _("No edition of a text of the network is on record for these years.")
    # Secretariat
    OFFICES = "s.offices", _("Institutions of the network itself")
    NO_OFFICE = "s.no_office", _("No dated entry tells of an institution of the network itself.")
    # Chapters that nothing is known of
    NO_OBJECTIVES = "g.objectives", _("No record says which objectives and axes of work the network set itself then.")
    NO_TOOLS = "g.tools", _("No record tells of tools of the network in these years.")
    NO_PROJECTS = "g.projects", _("No record tells of a joint project in these years.")
    NO_IMPACT = "g.impact", _("No member has released figures that could show an impact in these years.")
    # National initiatives
    APPROVED = "n.approved", _("Pages approved: %(n)s of %(of)s.")
    NOT_APPROVED_BY = "n.not_approved_by", _("Pages that have not been approved: %(names)s.")
    NOT_APPROVED = (
        "n.not_approved",
        _("This page has not been approved. What stands here is what public sources say."),
    )
    APPROVED_ON = "n.approved_on", _("Approved by the member on %(day)s.")
    MECHANISM = "n.mechanism", _("National Mechanism, as sources tell of it")
    MECHANISM_OWN = "n.mechanism_own", _("National Mechanism, as the member tells of it")
    INSTRUMENTS = "n.instruments", _("Legal instruments")
    TAUGHT = "n.taught", _("Training by the text of the network")
    CONFORMS = "n.conforms", _("Conforms to what the network agreed on")
    CONFORMS_NOT = "n.conforms_not", _("Does not conform yet to what the network agreed on")
    VERSIONS = "n.versions", _("Versions of texts of the network")
    INITIATIVES = "n.initiatives", _("Initiatives that the member has released: %(n)s")
    FIRST_BY_TITLE = "n.first_by_title", _("The first %(n)s by their titles are listed.")
    INITIATIVES_BY_MEMBER = "n.initiatives_by_member", _("Released initiatives, by member")
    NO_INITIATIVES = "n.no_initiatives", _("No member has released an initiative of these years to these readers.")
    NO_INITIATIVE_OF = "n.no_initiative_of", _("No initiative was released by: %(names)s.")
    # Together
    PRACTICES = "p.practices", _("Good practices that can be read")
    PROJECTS = "p.projects", _("Projects of several members")
    REGIONAL = "p.regional", _("Regional initiatives")
    PROMOTION = "p.promotion", _("In forums of the world")
    # Figures
    OF_SOME = "f.of_some", _("%(value)s (reported by %(n)s of %(of)s)")
    SO_MANY = "f.so_many", _("%(answer)s: %(n)s")
    NOT_ADDED = "f.not_added", _("no common figure")
    NOT_REPORTED = "f.not_reported", _("For %(period)s these members released nothing: %(names)s.")
    YES = "f.yes", _("yes")
    NO = "f.no", _("no")
    COVERAGE_BY_MEMBER = "i.coverage_by_member", _("Courses with a released statement of coverage, by member")
    TRAINED_IN = "i.trained_in", _("Officials trained for the first time in %(year)s, as members released it")
    NO_TRAINED = "i.no_trained", _("Counts of training in %(year)s were not released by: %(names)s.")
    TRAINED = "n.trained", _("Officials trained, by the counts that the member released")
    PUBLISHED = "n.published", _("Released on %(day)s; SHA-256 %(digest)s")
    BY_SEX = "h.by_sex", pgettext_lazy("head of a table", "By sex")
    NOT_DIVIDED = "w.not_divided", pgettext_lazy("persons", "not divided")
    SEX_NOT_STATED = "w.sex_not_stated", pgettext_lazy("sex", "Not stated")
    NO_EDITION = "w.no_edition", _("taught from no edition of the common text")
    NO_COVERAGE = "i.no_coverage", _("No statement of coverage was released by: %(names)s.")


## Texts


def say(code: Say, **values: Text | int) -> Text:
    return {"$": str(code), **values}


def days(since: str, until: str = "") -> Text:
    """Days, months or years in ISO 8601, as exact as their source."""
    return {"$": DAYS, "since": since, "until": until}


def choice(of: str, value: str) -> Text:
    """The label of a choice; `of` is a name in `words.texts.CHOICES`."""
    return {"$": CHOICE, "of": of, "value": value}


def noted(text: Text, note: Text) -> Text:
    """Words with a note: the source that says so."""
    return {"$": NOTED, "text": text, "note": note}


def several(texts: Iterable[Text], *, between: str = ", ") -> Text:
    return {"$": SEVERAL, "texts": list(texts), "between": between}


def period(code: str) -> Text:
    """A period of `engine.measure` by its code."""
    return {"$": PERIOD, "of": code}


def amount(data: Mapping[str, Any]) -> Text:
    """A number or a share, as `engine.measure.to_data` writes it."""
    return {"$": AMOUNT, "of": dict(data)}


## Blocks


def heading(text: Text) -> Block:
    return {"t": "heading", "text": text}


def prose(text: Text) -> Block:
    return {"t": "prose", "text": text}


def gap(text: Text) -> Block:
    """What is not known, said so."""
    return {"t": "gap", "text": text}


def small(text: Text) -> Block:
    """Where something can be read."""
    return {"t": "small", "text": text}


def item(text: Text) -> Block:
    return {"t": "item", "text": text}


def grid(
    caption: Text, head: Sequence[Text], rows: Sequence[Sequence[Text]], shares: Sequence[int] = (5, 3, 3, 5)
) -> Block:
    """`shares` says how wide the columns are to one another; there are as many as heads."""
    said = {"caption": caption, "head": list(head), "shares": list(shares)}
    return {"t": "grid", **said, "rows": [list(row) for row in rows]}


def bars(
    caption: Text,
    over: Text,
    unit: Text,
    rows: Sequence[tuple[Text, float | None] | tuple[Text, float | None, Text]],
) -> Block:
    """Bars with the table that says the same. None: nothing is known, which is no zero. A third part says the value in
    other words."""
    return {"t": "bars", "caption": caption, "head": [over, unit], "rows": [list(row) for row in rows]}


def tiles(caption: Text, states: Sequence[tuple[str, Text, str]]) -> Block:
    """States by code, name and how they stand (a `registry.names.Stand`). The table below it says the same."""
    return {"t": "tiles", "caption": caption, "states": [list(row) for row in states]}
