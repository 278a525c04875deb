"""What the views of mechanisms start with and end with."""

from django.http import Http404
from django.urls import reverse

from tejido.ledger.requests import ActorRequest


def seat_or_404(request: ActorRequest) -> None:
    """What only seats of the network see."""
    if request.actor.is_public:
        raise Http404


def page_of(code: str) -> str:
    return reverse("mechanisms:mechanism", args=[code])
