"""The words of promotion: what the network said in forums of the world, and where it was named."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What happened in a forum."""

    STATEMENT = "statement", _("Statement delivered")
    POSITION = "position", _("Joint position")
    SIDE_EVENT = "side_event", _("Side event")
    MENTION = "mention", _("Mention by others")
    PUBLICATION = "publication", _("Publication")


class Voice(TextChoices):
    """In whose name something was said."""

    NETWORK = "network", _("In the name of the network")
    MEMBER = "member", _("In a member’s own name")
    OTHERS = "others", _("By others")


class Basis(TextChoices):
    """What lets somebody speak in the network's name."""

    EDITION = "edition", _("Adopted edition")
    DECISION = "decision", _("Decision of a meeting")
    SILENCE = "silence", _("Silence procedure")


class Act(TextChoices):
    FORUM_ENTERED = "forum-entered", _("Forum entered in the vocabulary")
    FORUM_RENAMED = "forum-renamed", _("Forum renamed")
    ENTRY_MADE = "promotion-entry-made", _("Entry of the promotion register made")
    ENTRY_CORRECTED = "promotion-entry-corrected", _("Entry of the promotion register corrected")
    ENTRY_STRUCK = "promotion-entry-struck", _("Entry of the promotion register struck out")
    ENTRY_SHOWN = "promotion-entry-shown", _("Entry of the promotion register shown to others")
    ENTRY_HIDDEN = "promotion-entry-hidden", _("Entry of the promotion register no longer shown to others")
    DOCUMENT_ADDED = "promotion-document-added", _("Document added to an entry of the promotion register")
    DOCUMENT_REMOVED = "promotion-document-removed", _("Document of the promotion register removed")
    QUOTE_ADDED = "promotion-quote-added", _("Quotation added to an entry of the promotion register")
    QUOTE_REMOVED = "promotion-quote-removed", _("Quotation of the promotion register removed")


class No(TextChoices):
    FORUM_TAKEN = "forum_taken", _("A forum with the code %(code)s is in the vocabulary already.")
    FORUM_NAMELESS = "forum_nameless", _("Give the forum a name in at least one language.")
    NO_BASIS = (
        "no_basis",
        _(
            "What is said in the network’s name needs its basis: an adopted edition, a decision of a meeting or a "
            "silence procedure. Without one, mark it as said in a member’s own name."
        ),
    )
    NO_SPEAKER = "no_speaker", _("Say which member spoke in its own name.")
    WRONG_VOICE = "wrong_voice", _("A mention is made by others, and only a mention is.")
    OWN_NAME_ONLY = "own_name_only", _("A member enters only what it said in its own name.")
    ENTRY_STRUCK = "entry_struck", _("This entry was struck out.")
    SHOWN_SO = "shown_so", _("These readers see it already.")
    NOT_SHOWN = "not_shown", _("This entry is not shown to anybody else.")
    REMOVED = "removed", _("This was removed already.")
    NOTHING_ADDED = "nothing_added", _("Give a file or an address.")


QUIET = frozenset({Act.QUOTE_REMOVED, Act.DOCUMENT_REMOVED})  # in the ledger, and no news to others
