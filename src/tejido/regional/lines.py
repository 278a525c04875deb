"""What a released field says, as bytes that anybody can hash again."""

from tejido.engine.proof import canonical_digest

from .models import RegionalPart


def digest_of(part: RegionalPart) -> str:
    said = {"field": str(part.field), "value": part.value}
    return canonical_digest(said)
