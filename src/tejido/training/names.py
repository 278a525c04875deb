"""The words of training: for whom a course is, how a session is taught, what is stated of its coverage."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Officials(TextChoices):
    """For whom a course is."""

    POLICE = "police", _("Police")
    ARMED_FORCES = "armed_forces", _("Armed forces")
    JUDICIARY = "judiciary", _("Judges and judicial officials")
    PROSECUTION = "prosecution", _("Prosecutors")
    DEFENCE = "defence", _("Public defenders")
    DIPLOMACY = "diplomacy", _("Diplomatic service")
    PRISONS = "prisons", _("Prison service")
    MIGRATION = "migration", _("Migration and border officials")
    EDUCATION = "education", _("Teachers and education officials")
    CIVIL_SERVICE = "civil_service", _("Other civil servants")
    SEVERAL = "several", _("Officials of several institutions together")


class Method(TextChoices):
    """How a session is taught."""

    LECTURE = "lecture", _("Lecture")
    SEMINAR = "seminar", _("Seminar")
    CASE_STUDY = "case_study", _("Case study")
    SIMULATION = "simulation", _("Simulation")
    WORKSHOP = "workshop", _("Workshop")
    SITE_VISIT = "site_visit", _("Visit to a place")
    SELF_STUDY = "self_study", _("Self-study")
    ONLINE = "online", _("Online course")
    EXAMINATION = "examination", _("Examination")


class Way(TextChoices):
    """Where a session goes in the order."""

    UP = "up", _("Move earlier")
    DOWN = "down", _("Move later")


class Act(TextChoices):
    COURSE_BEGUN = "course-begun", _("Course of a version begun")
    COURSE_DESCRIBED = "course-described", _("Course described anew")
    SESSION_PLANNED = "session-planned", _("Session of a course planned")
    SESSION_CHANGED = "session-changed", _("Session of a course changed")
    SESSION_MOVED = "session-moved", _("Session of a course put in another place")
    SESSION_REMOVED = "session-removed", _("Session of a course taken out")
    MINIMUM_SET = "minimum-set", _("Least minutes for a section written down")
    MINIMUM_LIFTED = "minimum-lifted", _("Least minutes for a section no longer asked for")
    OBJECTIVES_MARKED = "objectives-marked", _("Learning objectives of an edition marked")
    COVERAGE_STATED = "coverage-stated", _("Statement of coverage issued")
    STATEMENT_SHOWN = "statement-shown", _("Statement of coverage shown to others")
    STATEMENT_WITHDRAWN = "statement-withdrawn", _("Statement of coverage withdrawn")


class No(TextChoices):
    NO_TITLE = "no_course_title", _("Give a title in at least one language.")
    NO_MINUTES = "no_minutes", _("Say how many minutes it lasts, from 1 to 6000.")
    STATED_TOO_MUCH = (
        "stated_too_much",
        _("What it treats takes %(stated)s minutes, and the session lasts %(minutes)s. Make one fit the other."),
    )
    NOT_IN_VERSION = (
        "not_in_version",
        _("Something of what the session treats is not in your version, or is named twice. Choose again."),
    )
    REMOVED = "session_is_out", _("This session was taken out of the course meanwhile.")
    AT_THE_END = "at_the_end", _("The session stands there already: there is nothing before or behind it.")
    NO_DECISION = "no_minimum_decision", _("Say where the network decided it: a meeting, a paragraph of its minutes.")
    NOT_OF_NETWORK = (
        "minimum_not_of_network",
        _("Least minutes and objectives are written down for editions of the network's own texts."),
    )
    NO_SUCH_SECTION = "no_such_section", _("This section is not in this edition.")
    NOT_IN_EDITION = "objective_not_in_edition", _("Something of what you ticked is not in this edition. Choose again.")
    MARKED_SO = "marked_so", _("These are the objectives of this edition already.")
    SET_SO = "set_so", _("This is what was written down already.")
    LIFTED = "minimum_is_lifted", _("This is no longer asked for already.")
    NO_SESSIONS = "no_sessions", _("The course has no session yet: there is nothing to state.")
    COURSE_MOVED = (
        "course_moved",
        _("The course, the version or what is asked of it changed since you looked. Read the coverage again."),
    )
    STATED_SO = "stated_so", _("A statement that stands says exactly this already.")
    IS_WITHDRAWN = "statement_is_withdrawn", _("This statement is withdrawn. Issue another one.")
    STATEMENT_SHOWN_SO = "statement_shown_so", _("It is shown to these readers already.")
