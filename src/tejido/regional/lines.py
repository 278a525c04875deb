"""What a released field says, as bytes that anybody can hash again."""

import hashlib

from tejido.engine.proof import write_canonical

from .models import RegionalPart


def digest_of(part: RegionalPart) -> str:
    said = {"field": str(part.field), "value": part.value}
    return hashlib.sha256(write_canonical(said)).hexdigest()
