"""The words of the exchange between nodes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """Whose node a peer is. The codes of `engine.exchange.SenderKind`."""

    NETWORK = "network", _("Another network")
    MEMBER = "member", _("A member’s own node")


class State(TextChoices):
    """How far a peer has come."""

    INTRODUCED = "introduced", pgettext_lazy("peer", "Introduced")
    VERIFIED = "verified", pgettext_lazy("peer", "Verified")
    ENDED = "ended", pgettext_lazy("peer", "Ended")


class Direction(TextChoices):
    SENT = "sent", pgettext_lazy("bundle", "To them")
    RECEIVED = "received", pgettext_lazy("bundle", "From them")


class Standing(TextChoices):
    """What became of a bundle."""

    MADE = "made", pgettext_lazy("bundle", "Made")
    DELIVERED = "delivered", pgettext_lazy("bundle", "Delivered")
    WAITING = "waiting", pgettext_lazy("bundle", "Waits to be taken in")
    TAKEN = "taken", pgettext_lazy("bundle", "Taken in")
    DECLINED = "declined", pgettext_lazy("bundle", "Not wanted")
    REFUSED = "refused", pgettext_lazy("bundle", "Refused")
    LAPSED = "lapsed", pgettext_lazy("bundle", "Over before it came")


COUNTED = (Standing.TAKEN, Standing.DECLINED, Standing.LAPSED)  # in the sequence of a sender
ARRIVED = (Standing.WAITING, *COUNTED)  # and those that nobody has looked at yet


class ListKind(TextChoices):
    """What is a list and is kept as it came. The codes are those of the kinds of contents."""

    GLOSSARY = "glossary", _("Glossary")
    VOCABULARY = "vocabulary", _("Vocabulary of sectors")
    STEPS = "steps", _("Steps to a working mechanism")
    PRACTICES = "practices", _("Good practices")


class Novelty(TextChoices):
    """What one line of a preview says."""

    NEW = "new", pgettext_lazy("in a bundle", "New")
    CHANGED = "changed", pgettext_lazy("in a bundle", "Changed")
    GONE = "gone", pgettext_lazy("in a bundle", "Gone")
    SAME = "same", pgettext_lazy("in a bundle", "As it is here")
    PROVED = "proved", pgettext_lazy("in a bundle", "Proved")
    WARNING = "warning", pgettext_lazy("in a bundle", "Look at this")


class News(TextChoices):
    """Of what a peer can be told. The codes travel."""

    EDITION = "edition", _("A text of the network was adopted")
    PRACTICE = "practice", _("A good practice was published to everybody")
    LETTER = "letter", _("A letter was sent to it")
    BUNDLE = "bundle", _("A bundle for everybody was made")


class End(TextChoices):
    """Why a peer is told of something no more."""

    TOLD = "told", pgettext_lazy("a peer", "Told")
    GIVEN_UP = "given_up", pgettext_lazy("telling a peer", "Given up after seven days")
    STOPPED = "stopped", pgettext_lazy("telling a peer", "Switched off before it was told")


class Errand(TextChoices):
    """What is done for a peer over the line, each by itself: what is refused to one holds up no other."""

    BUNDLES = "bundles", pgettext_lazy("over the line", "Handing over bundles")
    TELLINGS = "tellings", pgettext_lazy("over the line", "Telling what is new")
    LOOKS = "looks", pgettext_lazy("over the line", "Looking at what is for everybody")


class AlarmCode(TextChoices):
    """What was found when heads were laid side by side. Beside these stand the codes of a bundle that was refused."""

    SPLIT = "split", _("Two readers were shown two histories of this ledger.")
    WENT_BACK = "went_back", _("This ledger is shorter than it was: it was cut, or a backup was brought back.")
    OWN_CUT = "own_cut", _("Another node holds a head of our own ledger that is longer than the ledger is now.")
    OWN_REWRITTEN = "own_rewritten", _("Another node holds a head of our own ledger that our ledger does not contain.")
    HEAD_CUT = "head_cut", _("A bundle told a shorter ledger than before.")
    HEAD_SPLIT = "head_split", _("A bundle told another history of the same length than before.")
    HEAD_INCONSISTENT = "head_inconsistent", _("A bundle told a history that does not contain the one before.")


class Trouble(TextChoices):
    """Why what waits is not there yet. Beside these stand the codes of refusals of the other side."""

    NO_NAME = "no_name", _("The name of the node is not found.")
    NO_ANSWER = "no_answer", _("The node does not answer.")
    NOT_TRUSTED = "not_trusted", _("The certificate of the node is not valid.")
    NOT_ALLOWED = "not_allowed", _("The address of the node is not one that this node may ask.")
    PRIVATE = "private", _("The address lies inside a closed network. Whoever runs this node can allow it.")
    MOVED = "moved", _("The node answers from another address.")
    TOO_LARGE = "too_large", _("The answer was too large.")
    UNKNOWN = "status_404", _("The node does not trust this one yet: a seat of your member verifies it there.")
    BAD_BUNDLE = "bad_bundle", _("What came could not be read.")
    OTHER = "other", _("The node answers and does not take it.")


class Act(TextChoices):
    PEER_INTRODUCED = "peer-introduced", _("Other node introduced")
    PEER_VERIFIED = "peer-verified", _("Other node verified by its fingerprint")
    PEER_DESCRIBED = "peer-described", _("Address of another node set")
    PEER_ENDED = "peer-ended", _("Exchange with another node ended")
    PEER_KEY_REVOKED = "peer-key-revoked", _("Key of another node revoked")
    PEER_KEY_REPLACED = "peer-key-replaced", _("Key of another node replaced by a new one")
    BUNDLE_MADE = "bundle-made", _("Bundle made for other nodes")
    BUNDLE_SENT = "bundle-sent", _("Bundle handed to another node by HTTPS")
    BUNDLE_TAKEN = "bundle-taken", _("Bundle of another node taken in")
    BUNDLE_DECLINED = "bundle-declined", _("Bundle of another node not wanted")
    EXCHANGE_ALARM = "exchange-alarm", _("Ledger of a node found cut, rewritten or told in two versions")
    BUNDLE_REFUSED = "bundle-refused", _("Bundle of another node refused")
    ALARM_LOOKED_AT = "alarm-looked-at", _("Alarm about a ledger looked at")
    TOPICS_SET = "peer-topics-set", _("Set of what another node is told by itself")
    NODE_INVITED = "node-invited", _("Member invited to found its own node")
    NODE_ANSWERED = "node-answered", _("Own node of a member answered its invitation")
    NODE_FOUNDED = "node-founded", _("Own node of a member founded")


class No(TextChoices):
    NOT_AN_INTRODUCTION = (
        "not_an_introduction",
        _("This is no introduction of a node. Ask the other side for the file that its page “Exchange” offers."),
    )
    INTRODUCTION_FORGED = (
        "introduction_forged",
        _("The signature of this introduction does not hold: it was changed on the way. Ask for the file again."),
    )
    OWN_NODE = "own_node", _("This is the introduction of this very node. Give it to the other side.")
    KNOWN_ALREADY = "peer_known_already", _("This node is known already as “%(name)s”.")
    NOT_A_SUCCESSION = (
        "not_a_succession",
        _("This introduction replaces a key that no verified node here has. Ask the other side who signed it."),
    )
    OTHER_NODE = (
        "other_peer",
        _("The new key names another node: “%(said)s” instead of “%(known)s”. It is not taken for a successor."),
    )
    KEY_IS_REVOKED = (
        "peer_key_is_revoked",
        _("This key was revoked: what it signs replaces nothing. Let the other side introduce itself anew."),
    )
    NOT_INTRODUCED = "peer_not_introduced", _("Only a node that was just introduced is verified.")
    OTHER_FINGERPRINT = (
        "other_fingerprint",
        _(
            "These are not the last groups of the fingerprint. Ask the other side again, by telephone or face to face. "
            "If they differ once more, somebody else made this file: end the introduction."
        ),
    )
    ENDED_ALREADY = "peer_ended_already", _("The exchange with this node has ended already.")
    NO_REASON = "no_reason_for_peer", _("Give the reason. Every seat of the network can read it.")
    NO_KEY_IN_USE = "no_peer_key_in_use", _("No key of this node is in use any more.")
    NOT_A_BUNDLE = "not_a_bundle", _("This is no bundle of a node (%(code)s). Nothing was taken in.")
    OTHER_SENDER = "bundle_of_other", _("“%(name)s” has not signed this bundle. Nothing was taken in.")
    BUNDLE_REFUSED = "bundle_not_taken", _("This bundle is not taken in (%(code)s). Nothing was changed.")
    NOTHING_SAID = "alarm_nothing_said", _("Say what you found and what was done.")
    LOOKED_ALREADY = "alarm_looked_already", _("You have looked already. Another person looks as well.")
    ALARM_CLOSED = "alarm_closed", _("Two persons have looked at this already.")
    NOT_AN_INVITATION = (
        "not_an_invitation",
        _("This is no invitation to found a node. The page “Exchange” of the network offers it to its member’s seats."),
    )
    NOT_AN_ACCEPTANCE = (
        "not_an_acceptance",
        _("This is no answer of a new node. “tejido init --member” writes it where the node is founded."),
    )
    INVITATION_UNKNOWN = "invitation_unknown", _("This node has made no such invitation. Ask who gave you the file.")
    INVITATION_USED = (
        "invitation_used",
        _("This invitation was used already, and is good once. Make a new one; if you did not use it, ask who did."),
    )
    INVITATION_OVER = "invitation_over", _("This invitation ended on %(until)s. Make a new one.")
    INVITATION_FOR_OTHER = (
        "invitation_for_other",
        _("This invitation is for %(invited)s, and not for %(said)s. Nothing was done."),
    )
    NO_FOCAL_POINT = (
        "invitation_no_focal_point",
        _("The register has no focal point of %(member)s, so nobody could come in. Enter that seat first."),
    )
    NOT_ITS_OFFICE = (
        "not_its_office",
        _("The office %(office)s is no seat of “%(name)s” in the register here. Enter it, and send it again."),
    )
    UNKNOWN_ROUND = "unknown_round", _("The round that this is about is not known here. Nothing was taken in.")
    NOT_AN_ADDRESS = (
        "not_a_peer_address",
        _("“%(address)s” is no address of a node. Write where it begins, as in https://red.example."),
    )
    NOTHING_CHOSEN = "nothing_for_bundle", _("Choose at least one thing that the bundle holds.")
    NOT_OFFERED = "not_offered_for_bundle", _("“%(name)s” is nothing that this node can hand over.")
    NOT_VERIFIED = "peer_not_verified", _("Compare the fingerprint of “%(name)s” first. Nothing is made for it before.")
    TOO_LARGE = "bundle_too_large", _("The bundle would have more than %(limit)s MB. Choose less and make two of them.")
    NOT_WAITING = "bundle_not_waiting", _("This bundle does not wait any more: it was taken in, refused or not wanted.")
    UNFIT = "bundle_unfit", _("The bundle cannot be taken in now. %(why)s")
    BAD_CONTENT = (
        "bundle_bad_content",
        _(
            "A content of the bundle is not what it says, at %(where)s. Nothing was taken in. Ask the other side to "
            "make the bundle again, and tell them the place."
        ),
    )
    NO_FOUNDING_TEXT = (
        "no_founding_text",
        _("Name the text with which the network begins, with --thing. In the bundle there are: %(things)s."),
    )
    NOT_SENT = "bundle_not_sent", _("The bundle did not arrive. %(why)s")
    NOT_ON_ITS_WAY = "bundle_not_on_its_way", _("Only a bundle for a verified node with an address is sent by HTTPS.")
    NO_REASON_TO_DECLINE = "no_reason_to_decline", _("Say why the bundle is not wanted.")
