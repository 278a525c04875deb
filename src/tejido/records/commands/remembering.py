"""What a school says of its headings and words is kept for the next file. It is no act of its own: it changes nothing
that was entered."""

from collections.abc import Sequence
from datetime import datetime

from tejido.formats.roster.headings import squeezed
from tejido.formats.roster.mapping import Mapping, headings_key
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..models import Remembered


def remember(*, actor: Actor, space: Body, header: Sequence[str], mapping: Mapping, at: datetime) -> None:
    """The fields by heading, and the whole mapping, under the set of headings."""
    ask(rules.may_enter(capacity(actor, space)))
    named = zip(header, mapping.fields, strict=True)
    fields = {squeezed(heading): str(field or "") for heading, field in named if squeezed(heading)}
    Remembered.objects.update_or_create(
        space=space, headings=headings_key(header), defaults={"fields": fields, "told": mapping.told(), "at": at}
    )
