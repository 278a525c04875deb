"""Why a file was not taken in and why nothing arrived: the codes, and what is said of them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tejido.engine.exchange import BadBundle, Unfit


class Why(TextChoices):
    """Why a file is not taken in: what is wrong, where, and what to do. The codes of `engine.exchange`. `where` is a
    place in the file, `said` what stands there, `known` what is known here."""

    # The file alone.
    TOO_LARGE = "too_large", _("The file is larger than a bundle may be. Ask for two smaller ones.")
    TOO_DEEP = "too_deep", _("The file is nested deeper than any bundle. It was not made by Tejido; do not take it.")
    NOT_JSON = "not_json", _("The file is cut off or damaged: it cannot be read to its end. Copy it again.")
    DUPLICATE_KEY = "duplicate_key", _("The file says one thing twice under one name. It was tampered with.")
    NOT_AN_INTEGER = "not_an_integer", _("The file holds a number that readers may read differently. Do not take it.")
    TRAILING_BYTES = "trailing_bytes", _("Something stands after the end of the bundle. Copy the file again, as it is.")
    NOT_CANONICAL = (
        "not_canonical",
        _("The file was laid out anew, perhaps by an editor. Ask for it again and do not open it on the way."),
    )
    UNICODE_TWIN = (
        "unicode_twin",
        _("A name at %(where)s is spelled with signs that only look like the usual ones. Ask the other side."),
    )
    SHAPE = "shape", _("A part of the bundle is missing, too many or of the wrong kind, at %(where)s.")
    OTHER_FORMAT = "other_format", _("This is another kind of file. Bundles end in .tejido.json.")
    OLDER_FORMAT = "older_format", _("The bundle claims a format that is not taken any more. Ask for a new one.")
    NEWER_FORMAT = "newer_format", _("The bundle has a newer format than this node reads. Update this node first.")
    BAD_KEY = "bad_key", _("The key at %(where)s is none that only one holder can sign with. Do not take the file.")
    BAD_AUDIENCE = "bad_audience", _("The bundle does not say properly for whom it is. Ask for it again.")
    BROKEN_CHAIN = "broken_chain", _("The bundle hides what came before it. Ask for it again.")
    BAD_DATES = "bad_dates", _("The bundle ends before it begins. The clock of the other node may be wrong.")
    TOO_LONG_LIVED = "too_long_lived", _("The bundle is good for longer than 400 days. Ask for one that ends earlier.")
    NO_CONTENT = "no_content", _("The bundle holds nothing. Ask for it again.")
    CONTENT_TWICE = "content_twice", _("The bundle holds the same thing twice. Ask for it again.")
    CONTENT_DIGEST = "content_digest", _("The content at %(where)s was changed: its digest is another one.")
    HEAD_TWICE = "head_twice", _("The bundle tells one ledger of its sender twice. Ask the other side why.")
    BAD_HEAD = "bad_head", _("What the bundle says of its sender’s ledger at %(where)s is not signed by the sender.")
    OTHER_PURPOSE = "other_purpose", _("The signature was made for another kind of document. Do not take the file.")
    FORGED = "forged", _("The signature does not hold: the file was changed, or somebody else made it.")
    # For this node, now.
    OWN_BUNDLE = "own_bundle", _("This node made the bundle itself.")
    NOT_FOR_US = "not_for_us", _("The bundle is for another node. Ask the sender for one that names this node.")
    UNKNOWN_KEY = "unknown_key", _("Nobody here knows the sender’s key %(said)s. Take in its introduction first.")
    REVOKED_KEY = "revoked_key", _("The sender’s key %(said)s was revoked. Nothing that it signed is taken in.")
    RETIRED_KEY = (
        "retired_key",
        _("The bundle was signed with the old key after the new one had replaced it, at %(said)s."),
    )
    NOT_VERIFIED = "not_verified", _("Nobody has compared the fingerprint of “%(known)s” yet. Do that first.")
    ENDED = "ended", _("The exchange with “%(known)s” has ended.")
    OTHER_KIND = "other_kind", _("The sender calls itself a node of another kind than the one that was verified.")
    OTHER_CODE = "other_code", _("The sender names itself by the code “%(said)s”; it was verified as “%(known)s”.")
    OTHER_NAME = "other_name", _("The sender calls itself “%(said)s”; it was verified as “%(known)s”. Ask why.")
    EXPIRED = "expired", _("The bundle was good until %(said)s. Ask for a new one.")
    MADE_LATER = (
        "made_later",
        _("The bundle was made at %(said)s, and here it is %(known)s. One of the clocks is wrong."),
    )
    TAKEN = "taken", _("The bundle is here already. Nothing is missing, and nothing was changed.")
    REPLAYED = "replayed", _("Another bundle with this id is here already. One of the two was not made by the sender.")
    NUMBER_USED = (
        "number_used",
        _("Another bundle with the number %(said)s is here already. The sender has two histories."),
    )
    OUT_OF_ORDER = "out_of_order", _("This is number %(said)s, and number %(known)s is here already.")
    GAP = "gap", _("This is number %(said)s, and the last one here is %(known)s. Take in those between them first.")
    OTHER_PREVIOUS = "other_previous", _("The bundle follows another one than the one that is here. Ask the sender.")
    UNKNOWN_KIND = "unknown_kind", _("The bundle holds “%(said)s”, which this node does not know. Update it first.")
    DOWNGRADE = "downgrade", _("The bundle holds version %(said)s of what is here in version %(known)s.")
    CHANGED_UNDER_NUMBER = (
        "changed_under_number",
        _("A content at %(where)s differs from the one that is here under the same number. Ask the sender."),
    )
    HEAD_CUT = "head_cut", _("The sender’s ledger has %(said)s lines, and had %(known)s before: lines are gone.")
    HEAD_SPLIT = "head_split", _("The sender’s ledger is told in two versions: with as many lines, others stand in it.")
    HEAD_UNPROVED = "head_unproved", _("The sender does not prove that its ledger is still the one it was.")
    HEAD_INCONSISTENT = (
        "head_inconsistent",
        _("The sender’s ledger was rewritten: what stood in it stands there no more."),
    )


class Unsent(TextChoices):
    """Why nothing arrived. The codes of `web.outgoing.Reason`."""

    NOT_ALLOWED = "not_allowed", _("The address of the node cannot be used from here.")
    PRIVATE = (
        "private",
        _("The node is in a private network. Whoever runs this node can allow it in the settings."),
    )
    NO_NAME = "no_name", _("The name of the node’s host is not known to the internet.")
    NO_ANSWER = "no_answer", _("The node did not answer. Take the bundle as a file, or try later.")
    NOT_TRUSTED = "not_trusted", _("The certificate of the node does not fit its name, or nobody vouches for it.")
    MOVED = "moved", _("The node sends on to another address. Ask for the right one.")
    TOO_MUCH = "too_large", _("The answer of the node is too long.")
    GAP = "gap", _("The other node misses a bundle before this one. Send or carry that one first.")
    UNREAD = "unread", _("Somebody there has to look at what came before it first. It waits until then.")
    NOT_VERIFIED = "not_verified", _("There nobody has compared the fingerprint of this node yet.")
    UNKNOWN_KEY = "unknown_key", _("There nobody trusts the key of this node. Give them its introduction.")
    REVOKED_KEY = "revoked_key", _("There the key of this node was revoked. Speak with them.")
    ENDED = "ended", _("There the exchange with this node has ended. Speak with them.")
    REFUSED = "other", _("The node answers and does not take it.")
    TOO_OFTEN = "too_often", _("Too many bundles from where you are could not be read. Wait an hour and try again.")


_PLACES = dict.fromkeys(("where", "said", "known"), "–")


def told_of(unfit: Unfit) -> dict[str, str]:
    """The values of the sentence, as a row keeps them."""
    return {"where": unfit.where, "said": unfit.said, "known": unfit.known}


def sentence(code: str, told: Mapping[str, Any]) -> str:
    """What is wrong, where, and what to do."""
    return str(Why(code).label) % {**_PLACES, **{name: value for name, value in told.items() if value}}


def sentence_of(problem: BadBundle) -> str:
    return sentence(problem.code.value, {"where": problem.where})


def reason(code: str) -> str:
    """Why a bundle did not arrive: the other node said why, or nothing came of it."""
    if code in Unsent.values:
        return str(Unsent(code).label)
    if code in Why.values:
        return gettext("The node answers: %(said)s") % {"said": sentence(code, {})}
    return str(Unsent.REFUSED.label)
