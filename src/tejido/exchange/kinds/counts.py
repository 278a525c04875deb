"""Counts of training that a member shows to others, from its own node to the network's, as they were released."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.curriculum.models import Edition
from tejido.engine.exchange import Content
from tejido.engine.proof import BadProof
from tejido.engine.proof.shapes import count, digest, fields, items, text, word
from tejido.figures.commands import SaidCounts, hide_counts, take_counts
from tejido.figures.models import Publication
from tejido.figures.names import Act, Audience, Counts
from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..models import Peer
from ..names import Novelty
from .told import acted, actor_there, read_acted, reading
from .values import Choice, Kind, Line

CODE = "counts"
_DATA = ("year", "audience", "by", "groups", "covers", "targets", "digest", "editions", "released", "ended")


def choices(_actor: Actor) -> Sequence[Choice]:
    """The years of which something is shown, or was, by readers."""
    rows = Publication.objects.order_by("-year", "audience").values_list("year", "audience").distinct()
    return [Choice(f"{year}-{audience}", {}) for year, audience in rows]


def states(_peer: Peer) -> Mapping[str, int]:
    """The version of what is shown, by year and readers. One query."""
    found: dict[str, int] = {}
    for year, audience, ended_at in Publication.objects.order_by("at").values_list("year", "audience", "ended_at"):
        number = found.get(f"{year}-{audience}", 0) // 2 + 1
        found[f"{year}-{audience}"] = 2 * number + (ended_at is not None)
    return found


def gather(_actor: Actor, _peer: Peer | None, name: str, _at: datetime) -> Content:
    """What is shown of a year to these readers, or that nothing is any more. Publication.DoesNotExist where nothing
    ever was."""
    year, _dash, audience = name.partition("-")
    rows = list(Publication.objects.filter(year=int(year), audience=audience).order_by("at"))
    if not rows:
        raise Publication.DoesNotExist
    row, is_ended = rows[-1], rows[-1].ended_at is not None
    done = acted(Act.ENDED if is_ended else Act.PUBLISHED, row.key)
    data = {
        "year": row.year,
        "audience": str(row.audience),
        "by": row.keep,
        "groups": row.groups,
        "covers": row.covers,
        "targets": row.targets,
        "digest": row.digest,
        "editions": _editions(row),
        "released": done,
        "ended": is_ended,
    }
    return Content(CODE, name, 2 * len(rows) + is_ended, data)


def _editions(row: Publication) -> dict[str, str]:
    """The digest of each edition's text by its key here."""
    keys = {group["edition"] for group in row.groups if group["edition"]}
    return dict(Edition.objects.filter(key__in=keys).values_list("key", "revision__digest"))


def preview(_actor: Actor, peer: Peer, content: Content) -> Sequence[Line]:
    said, _data = _read(content)
    persons = sum(group["persons"] for group in said.groups)
    words = _("Counts of training of %(name)s for %(year)s: %(persons)s persons.")
    return [Line(Novelty.NEW, words, {"name": peer.name, "year": said.year, "persons": persons})]


def take(_actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
    """As if the seat that released them there released them here."""
    said, data = _read(content)
    there, member = actor_there(peer, data["released"]), Member.objects.get(code=peer.code)
    if data["ended"]:
        return {"year": said.year, "ended": _end(there, member, said, at)}
    known = Edition.objects.filter(revision__digest__in=data["editions"].values())
    here = dict(known.values_list("revision__digest", "key"))
    editions = {key: here[text] for key, text in data["editions"].items() if text in here}
    take_counts(actor=there, node=peer.fingerprint, member=member, said=said, editions=editions, at=at)
    return {"year": said.year, "digest": said.digest}


def _end(there: Actor, member: Member, said: SaidCounts, at: datetime) -> bool:
    row = Publication.objects.filter(member=member, year=said.year, audience=said.audience, ended_at=None).first()
    if row is not None:
        hide_counts(actor=there, publication=row, at=at)
    return row is not None


def _read(content: Content) -> tuple[SaidCounts, Mapping[str, Any]]:
    with reading():
        data = fields(content.data, _DATA, "data")
        read_acted(data["released"], "data.released")
        if type(data["ended"]) is not bool or data["audience"] not in Audience.values:
            raise BadProof("data")
        said = SaidCounts(
            count(data["year"], "data.year"),
            data["audience"],
            items(data["by"], "data.by", word),
            items(data["groups"], "data.groups", _group),
            _object(data["covers"], "data.covers"),
            items(data["targets"], "data.targets", _object),
            digest(data["digest"], "data.digest"),
        )
        for key, value in _object(data["editions"], "data.editions").items():
            digest(value, f"data.editions.{key}")
    return said, data


def _group(value: Any, path: str) -> Mapping[str, Any]:
    found = fields(value, ("edition", "counts", "of", "persons"), path)
    text(found["edition"], f"{path}.edition")
    count(found["persons"], f"{path}.persons")
    if found["counts"] not in Counts.values:
        raise BadProof(f"{path}.counts")
    for name, values in _object(found["of"], f"{path}.of").items():
        items(values, f"{path}.of.{name}", word)
    return found


def _object(value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadProof(path)
    return value


KIND = Kind(CODE, _("Counts of training"), choices, gather, preview, take)
