"""What stands on a recommendation, as digests: a form carries the one that its page showed."""

from ..models import Charge, Recommendation
from ..terms import digest_of


def assessment_digest(row: Recommendation) -> str:
    """Of where the member stands: the word, the group and the words."""
    return digest_of([str(row.status), row.cluster, row.assessment])


def charges_digest(row: Recommendation) -> str:
    """Of which institution has which duty. One query."""
    found = Charge.objects.filter(recommendation=row).order_by("institution").values_list("institution", "duty")
    return digest_of([list(each) for each in found])
