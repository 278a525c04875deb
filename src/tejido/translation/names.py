"""The words of translation: how a language version stands, what is done to it, what is agreed to be called how."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Act(TextChoices):
    ASSIGNED = "translation-assigned", _("Translation assigned to a seat")
    UNASSIGNED = "translation-unassigned", _("Assignment of a translation ended")
    SAVED = "translation-saved", _("Translation saved")
    REVIEWED = "translation-reviewed", _("Translation marked as reviewed")
    PROPAGATED = "change-propagated", _("Change of the source said not to alter the meaning")
    SIGNATORIES_NAMED = "signatories-named", _("Seats named that sign the concordance of a language")
    CONCORDANCE_SIGNED = "concordance-signed", _("Concordance of a language version signed")
    DECLARED_AUTHENTIC = "declared-authentic", _("Language version declared authentic")
    CONCEPT_ENTERED = "concept-entered", _("Concept entered in the glossary")
    CONCEPT_CHANGED = "concept-changed", _("Concept of the glossary changed")
    CONCEPT_RETIRED = "concept-retired", _("Concept taken out of the glossary")


class Standing(TextChoices):
    """How the words of a passage in a language stand, as people read it."""

    MISSING = "missing", pgettext_lazy("a translation", "Missing")
    STALE = "stale", _("Source changed since")
    MACHINE = "machine", _("Machine draft")
    HUMAN = "human", _("Human draft")
    REVIEWED = "reviewed", pgettext_lazy("a translation", "Reviewed")
    CONCORDANT = "concordant", _("Concordant")
    AUTHENTIC = "authentic", _("Authentic")


class TermUse(TextChoices):
    PREFERRED = "preferred", _("preferred")
    ALLOWED = "allowed", _("allowed")
    FORBIDDEN = "forbidden", _("not to be used")


class No(TextChoices):
    IS_SOURCE = (
        "is_source",
        _("%(language)s is the negotiated language: the other languages are translated from it. Choose another one."),
    )
    NOT_A_LANGUAGE = (
        "not_a_language",
        _("“%(language)s” is no language of this network or of this text. Write a tag such as pt, en, fr or ar."),
    )
    NO_PASSAGE = (
        "no_passage",
        _("This passage is no longer in the text. Somebody may have removed it: see the history."),
    )
    CANNOT_TRANSLATE = "cannot_translate", _("This seat does not translate here. Choose a seat that does.")
    ASSIGNED_ALREADY = "assigned_already", _("%(seat)s has this part already. End that assignment first.")
    NOT_ASSIGNED = "not_assigned", _("This assignment has ended already.")
    NOTHING_NEW = "nothing_new", _("These words stand there already, made on the same words of the source.")
    FORBIDDEN_WORDS = (
        "forbidden_words",
        _("The glossary says not to use: %(words)s. Change it, or say that it has to stay, and save again."),
    )
    NOT_TO_REVIEW = (
        "not_to_review",
        _("Only a draft that is current can be marked as reviewed. This one is: %(state)s."),
    )
    OWN_WORDS = "own_words", _("Your own seat wrote these words. Another seat reviews them.")
    NOT_STALE = "not_stale", _("No translation of this passage waits for that: the source has not changed since.")
    NO_REASON = "no_reason", _("Say in a few words why the change does not alter the meaning.")
    NOBODY_NAMED = "nobody_named", _("No seat was named to sign the concordance of this language.")
    CANNOT_SIGN = "cannot_sign", _("A seat that has no part in this body cannot sign its texts. Choose another one.")
    NOT_NAMED = "not_named", _("Your seat was not named to sign the concordance of this language.")
    NOT_REVIEWED = (
        "not_reviewed",
        _("Passages of this language that are not reviewed yet: %(count)s. The concordance is signed when all are."),
    )
    SIGNED_ALREADY = "signed_already", _("Your seat has signed these words already.")
    NOT_CONCORDANT = (
        "not_concordant",
        _("Passages of this language that are not concordant yet: %(count)s. Every seat that was named signs first."),
    )
    AUTHENTIC_ALREADY = "authentic_already", _("This language version is authentic already, word for word.")
    NOTHING_NEW_TERM = "nothing_new_term", _("This is what the glossary says already.")
    NO_TERM = "no_term", _("A concept needs a preferred word in at least one language.")
    NOTHING_CHOSEN = "nothing_chosen", _("Nothing of the file was chosen, so nothing was changed.")
    NOT_FROM_PREVIEW = (
        "not_from_preview",
        _("What was sent is not what the preview of a file showed. Hand the file in again."),
    )
    CONCEPT_GONE = "concept_gone", _("Somebody changed this concept or took it out. Look at it again.")
