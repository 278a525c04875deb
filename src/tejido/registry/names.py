"""The words of the registry."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What a seat is for. What it may do in a body is said by `rules.tasks`."""

    FOCAL_POINT = "focal_point", _("Focal point")
    ALTERNATE = "alternate", _("Alternate focal point")
    VALIDATING_AUTHORITY = "validating_authority", _("Validating authority")
    REPRESENTATIVE = "representative", _("Institution's representative")
    REGISTRAR = "registrar", _("School registrar")
    SECRETARIAT = "secretariat", _("Technical Secretariat")
    CHAIR = "chair", _("Chair")
    TRANSLATOR = "translator", _("Translator")
    OBSERVER = "observer", _("Observer")


class BodyKind(TextChoices):
    NETWORK = "network", _("Network")
    MECHANISM = "mechanism", _("National Mechanism")
    COMMITTEE = "committee", _("Committee")
    INITIATIVE = "initiative", _("Regional initiative")
    OFFICE = "office", _("Own space of a member or of an institution")
    COMMUNITY = "community", _("Regional community")
    LOCAL = "local", _("Local committee")
    NEIGHBOUR = "neighbour", _("Another network")


# Bodies of the network whose parties are the members that joined: every seat knows of them, only parties are inside.
JOINED = frozenset({BodyKind.COMMITTEE, BodyKind.INITIATIVE, BodyKind.COMMUNITY})
# Bodies of one member whose parties are institutions of it.
OF_INSTITUTIONS = frozenset({BodyKind.MECHANISM, BodyKind.LOCAL})
# From the whole network down to a town. A network has the first and the third; the others it has where it names them.
TIERS = (BodyKind.NETWORK, BodyKind.COMMUNITY, BodyKind.MECHANISM, BodyKind.LOCAL)


class Status(TextChoices):
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")
    PARTNER = "partner", _("Partner")
    FORMER = "former", _("Former member")
    UNLISTED = "unlisted", _("Not in this source's list of members")


class MemberKind(TextChoices):
    """Only states are members; organisations observe or are partners."""

    STATE = "state", pgettext_lazy("a nation", "State")
    ORGANISATION = "organisation", _("Organisation")


class Level(TextChoices):
    NATIONAL = "national", _("National")
    SUBNATIONAL = "subnational", _("Subnational")


class Stand(TextChoices):
    """How a member stands on a day, all sources together."""

    OF_RECORD = "of_record", _("of record")
    DISPUTED = "disputed", _("disputed")
    OBSERVER = "observer", _("observer")
    PARTNER = "partner", _("partner")
    FORMER = "former", _("left the network")
    OTHER = "other", _("not of record")
    UNKNOWN = "unknown", _("nothing known")


class Branch(TextChoices):
    EXECUTIVE = "executive", _("Executive")
    LEGISLATURE = "legislature", _("Legislature")
    JUDICIARY = "judiciary", _("Judiciary")
    PROSECUTION = "prosecution", _("Public prosecution")
    OMBUDSMAN = "ombudsman", _("Ombudsman")
    SECURITY = "security", _("Security and defence")
    SOCIETY = "society", _("Civil society and academia")


class EventKind(TextChoices):
    """What a dated event of the network's past was."""

    LAUNCH = "launch", _("Launch")
    MEETING = "meeting", _("Meeting of focal points")
    SEMINAR = "seminar", _("Seminar")
    CURRICULUM = "curriculum", _("Curriculum")
    MECHANISM = "mechanism", _("National Mechanism")
    COOPERATION = "cooperation", _("Cooperation with others")


class Grade(TextChoices):
    """How well a fact of the past is attested."""

    SAFE = "A", _("Primary source, or two sources")
    SINGLE = "B", _("One source")


class Inferred(TextChoices):
    """What of an event no source says, and somebody concluded."""

    YEAR = "year", _("the year")
    NUMBER = "number", _("the number")
    HOLDING = "holding", _("that it took place: it is only known as planned")


class Task(TextChoices):
    """What a seat may do in a body."""

    READ = "read", _("read")
    REMARK = "remark", _("remark privately")
    CONSOLIDATE = "consolidate", _("consolidate the position")
    CLEAR = "clear", _("clear the position")
    RELEASE = "release", _("release the position")
    FACILITATE = "facilitate", _("draft, open rounds, answer comments and propose texts")
    TRANSLATE = "translate", _("translate")
    CHAIR = "chair", _("declare the outcome of a meeting")
    ENTER = "enter", _("enter who was trained")


class Act(TextChoices):
    NETWORK_FOUNDED = "network-founded", _("Network founded")
    NETWORK_NAMED = "network-named", _("Network named, with its languages and zone")
    MEMBER_ENTERED = "member-entered", _("Member entered in the register")
    STATUS_ENTERED = "status-entered", _("Dated status of a member entered")
    INSTITUTION_ENTERED = "institution-entered", _("Institution entered in the register")
    SEAT_CREATED = "seat-created", _("Seat created")
    MANDATE_BEGUN = "mandate-begun", _("Mandate begun")
    MANDATE_ENDED = "mandate-ended", _("Mandate ended")
    MANDATE_SET = "mandate-set", _("Mandate set to begin later")
    END_SET = "end-set", _("End of a mandate set")
    MECHANISM_CONVENED = "mechanism-convened", _("National Mechanism entered in the register")
    PARTY_JOINED = "party-joined", _("Party joined a body")
    PARTY_LEFT = "party-left", _("Party left a body")
    OFFICE_OPENED = "office-opened", _("Own space of a member or of an institution opened")
    COMMITTEE_CREATED = "committee-created", _("Committee created")
    INITIATIVE_CREATED = "initiative-body-created", _("Regional initiative entered as a body")
    COMMUNITY_ENTERED = "community-entered", _("Regional community entered in the register")
    LOCAL_CONVENED = "local-committee-convened", _("Local committee entered in the register")
    NETWORK_RULED = "network-ruled", _("Rules and tiers of the network entered")
    SECTOR_ENTERED = "sector-entered", _("Sector entered in the vocabulary")
    MEMBER_LEFT = "member-left", _("Member left the network")
    INSTITUTION_RENAMED = "institution-renamed", _("Institution renamed")
    INSTITUTION_CLOSED = "institution-closed", _("Institution closed or succeeded by another")
    SEAT_CLOSED = "seat-closed", _("Seat closed")
    FACT_CORRECTED = "fact-corrected", _("Fact of the register corrected")
    REGISTER_APPLIED = "register-applied", _("File of the register applied")
    EVENT_ENTERED = "event-entered", _("Dated event of the network entered")
    EVENT_CORRECTED = "event-corrected", _("Entry of a dated event corrected")
    NODE_BEGUN = "own-node-begun", _("Member prepares its positions on its own node")
    NODE_ENDED = "own-node-ended", _("Member prepares its positions here again")


class No(TextChoices):
    NOT_A_TIER = (
        "not_a_tier",
        _("This network has no such tier. Who runs the node names its tiers with “tejido network rules”."),
    )
    NOT_A_COMMUNITY = "not_a_community", _("This body is no regional community.")
    SILENCE_SPAN = (
        "silence_span",
        _("A silence of %(hours)s hours is too short or too long for a rule. Give %(least)s to %(most)s hours."),
    )
    NOT_DECIDED = "not_decided", _("Say where the network decided this: a meeting, or an adopted text.")
    NOT_A_LANGUAGE = (
        "not_a_language",
        _("“%(tag)s” is no language for a network. Write tags like en or pt-BR, each once, the negotiated one first."),
    )
    NOT_A_ZONE = "not_a_zone", _("“%(zone)s” is no time zone like Africa/Addis_Ababa.")
    NO_SUCH_COMMUNITY = (
        "no_such_community",
        _("The regional community %(code)s is not in the plan. Name it there, or take it out of the row."),
    )
    NO_SOURCE = "no_source", _("Say which source says so. Nobody is a member without one.")
    ROW_REFUSED = "row_refused", _("Row %(row)s of the members: %(why)s Nothing was founded.")
    UNKNOWN_TIER = "unknown_tier", _("“%(tier)s” is no tier. There are: %(tiers)s.")
    ENTRY_CORRECTED = "entry_corrected", _("This entry was corrected already. Correct the one that stands now.")
    NODE_SO = "own_node_so", _("%(party)s acts through this node already.")
    NO_NODE = "own_node_none", _("%(party)s has no node of its own: its seats act here already.")
    WRONG_ROLE = "wrong_role", _("A member has no seat of the network, and the network none of a member.")
    CODE_TAKEN = "code_taken", _("The code %(code)s is already in the register.")
    MECHANISM_EXISTS = "mechanism_exists", _("This member already has a National Mechanism in the register.")
    PARTY_TAKEN = "party_taken", _("%(code)s already takes part in this body.")
    NOT_OF_MEMBER = "not_of_member", _("Only institutions of the same member take part in its National Mechanism.")
    PARTY_GONE = "party_gone", _("This institution has left already.")
    LEAVES_TOO_EARLY = "leaves_too_early", _("It takes part since %(since)s. Give a day after that.")
    COMES_TOO_EARLY = "comes_too_early", _("It took part until %(until)s. Give a day after that.")
    MANDATE_OVER = "mandate_over", _("This mandate has ended by then already. To go on from here, begin a new one.")
    SEAT_TAKEN = "seat_taken", _("This seat already has a holder until %(until)s. End that mandate first.")
    NOT_A_COMMITTEE = "not_a_committee", _("A member joins and leaves committees only, not this body.")
    ALREADY_JOINED = "already_joined", _("%(party)s takes part in this committee already.")
    NOT_AN_INITIATIVE = "not_an_initiative", _("This body is no regional initiative.")
    NOT_IN_NETWORK = "not_in_network", _("%(party)s is no party of the network, so it joins none of its committees.")
    NOT_JOINED = "not_joined", _("%(party)s takes no part in this committee.")
    TWO_PERSONS = (
        "two_persons",
        _(
            "A procedure of adoption is open, and this seat signs in it. Two persons replace or end who holds it: ask "
            "for it on the page of its hand-over, and somebody in another seat agrees."
        ),
    )
    SAME_PERSON = (
        "same_person",
        _("Another person agrees, in another seat, than the one who asked. Nobody does this alone."),
    )
    WRONG_PLACE = (
        "wrong_place",
        _(
            "The place “%(place)s” is none of %(member)s. Give its ISO 3166-2 code: %(member)s, a hyphen, "
            "one to three letters or digits."
        ),
    )
    PLACE_OR_NOT = "place_or_not", _("A subnational institution has a place; a national one has none.")
    ONLY_STATES = "only_states", _("Only a state is a member. An organisation observes or is a partner.")
    ENDS_TOO_EARLY = "ends_too_early", _("It cannot end on or before the day on which it begins, %(since)s.")
    ENDED_ALREADY = "ended_already", _("This has ended already, on %(until)s. Correct that day if it is wrong.")
    NOT_YET = "not_yet", _("A new name is entered once it is valid; this day is still to come.")
    NAMED_THAT_DAY = "named_that_day", _("A name of that day is in the register already. Correct it if it is wrong.")
    NO_SUCCESSOR = "no_successor", _("An institution is succeeded by another institution of the same member.")
    STILL_HELD = "still_held", _("Somebody holds this seat after that day. End the mandate first.")
    NOT_A_CODE = "not_a_code", _("“%(code)s” is no code. Give two to %(most)s capital letters or digits.")
    HAS_PARTS = (
        "has_parts",
        _("A seat of this institution, or its part in a National Mechanism, goes on after that day. End it first."),
    )
    OUTLASTS = (
        "outlasts",
        _(
            "What this belongs to ends on %(until)s, and nothing of it goes on after that. "
            "Correct that day first if it is wrong."
        ),
    )
    NAMELESS = "nameless", _("Give the name in at least one language.")
    NOTHING_CORRECTED = "nothing_corrected", _("Nothing is corrected: this is what stands there already.")
    NOT_CORRECTED_SO = "not_corrected_so", _("This cannot be corrected here. What stands there stays.")
    TWO_HOLDERS = "two_holders", _("Another mandate of this seat is valid at that time. Correct that one first.")
    ACTED_THEN = (
        "acted_then",
        _("Something was done under this mandate on %(day)s, so it has to be valid on that day."),
    )
    TOO_MANY_ROWS = (
        "too_many_rows",
        _("The file has more than %(most)s rows. Divide it, and hand in one part at a time."),
    )
    FILE_APPLIED = "file_applied", _("This file was applied already. Hand it in again to see what it would change now.")
    ROWS_REFUSED = (
        "rows_refused",
        _("%(count)s rows of this file are refused, so none is applied. Mend them and hand the file in again."),
    )
    REGISTER_MOVED = (
        "register_moved",
        _("The register changed since you looked. Nothing was applied: look at what would change now, and apply that."),
    )
    NETWORK_EXISTS = (
        "network_exists",
        _("This data folder already holds the network “%(name)s”. Choose another folder with --data."),
    )


class Fault(TextChoices):
    """Why a row of a file is not taken. Each says the column, what is wrong and what to do."""

    UNKNOWN_WORD = "unknown_word", _("Column %(column)s: “%(value)s” is not in the vocabulary. Allowed: %(allowed)s.")
    NOT_A_DAY = "not_a_day", _("Column %(column)s: “%(value)s” is no day. Write it as 2015-06-01.")
    NOT_AN_INSTANT = (
        "not_an_instant",
        _("Column %(column)s: “%(value)s” is no instant. Write it as 2015-06-01T09:30:00-03:00."),
    )
    TOO_FAR = (
        "too_far",
        _("Column %(column)s: “%(value)s” is before %(first)s or after %(last)s. Check the year."),
    )
    NOT_THERE = (
        "not_there",
        _(
            "Column %(column)s: nothing in the register has “%(value)s”. "
            "Take it from an export, or enter that row first."
        ),
    )
    MISSING = "missing", _("Column %(column)s is empty, and nothing can be entered without it.")
    TOO_LONG = "too_long", _("Column %(column)s: this is longer than %(most)s signs. Shorten it.")
    BY_HAND = "by_hand", _("This is new, and enters by its own page and not by a file.")
    FIXED = "fixed", _("Column %(column)s says what the row is known by, and is not changed by a file.")
    NOT_YOURS = "not_yours", _("Your seat does not keep this row. Take it out of the file.")
    TWICE = "twice", _("The file says this twice, first in row %(row)s. Take one of them out.")
    NO_COLUMN = "no_column", _("Column %(column)s is missing. Begin with an export and keep its first row.")
    MANY_TABLES = (
        "many_tables",
        _("These columns are those of several tables: %(allowed)s. Call the file like its table, or keep all columns."),
    )
    NO_TABLE = (
        "no_table",
        _("No table of the register has these columns. Begin with an export and keep its first row."),
    )
