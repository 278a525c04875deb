"""The words of the tool inside a school's own system."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody from a platform came for."""

    READING = "reading", _("To read an activity")
    CHOOSING = "choosing", _("To choose what a course shows")


class Sending(TextChoices):
    """How a result stands on its way to the platform."""

    WAITING = "waiting", _("Waits to be sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not sent")


class Act(TextChoices):
    PLATFORM_BEGUN = "lti-platform-begun", _("System of a school entered")
    PLATFORM_DESCRIBED = "lti-platform-described", _("Addresses and keys of a school’s system set")
    PLATFORM_OPENED = "lti-platform-opened", _("System of a school switched on")
    PLATFORM_CLOSED = "lti-platform-closed", _("System of a school switched off")
    REGISTRATION_OFFERED = "lti-registration-offered", _("Address for registering a school’s system made")
    SCORES_RETRIED = "lti-scores-retried", _("Results that were not sent put on their way again")
    COURSE_LINKED = "lti-course-linked", _("Course of a school’s system linked with a cohort")
    COURSE_UNLINKED = "lti-course-unlinked", _("Course of a school’s system no longer linked with a cohort")
    TOOL_KEY_BEGUN = "lti-key-begun", _("Key that signs for the systems of schools begun")


# How a school sets up its own system is no news to others.
QUIET = frozenset(Act)


class No(TextChoices):
    NO_NAME = "no_system_name", _("Give the system a name by which your school knows it.")
    NOT_A_SCHOOL = (
        "not_a_school",
        _("A system is entered in the own space of an institution. Open that space first, on the page of your school."),
    )
    NOT_WHOLE = (
        "system_not_whole",
        _("Something is missing: %(what)s. Copy it from the page of the tool in your system, and save again."),
    )
    NOT_AN_ADDRESS = (
        "not_a_system_address",
        _("“%(address)s” is no address that can be used here. Write it whole, beginning with https://."),
    )
    PRIVATE_ADDRESS = (
        "private_system_address",
        _(
            "“%(address)s” begins with http://. Only a system that whoever runs this node has named in its settings "
            "is used without encryption."
        ),
    )
    NOT_KEYS = (
        "not_system_keys",
        _("This is no public key. Paste the key set of your system, or one public key that begins with BEGIN PUBLIC."),
    )
    PRIVATE_KEY = (
        "private_system_key",
        _(
            "This is a private key. It must never leave your system: make a new pair there, and paste the public "
            "half here."
        ),
    )
    WEAK_KEY = "weak_system_key", _("This key is too short or too long. RSA keys have from 2048 to 8192 bits.")
    OPEN_SO = "system_is_open", _("This system is switched on already.")
    CLOSED_SO = "system_is_closed", _("This system is switched off already.")
    REGISTERED_SO = (
        "system_is_registered",
        _("This system has its addresses already. Enter another one to register it anew."),
    )
    NOTHING_FAILED = "nothing_failed", _("No result waits to be sent again.")
    OTHER_SCHOOL = "cohort_of_another_school", _("This cohort belongs to another school than the system.")
    LINKED_SO = "course_linked_so", _("This course is linked with a cohort already. End that link first.")
    UNLINKED_SO = "course_unlinked_so", _("This link has ended already.")
    DESCRIBED_SO = "system_described_so", _("This is what stands there already.")


class Fault(TextChoices):
    """Why somebody who comes from a platform is not let in. Each says what is wrong and who can mend it. The codes of
    `formats.lti.Fault` and some of our own."""

    # What the platform said.
    TOO_LARGE = "too_large", _("The message of your school’s system is too long.")
    NOT_A_TOKEN = "not_a_token", _("What your school’s system sent is no signed message.")
    TWICE = "twice", _("The message of your school’s system says something twice, and is not believed.")
    OTHER_ALGORITHM = (
        "other_algorithm",
        _("The message is signed in a way that is not taken. The system has to sign with RS256 or ES256."),
    )
    CRITICAL = "critical", _("The message asks for a way of reading that is not known here.")
    NO_KEY_ID = "no_key_id", _("The message does not say with which key it is signed.")
    UNKNOWN_KEY = (
        "unknown_key",
        _("The message is signed with a key that your school’s system does not publish. Try again in a minute."),
    )
    OTHER_KIND_OF_KEY = "other_kind_of_key", _("The key that the message names is of another kind than its signature.")
    WEAK_KEY = "weak_key", _("The key of your school’s system is too weak to be believed.")
    NOT_SIGNED = "not_signed", _("The signature does not hold: the message was changed, or another system made it.")
    OTHER_ISSUER = "other_issuer", _("The message comes from another system than the one that is registered here.")
    NOT_FOR_US = "not_for_us", _("The message is meant for another tool. The client ID that is registered differs.")
    NO_PARTY = "no_party", _("The message is meant for several tools and does not say for which.")
    OTHER_PARTY = "other_party", _("The message was made for another tool.")
    NO_TIMES = "no_times", _("The message does not say when it was made or until when it is good.")
    EXPIRED = "expired", _("The message is too old. Open the activity again from your course.")
    NOT_YET = (
        "not_yet",
        _("The message comes from the future: the clock of your school’s system, or of this node, is wrong."),
    )
    TOO_OLD = "too_old", _("The message was made too long ago. Open the activity again from your course.")
    TOO_LONG_LIVED = "too_long_lived", _("The message is said to be good for more than a day, and is not believed.")
    OTHER_NONCE = "other_nonce", _("The message answers another visit than yours.")
    OTHER_VERSION = "other_version", _("Your school’s system speaks another version than LTI 1.3.")
    OTHER_MESSAGE = "other_message", _("Your school’s system asks for something that is not offered here.")
    NO_DEPLOYMENT = "no_deployment", _("The message does not say which deployment it comes from.")
    OTHER_DEPLOYMENT = (
        "other_deployment",
        _("The deployment that the message names is not registered here. Your school can add it."),
    )
    OTHER_TARGET = "other_target", _("The activity points at an address that is not one of this tool.")
    NO_LINK = "no_link", _("The message does not say which activity was opened.")
    NO_SETTINGS = "no_settings", _("The message does not say where to send what is chosen.")
    NOT_WANTED = "not_wanted", _("Your course takes no activities here, only other things. Choose another place.")
    RETURNS_ELSEWHERE = (
        "returns_elsewhere",
        _("What is chosen would go to an address that is not one of your school’s system."),
    )
    SERVES_ELSEWHERE = (
        "serves_elsewhere",
        _("Results would go to an address that is not one of your school’s system."),
    )
    BAD_CLAIM = "bad_claim", _("Something in the message is of the wrong kind.")
    NOT_KEYS = "not_keys", _("What your school’s system publishes as its keys cannot be read.")
    PRIVATE_KEY = "private_key", _("Your school’s system publishes a private key. It has to make new keys at once.")
    # What this visit was.
    NO_SYSTEM = "no_system", _("This address belongs to no system that is registered here.")
    SWITCHED_OFF = "switched_off", _("Your school has switched this off. Ask whoever looks after its courses.")
    NOT_BEGUN = "not_begun", _("This is opened from an activity of your course, and not by its address.")
    NO_HINT = "no_hint", _("Your school’s system did not say who is coming.")
    NO_STATE = "no_state", _("The message does not say which visit it answers.")
    STATE_FORGED = "state_forged", _("The visit that the message answers was not begun here.")
    STATE_OF_ANOTHER = "state_of_another", _("The visit that the message answers was begun from another system.")
    STATE_OVER = "state_over", _("It took more than ten minutes. Open the activity again from your course.")
    NO_COOKIE = "no_cookie", _("Your browser did not keep the visit. Open the activity in a new window.")
    OTHER_BROWSER = "other_browser", _("This visit was begun in another browser. Open the activity again.")
    NONCE_USED = "nonce_used", _("This message was used already. Open the activity again from your course.")
    REFUSED_THERE = "refused_there", _("Your school’s system did not let you through. Sign in there again.")
    NO_KEYS = "no_keys", _("The keys of your school’s system cannot be fetched now. Try again in a minute.")
    NOTHING_CHOSEN = (
        "nothing_chosen",
        _("This activity does not say yet what it shows. Your teacher chooses it in the settings of the activity."),
    )
    NOT_SHOWN = (
        "not_shown",
        _("What the activity shows is not offered to your school any more. Your teacher can choose something else."),
    )
    VISIT_OVER = "visit_over", _("This visit is over. Open the activity again from your course.")
    NOT_FROM_HERE = "not_from_here", _("The form was not sent from a page of this visit. Open the activity again.")
    NO_TOOL_KEY = "no_tool_key", _("This node has no key to sign with yet. Try again in a minute.")
    TOO_OFTEN = "too_often", _("Too many visits failed from where you are. Wait a minute and try again.")
    NOT_REGISTERED = (
        "not_registered",
        _("This address for registering is used up or over. Your school can make another one."),
    )


class Problem(TextChoices):
    """Why a result was not taken."""

    NO_KEY = "no_key", _("This node has no key that signs. Whoever runs it looks into the folder of keys.")
    NO_TOKEN_ADDRESS = (
        "no_token_address",
        _("The system has no access token URL here. Add it and try again."),
    )
    ELSEWHERE = "elsewhere", _("The results would have gone to an address that is not one of this system any more.")
    NO_TOKEN = (
        "no_token",
        _("The system gave no permission to send results. Check the client ID, and the public keyset URL of the tool."),
    )
    NOT_TAKEN = "not_taken", _("The system did not take the result: the activity or the learner is not there any more.")
    BUSY = "busy", _("The system could not take the result just then.")
    LOST = "lost", _("For whom the result is cannot be read any more: the key of this node was changed.")
    NOT_ALLOWED = "not_allowed", _("The address of the system cannot be used from here.")
    PRIVATE = (
        "private",
        _("The system is in a private network. Whoever runs this node can allow it in the settings."),
    )
    NO_NAME = "no_name", _("The name of the system’s host is not known to the internet.")
    NO_ANSWER = "no_answer", _("The system did not answer.")
    NOT_TRUSTED = "not_trusted", _("The certificate of the system does not fit its name, or nobody vouches for it.")
    MOVED = "moved", _("The system sends on to another address. Enter that one.")
    TOO_LARGE = "too_large", _("The answer of the system is too long.")


# What another try does not mend.
FINAL = frozenset({Problem.NOT_TAKEN, Problem.LOST, Problem.ELSEWHERE, Problem.NO_TOKEN_ADDRESS})
# What another result for the same system would meet as well.
OF_SYSTEM = frozenset(Problem) - {Problem.NOT_TAKEN, Problem.LOST, Problem.ELSEWHERE}
