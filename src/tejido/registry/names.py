"""The words of the registry."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a seat is for. What it may do in a body is said by `rules.tasks`."""

    FOCAL_POINT = "focal_point", _("Focal point")
    ALTERNATE = "alternate", _("Alternate focal point")
    VALIDATING_AUTHORITY = "validating_authority", _("Validating authority")
    REPRESENTATIVE = "representative", _("Institution's representative")
    SECRETARIAT = "secretariat", _("Technical Secretariat")
    CHAIR = "chair", _("Chair")
    TRANSLATOR = "translator", _("Translator")
    OBSERVER = "observer", _("Observer")


class BodyKind(TextChoices):
    NETWORK = "network", _("Network")
    MECHANISM = "mechanism", _("National Mechanism")
    COMMITTEE = "committee", _("Committee")


class Status(TextChoices):
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")
    PARTNER = "partner", _("Partner")
    FORMER = "former", _("Former member")
    UNLISTED = "unlisted", _("Not in this source's list of members")


class MemberKind(TextChoices):
    """Only states are members; organisations observe or are partners."""

    STATE = "state", _("State")
    ORGANISATION = "organisation", _("Organisation")


class Level(TextChoices):
    NATIONAL = "national", _("National")
    SUBNATIONAL = "subnational", _("Subnational")


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

    SAFE = "A", _("Safe: whoever held it says so, or two sources do")
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
    COMMITTEE_CREATED = "committee-created", _("Committee created")
    EVENT_ENTERED = "event-entered", _("Dated event of the network entered")
    EVENT_CORRECTED = "event-corrected", _("Entry of a dated event corrected")


class No(TextChoices):
    ENTRY_CORRECTED = "entry_corrected", _("This entry was corrected already. Correct the one that stands now.")
    WRONG_ROLE = "wrong_role", _("A member has no seat of the network, and the network none of a member.")
    CODE_TAKEN = "code_taken", _("The code %(code)s is already in the register.")
    MECHANISM_EXISTS = "mechanism_exists", _("This member already has a National Mechanism in the register.")
    PARTY_TAKEN = "party_taken", _("%(code)s already takes part, or took part, in this body.")
    NOT_OF_MEMBER = "not_of_member", _("Only institutions of the same member take part in its National Mechanism.")
    PARTY_GONE = "party_gone", _("This institution has left already.")
    LEAVES_TOO_EARLY = "leaves_too_early", _("It takes part since %(since)s. Give a day after that.")
    MANDATE_OVER = "mandate_over", _("This mandate has ended by then already. To go on from here, begin a new one.")
    SEAT_TAKEN = "seat_taken", _("This seat already has a holder until %(until)s. End that mandate first.")
    NOT_A_COMMITTEE = "not_a_committee", _("A member joins and leaves committees only, not this body.")
    ALREADY_JOINED = "already_joined", _("%(party)s takes part in this committee already.")
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
    NETWORK_EXISTS = (
        "network_exists",
        _("This data folder already holds the network “%(name)s”. Choose another folder with --data."),
    )
