"""The words of certificates of courses."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Act(TextChoices):
    WORDED = "course-certificate-worded", _("Certificate of a course worded")
    ISSUED = "course-certificates-issued", _("Certificates of a cohort issued")
    MADE = "course-certificates-made", _("Certificates of a cohort made and numbered")
    REVOKED = "course-certificate-revoked", _("Certificate of a course revoked")
    REISSUED = "course-certificate-reissued", _("Certificate of a course issued anew")
    LINK_GIVEN = "transcript-link-given", _("Link to somebody’s transcript given out")
    LINK_ENDED = "transcript-link-ended", _("Link to somebody’s transcript ended")


# In the ledger, and no news to others: what a school does with its own records.
QUIET: frozenset[Act] = frozenset(Act)


class Standing(TextChoices):
    """How a completion of a cohort stands to its certificate."""

    NONE = "none", _("No certificate")
    WAITING = "waiting", _("Being made")
    VALID = "valid", pgettext_lazy("certificate", "Valid")
    EXPIRED = "expired", pgettext_lazy("certificate", "Expired")
    REVOKED = "revoked", pgettext_lazy("certificate", "Revoked")


class No(TextChoices):
    NO_WORDS = "no_course_certificate_words", _("Give the title and the signing office in at least one language.")
    WORDED_SO = "course_certificate_worded_so", _("This is what the certificates of this course say already.")
    NO_WORDING = "no_course_certificate_wording", _("Say first what the certificates of this course say.")
    NOT_OVER = "cohort_not_over", _("The cohort ends on %(day)s. Certificates are issued once it is over.")
    NOBODY = "nobody_to_certify", _("Whoever passed has a certificate already, or nobody has passed yet.")
    BEING_MADE = "certificates_being_made", _("Certificates of this cohort are being made. Wait until they are done.")
    LIST_MOVED = "completions_moved", _("The records or the wording changed since you looked. Read them again.")
    IS_REVOKED = "course_certificate_is_revoked", _("This certificate is revoked already.")
    NO_REASON = "no_course_revocation_reason", _("Choose why, and write the reason in a sentence; the holder reads it.")
    NO_RECORD = "certificate_without_record", _("Its record is not there any more: the person was erased.")
    SAYS_SO = "certificate_says_so", _("The certificate says what the record says. There is nothing to issue anew.")
    NAME_MOVED = (
        "certificate_name_moved",
        _("The record bears another name by now. Issue certificate %(number)s anew, then take it along."),
    )
    NOBODY_FOUND = "nobody_with_document", _("Your school has no record of anybody with this document.")
    LINK_GONE = "transcript_link_gone", _("This link was used, was ended, or is too old. Ask your school for another.")
