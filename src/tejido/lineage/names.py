"""The words of the lineage of trainers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

K = 5  # persons in the smallest group that is told of


class Ground(TextChoices):
    """What an authorisation to teach rests on."""

    SEMINAR = "seminar", pgettext_lazy("of an authorisation", "A certificate of a seminar of the network")
    COURSE = "course", pgettext_lazy("of an authorisation", "A course for trainers at this school")
    DOCUMENT = "document", pgettext_lazy("of an authorisation", "A document that the school names")


class Act(TextChoices):
    """What can be done here."""

    TRAINER_ENTERED = "trainer-entered", _("Trainer entered")
    TRAINER_AUTHORISED = "trainer-authorised", _("Trainer authorised to teach an edition")
    AUTHORISATION_WITHDRAWN = "trainer-authorisation-withdrawn", _("Authorisation of a trainer withdrawn")
    TRAINERS_SET = "cohort-trainers-set", _("Trainers of a cohort written down")
    COUNTS_RELEASED = "trainer-counts-released", _("Counts of trainers released")
    COUNTS_WITHDRAWN = "trainer-counts-withdrawn", _("Release of counts of trainers withdrawn")


class No(TextChoices):
    """Why something is not done."""

    NO_TRAINER_NAME = "no_trainer_name", _("Give the name of the trainer.")
    NO_DOCUMENT = "no_trainer_document", _("Give the number of an identity document: by it the person is known again.")
    TRAINER_THERE = "trainer_is_there", _("This person is entered as a trainer already. Authorise them there.")
    ENDS_BEFORE = "authorisation_ends_before", _("It cannot end on or before the day on which it begins, %(since)s.")
    NO_CERTIFICATE = (
        "no_such_certificate",
        _("No certificate of a seminar that stands has this code. Copy it from the certificate."),
    )
    NOT_IN_COHORT = (
        "trainer_not_in_cohort",
        _("This person completed nothing in that cohort. Choose another cohort, or enter the completion first."),
    )
    NO_GROUND = "no_ground", _("Name the document that the authorisation rests on.")
    IS_WITHDRAWN = "authorisation_is_withdrawn", _("This authorisation was withdrawn already.")
    NOT_AUTHORISED = (
        "trainer_not_authorised",
        _("%(count)s of the chosen persons may not teach this text on %(day)s. Authorise them first."),
    )
    OTHER_SCHOOL = "trainer_of_another_school", _("A cohort has trainers of its own school. Choose among them.")
    TAUGHT_SO = "taught_so", _("These are its trainers already.")
    YEAR_RUNS = "trainer_year_runs", _("Counts of a year are released once it is over.")
    TOO_FEW = "too_few_trainers", _("Fewer than %(least)s trainers began in that year. So few are not told of.")
    RELEASED_SO = "trainer_counts_released_so", _("They are released to these readers already.")
    NOT_RELEASED = "trainer_counts_not_released", _("They are released to nobody.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(set(Act) - {Act.COUNTS_RELEASED, Act.COUNTS_WITHDRAWN})
