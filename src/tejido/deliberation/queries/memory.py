"""What a party has said over the years: for whoever holds its seat next."""

from collections.abc import Sequence

from tejido.registry.models import Party

from ..models import Declaration, Objection, Release


def memory_of_parties(parties: Sequence[Party]) -> tuple[list[Release], list[Objection], list[Declaration]]:
    """Released positions, objections and declarations of these parties, the newest first. Three queries."""
    keys = [party.key for party in parties]
    releases = Release.objects.filter(position__party__in=keys).select_related(
        "position__round__text", "position__party"
    )
    objections = Objection.objects.filter(party__in=keys).select_related("procedure__text", "party")
    declarations = Declaration.objects.filter(party__in=keys, withdrawn_at=None).select_related(
        "procedure__text", "party"
    )
    return list(releases.order_by("-at")), list(objections.order_by("-at")), list(declarations.order_by("-at"))
