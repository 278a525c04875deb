"""What stands on a recommendation, as digests: a form carries the one that its page showed."""

from tejido.engine.proof import canonical_digest

from ..models import Charge, Recommendation


def assessment_digest(row: Recommendation) -> str:
    """Of where the member stands: the word, the group and the words."""
    return canonical_digest([str(row.status), row.cluster, row.assessment])


def charges_digest(row: Recommendation) -> str:
    """Of which institution has which duty. One query."""
    found = Charge.objects.filter(recommendation=row).order_by("institution").values_list("institution", "duty")
    return canonical_digest([list(each) for each in found])
