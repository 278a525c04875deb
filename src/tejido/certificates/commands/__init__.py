"""The acts on certificates of courses. Each asks its rule, changes, and writes the ledger in one transaction."""

from .handing import come_in, end_link, give_link
from .issuing import CHUNK, go_on, issue_certificates_of_cohort
from .revoking import follow_corrected, forget_erased, reissue_course_certificate, revoke_course_certificate
from .wording import word_course

__all__ = [
    "CHUNK",
    "come_in",
    "end_link",
    "follow_corrected",
    "forget_erased",
    "give_link",
    "go_on",
    "issue_certificates_of_cohort",
    "reissue_course_certificate",
    "revoke_course_certificate",
    "word_course",
]
