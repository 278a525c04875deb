"""What people do in the tests of promotion, with values that nobody has to read."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.mechanisms.names import Audience
from tejido.promotion import commands
from tejido.promotion.commands import Contents
from tejido.promotion.models import Forum, ForumEntry
from tejido.promotion.names import Kind, Voice

FOCAL_POINT, SECRETARIAT, OTHER = "XA/focal_point", "network/secretariat", "XB/focal_point"
DAY = timedelta(days=1)


def forum(cast: Cast, code: str = "ONU", who: str = SECRETARIAT, **values: Any) -> Forum:
    given = {"name": {"es": f"Foro {code}", "en": f"Forum {code}"}, **values}
    return commands.enter_forum(actor=cast.actor(who), code=code, at=NOW, **given)


def contents(cast: Cast, **values: Any) -> Contents:
    """A mention by others; `forum` is entered where none is given."""
    where = values.pop("forum", None) or Forum.objects.first() or forum(cast)
    given = Contents(Kind.MENTION, Voice.OTHERS, where, {"es": "Una mención"}, "2026-05-04", "Un informe")
    return replace(given, **values)


def mention(cast: Cast, **values: Any) -> ForumEntry:
    return commands.make_entry(actor=cast.secretariat, contents=contents(cast, **values), at=NOW)


def own(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> ForumEntry:
    """What Aldea said in its own name."""
    aldea = cast.members["XA"]
    said = contents(cast, kind=Kind.STATEMENT, voice=Voice.MEMBER, speaker=aldea, **values)
    return commands.make_entry(actor=cast.actor(who), contents=said, member=aldea, at=NOW)


def show(
    cast: Cast, row: ForumEntry, audience: str = Audience.PUBLIC, who: str = SECRETARIAT, *, fresh: bool = True
) -> None:
    commands.show_entry(actor=cast.actor(who, fresh=fresh), entry=row, audience=audience, at=NOW + DAY)
