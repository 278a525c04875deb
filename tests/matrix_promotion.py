"""The network in the world in the permission matrix: a mention that everybody reads, and what Aldea said in its own
name, of which it has shown one part and kept another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.names import Audience
from tejido.promotion import commands
from tejido.promotion.commands import Contents
from tejido.promotion.models import Forum, ForumDocument, ForumEntry, ForumQuote
from tejido.promotion.names import Kind, Voice

if TYPE_CHECKING:
    from matrix_world import World

MENTION = "Mención de prueba"


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast, forum = world.cast, {}
    for code in ("ONU", "OEA"):
        forum[code] = commands.enter_forum(actor=cast.secretariat, code=code, name={"es": code}, at=NOW)
    mention = Contents(Kind.MENTION, Voice.OTHERS, forum["ONU"], {"es": MENTION}, "2026", "Un informe")
    shown = commands.make_entry(actor=cast.secretariat, contents=mention, at=NOW)
    with_parts(cast.secretariat, shown, "nota")
    commands.show_entry(actor=cast.secretariat, entry=shown, audience=Audience.PUBLIC, at=NOW)
    for said in (canary, released):
        entry = _own(cast, forum["OEA"], said)
        if said == released:
            commands.show_entry(actor=cast.actor("XA/focal_point"), entry=entry, audience=Audience.NETWORK, at=NOW)


def _own(cast: Any, forum: Forum, said: str) -> ForumEntry:
    aldea, actor = cast.members["XA"], cast.actor("XA/focal_point")
    contents = Contents(
        Kind.STATEMENT, Voice.MEMBER, forum, {"es": said}, "2026", said, speaker=aldea, session=said, place=said,
        spoke=said, says={"es": said},
    )  # fmt: skip  # one row of a table, read as one
    entry = commands.make_entry(actor=actor, contents=contents, member=aldea, at=NOW)
    commands.correct_entry(actor=actor, entry=entry, contents=contents, reason=said, at=NOW)
    with_parts(actor, entry, said)
    return entry


def with_parts(actor: Any, entry: ForumEntry, said: str) -> None:
    file = File(f"{said}.pdf", "application/pdf", said.encode())
    commands.add_document(actor=actor, entry=entry, title=said, language="es", at=NOW, file=file)
    commands.add_quote(actor=actor, entry=entry, words=said, language="es", source=said, at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    rows = ForumEntry.objects.order_by("at", "key")
    mine = rows.get(audience=Audience.OWN)
    mention, forum = rows.get(audience=Audience.PUBLIC), Forum.objects.get(code="OEA")
    entry = {
        "kind": "statement", "voice": "member", "speaker": "XB", "since": "2026", "source": "Acta", "name_es": "Otra",
        "forum": forum.key, "reason": "Era otra",
    }  # fmt: skip  # one form
    document, quote = {"title": "Nota", "language": "es", "address": "https://example.org/"}, {"words": "Así"}
    found = {"home": ask(), "export": ask({"ending": "csv"}), "forums": ask({}, {"code": "UA", "name_es": "Unión"})}
    found |= {"forum": ask({"key": forum.key}, {"name_es": "Otro"}), "entries": ask({}, entry)}
    for which, row in (("", mention), ("#own", mine)):
        key = {"key": row.key}
        found |= {
            f"entry{which}": ask(key),
            f"corrections{which}": ask(key, entry),
            f"strikings{which}": ask(key, {"reason": "Era falso"}),
            f"documents{which}": ask(key, document),
            f"quotes{which}": ask(key, {**quote, "language": "es", "source": "Acta"}),
            f"file{which}": ask({"key": ForumDocument.objects.get(entry=row).key}),
            f"document_removals{which}": ask({"key": ForumDocument.objects.get(entry=row).key}),
            f"quote_removals{which}": ask({"key": ForumQuote.objects.get(entry=row).key}),
        }
    found |= {"hidings": ask({"key": mention.key}), "showings": ask({"key": mine.key}, {"audience": "network"})}
    return {f"promotion:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  promotion:home                       200 200 200 200 200 200 200 200 200 200 200
GET  promotion:export                     200 200 200 200 200 200 200 200 200 200 200
GET  promotion:forums                     404 200 200 200 200 200 200 200 200 200 404
POST promotion:forums                     404 403 403 403 403 403 302 403 403 403 404
GET  promotion:forum                      404 403 403 403 403 403 200 403 403 403 404
POST promotion:forum                      404 403 403 403 403 403 302 403 403 403 404
GET  promotion:entries                    404 200 200 200 403 200 200 403 403 403 404
POST promotion:entries                    404 302 302 302 403 302 302 403 403 403 404
GET  promotion:entry                      200 200 200 200 200 200 200 200 200 200 200
GET  promotion:corrections                404 403 403 403 403 403 200 403 403 403 404
POST promotion:corrections                404 403 403 403 403 403 302 403 403 403 404
POST promotion:strikings                  404 403 403 403 403 403 302 403 403 403 404
POST promotion:hidings                    404 403 403 403 403 403 302 403 403 403 404
POST promotion:documents                  404 403 403 403 403 403 302 403 403 403 404
POST promotion:quotes                     404 403 403 403 403 403 302 403 403 403 404
GET  promotion:file                       200 200 200 200 200 200 200 200 200 200 200
POST promotion:document_removals          404 403 403 403 403 403 302 403 403 403 404
POST promotion:quote_removals             404 403 403 403 403 403 302 403 403 403 404
GET  promotion:entry#own                  404 200 200 200 200 404 404 404 404 404 404
GET  promotion:corrections#own            404 200 200 200 403 404 404 404 404 404 404
POST promotion:corrections#own            404 302 302 302 403 404 404 404 404 404 404
POST promotion:strikings#own              404 302 302 302 403 404 404 404 404 404 404
POST promotion:showings                   404 302 302 302 403 404 404 404 404 404 404
POST promotion:documents#own              404 302 302 302 403 404 404 404 404 404 404
POST promotion:quotes#own                 404 302 302 302 403 404 404 404 404 404 404
GET  promotion:file#own                   404 200 200 200 200 404 404 404 404 404 404
POST promotion:document_removals#own      404 302 302 302 403 404 404 404 404 404 404
POST promotion:quote_removals#own         404 302 302 302 403 404 404 404 404 404 404
"""
