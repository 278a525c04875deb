"""Which ledgers a seat may know, and the words for what became of them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tejido.engine.proof import Verdict
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK, trees_known_to

OUTCOMES: Mapping[Verdict, str | Promise] = {
    Verdict.SAME: _("Nothing was added and nothing was changed since the receipt."),
    Verdict.EXTENDED: _("Lines were added since the receipt; none of the earlier ones was changed."),
    Verdict.TRUNCATED: _("Lines that the receipt proves are gone: the ledger was cut."),
    Verdict.REWRITTEN: _("The earlier lines are not what they were: the ledger was rewritten."),
    Verdict.SPLIT_VIEW: _("The ledger has the same length and another content: two versions of it were shown."),
    Verdict.BAD_SIGNATURE: _("The receipt was not signed by this network's key, or it was altered."),
    Verdict.OTHER_KEY: _("The receipt names another key than this network's."),
}


def trees_of(actor: Actor) -> list[str]:
    """The network's ledger for every seat; the member's own for the seats of that member; none for the public."""
    return [] if actor.is_public else trees_known_to(actor.member)


def tree_words(tree: str) -> str:
    """Which ledger it is, in words: the one of all, or the seat's own member's with its code."""
    if tree == NETWORK:
        return gettext("The network’s ledger")
    return gettext("Your member’s own ledger (%(code)s)") % {"code": tree.partition(":")[2]}
