"""The words of the endpoint for learning records: what a key may do, how long statements are kept, what went wrong."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Scope(TextChoices):
    """What a key may do, by the names of the specification."""

    WRITE = "statements/write", _("Send statements")
    READ_MINE = "statements/read/mine", _("Read the statements that it sent")
    READ = "statements/read", _("Read all statements")
    STATE = "state", _("Keep where a learner stopped (state)")
    PROFILE = "profile", _("Keep profiles of activities and agents")
    ALL = "all", _("All of this")


class Kept(TextChoices):
    """How long statements and documents are kept, in months."""

    HALF = "6", _("six months")
    ONE = "12", _("one year")
    TWO = "24", _("two years")
    FIVE = "60", _("five years")
    TEN = "120", _("ten years")


class Way(TextChoices):
    """What a statement has of something that it names: who and what it is about, or what it names anywhere."""

    ABOUT = "a", "about"
    NAMED = "n", "named"


class Papers(TextChoices):
    """What the accounts of a system are named by: the codes of `formats.roster.documents.Paper`."""

    NATIONAL = "national", _("number of the national identity document")
    PASSPORT = "passport", _("number of the passport")
    STAFF = "staff", _("number in the register of staff")
    ACCOUNT = "account", _("name of an account, without any document")


class DocumentKind(TextChoices):
    STATE = "state", "state"
    AGENT = "agent", "agent profile"
    ACTIVITY = "activity", "activity profile"


class Trouble(TextChoices):
    """Why something that a system sent was not taken, or did not become a record; counted by day."""

    NOT_UNDERSTOOD = "not_understood", _("A request did not follow the specification (400)")
    NOT_ALLOWED = "not_allowed", _("The key may not do this (403)")
    CONFLICT = "conflict", _("Another statement has the same id, or the document changed meanwhile (409, 412)")
    TOO_LARGE = "too_large", _("A request was too large (413)")
    TOO_OFTEN = "too_often", _("The key asked more often than it may (429)")
    NO_PERSON = "no_person", _("A completion does not say whose it is: no account of the system that was named")
    NO_COHORT = "no_cohort", _("A completion could not be entered into the cohort")


class Act(TextChoices):
    KEY_MADE = "xapi-key-made", _("Key for learning records made")
    KEY_REVOKED = "xapi-key-revoked", _("Key for learning records revoked")
    SETTLED = "xapi-settled", _("Keeping of learning records settled")
    LINKED = "xapi-activity-linked", _("Activity linked with a cohort")
    UNLINKED = "xapi-activity-unlinked", _("Link of an activity with a cohort ended")
    EXPIRED = "xapi-expired", _("Learning records deleted after their time")


# What a school's own systems may do concerns nobody else.
QUIET: frozenset[Act] = frozenset(Act)


class No(TextChoices):
    NO_SCOPE = "xapi_no_scope", _("Choose at least one thing that the key may do.")
    NO_KEY_NAME = "xapi_no_key_name", _("Say which system gets the key.")
    BAD_LIMIT = "xapi_bad_limit", _("Say from 1 to 6000 requests in a minute.")
    IS_REVOKED = "xapi_is_revoked", _("This key is revoked already.")
    BAD_ORIGIN = (
        "xapi_bad_origin",
        _("%(origin)s is no origin. Write it like https://aula.example.org, with no path."),
    )
    TOO_MANY_ORIGINS = "xapi_too_many_origins", _("Name 20 origins at most.")
    SETTLED_SO = "xapi_settled_so", _("This is how it is already.")
    BAD_ACTIVITY = (
        "xapi_bad_activity",
        _("An activity is named by an IRI, for example https://aula.example.org/curso/7."),
    )
    BAD_HOME = (
        "xapi_bad_home",
        _("The system of the accounts is named by an IRI, for example https://aula.example.org."),
    )
    IS_LINKED = "xapi_is_linked", _("This activity is linked with a cohort already. End that link first.")
    IS_UNLINKED = "xapi_is_unlinked", _("This link has ended already.")
