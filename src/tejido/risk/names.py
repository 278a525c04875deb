"""The words of private risk analysis; and the risk factors, of which the whole house speaks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Factor(TextChoices):
    """The 14 risk factors of the United Nations' Framework of Analysis for Atrocity Crimes, by their titles. The first
    eight are common to all crimes; then two of genocide, two of crimes against humanity, two of war crimes."""

    F1 = "1", _("Situations of armed conflict or other forms of instability")
    F2 = "2", _("Record of serious violations of international human rights and humanitarian law")
    F3 = "3", _("Weakness of State structures")
    F4 = "4", _("Motives or incentives")
    F5 = "5", _("Capacity to commit atrocity crimes")
    F6 = "6", _("Absence of mitigating factors")
    F7 = "7", _("Enabling circumstances or preparatory action")
    F8 = "8", _("Triggering factors")
    F9 = "9", _("Intergroup tensions or patterns of discrimination against protected groups")
    F10 = "10", _("Signs of an intent to destroy in whole or in part a protected group")
    F11 = "11", _("Signs of a widespread or systematic attack against any civilian population")
    F12 = "12", _("Signs of a plan or policy to attack any civilian population")
    F13 = "13", _("Serious threats to those protected under international humanitarian law")
    F14 = "14", _("Serious threats to humanitarian or peacekeeping operations")


class Found(TextChoices):
    """What was found of a factor. The order is one of words: nothing is added up, and nothing is put in an order."""

    ABSENT = "absent", _("No sign of it found")
    PRESENT = "present", _("There, and steady")
    WORSENING = "worsening", _("There, and getting worse")
    EASING = "easing", _("There, and easing")
    UNKNOWN = "unknown", _("Not known: too little information")


class Confidence(TextChoices):
    """How sure those are who wrote it."""

    LOW = "low", _("Low: few sources, or sources that contradict each other")
    MODERATE = "moderate", _("Moderate: plausible, and another reading is possible")
    HIGH = "high", _("High: several independent sources, and no serious doubt")


class Nature(TextChoices):
    STRUCTURAL = "structural", _("Structural: there for a long time, changes slowly")
    DYNAMIC = "dynamic", _("Dynamic: changes within days or months")
    BOTH = "both", _("Both")


class Reliability(TextChoices):
    """Of a source, whatever it says this time."""

    A = "A", _("A: has always been right")
    B = "B", _("B: has mostly been right")
    C = "C", _("C: has often been right")
    D = "D", _("D: has often been wrong")
    E = "E", _("E: has mostly been wrong")
    F = "F", _("F: cannot be judged, for example because it is new")


class Credibility(TextChoices):
    """Of a piece of information, whoever gives it."""

    ONE = "1", _("1: confirmed by others, independently")
    TWO = "2", _("2: probably true: fits with what is known")
    THREE = "3", _("3: possibly true: not confirmed")
    FOUR = "4", _("4: doubtful: does not quite fit")
    FIVE = "5", _("5: improbable: contradicts what is known")
    SIX = "6", _("6: cannot be judged")


class Years(TextChoices):
    """How long an analysis is kept before it is destroyed."""

    ONE = "1", _("one year")
    TWO = "2", _("two years")
    THREE = "3", _("three years")
    FIVE = "5", _("five years")
    TEN = "10", _("ten years")


class Readers(TextChoices):
    """Who gets a summary."""

    NETWORK = "network", _("All seats of the network")
    MEMBERS = "members", _("The seats of the members chosen below")
    FILE = "file", _("Nobody here: only a file for us to hand on")


class Outcome(TextChoices):
    """What became of a summary that somebody asked to release."""

    AGREED = "agreed", _("agreed by a second person")
    REFUSED = "refused", _("refused by a second person")
    WITHDRAWN = "withdrawn", _("taken back by who asked")


class Act(TextChoices):
    """What can be done here. All but the last two stand in a closed ledger of the analysis."""

    BEGUN = "risk-begun", _("Risk analysis begun")
    OPENED = "risk-opened", _("Risk analysis opened")
    KEPT = "risk-kept", _("Risk analysis saved")
    ADMITTED = "risk-admitted", _("Seat admitted to a risk analysis")
    REMOVED = "risk-removed", _("Seat removed from a risk analysis")
    LEAD_GIVEN = "risk-lead-given", _("Lead of a risk analysis handed over")
    TAKEN_OVER = "risk-taken-over", _("Risk analysis taken over by the new holder of its seat")
    KEYS_RENEWED = "risk-keys-renewed", _("Keys of a risk analysis renewed")
    FORGOTTEN = "risk-forgotten", _("Earlier versions of a risk analysis deleted")
    RETENTION_SET = "risk-retention-set", _("Last day of a risk analysis set")
    EXPORTED = "risk-exported", _("Risk analysis taken as a file")
    RELEASE_ASKED = "risk-release-asked", _("Release of a summary asked for; a second person is needed")
    RELEASE_SETTLED = "risk-release-settled", _("Request to release a summary settled")
    DESTROYED = "risk-destroyed", _("Risk analysis destroyed with its key")
    SUMMARY_RELEASED = "risk-summary-released", _("Summary of a risk analysis released")
    SUMMARY_WITHDRAWN = "risk-summary-withdrawn", _("Summary of a risk analysis withdrawn")


class No(TextChoices):
    """Why something is not done."""

    WRONG_PASSPHRASE = "wrong_passphrase", _("This passphrase does not open the analysis.")
    TRY_LATER = "try_later", _("Five wrong passphrases. Try again in a quarter of an hour.")
    SHORT_PASSPHRASE = "short_passphrase", _("The passphrase needs at least %(least)s characters.")
    ONLY_LEAD = "only_lead", _("Only the seat that leads the analysis does this.")
    NOT_OF_MEMBER = "not_of_member", _("Only seats of the same member that somebody holds now can be admitted.")
    ALREADY_ADMITTED = "already_admitted", _("This seat is admitted already.")
    NOT_ADMITTED = "not_admitted", _("This seat is not admitted.")
    HAND_OVER_FIRST = "hand_over_first", _("Hand the lead over first, or destroy the analysis.")
    SOMEBODY_THERE = "somebody_there", _("Somebody else is still admitted, and admits you.")
    TOO_SOON = "too_soon", _("The last day has to lie between tomorrow and ten years from now.")
    TOO_LARGE = "too_large", _("This would be more than an analysis can hold. Shorten it, or begin another one.")
    NO_SUCH_EVIDENCE = "no_such_evidence", _("This evidence was removed.")
    NOTHING_CHOSEN = "nothing_chosen", _("Give the summary a title, and choose at least one factor with a sentence.")
    NO_READERS = "no_readers", _("Choose at least one member.")
    MOVED = "moved", _("The summary was changed since you looked at it. Look again.")
    IS_ASKED = "is_asked", _("A summary waits for a second person already.")
    SETTLED = "risk_settled", _("This request was settled already, or its week is over.")
    ANOTHER_PERSON = "another_person", _("Another person has to agree, from another admitted seat.")
    NOT_THE_ASKER = "not_who_asked", _("Only the seat that asked takes it back.")
    WITHDRAWN = "risk_withdrawn", _("This summary was withdrawn already.")


# Nothing of this is news: what is closed is told to nobody, and a summary is read on its page.
QUIET: frozenset[Act] = frozenset(Act) - {Act.SUMMARY_RELEASED, Act.SUMMARY_WITHDRAWN}
