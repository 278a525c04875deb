"""What is asked of apps above: which practices speak of a problem. They listen; nothing here knows them."""

from collections.abc import Sequence

from django.dispatch import Signal

from tejido.ledger.actors import Actor

# Sent with `actor`, `words` and `language` (that of the reader). A receiver answers the keys of practices that the
# actor may read, the best first.
practices_sought = Signal()


def found_practices(actor: Actor, words: str, language: str) -> list[str]:
    """The keys of the practices that speak of this; none where nobody listens."""
    found: list[str] = []
    for _receiver, keys in practices_sought.send(sender=Actor, actor=actor, words=words, language=language):
        told: Sequence[str] = keys or ()
        found += [key for key in told if key not in found]
    return found
