"""Chapters from the register: who was a member, and which institutions serve the network."""

from tejido.registry.models import Institution, Standing
from tejido.registry.names import Stand
from tejido.registry.queries import MemberLine

from .. import terms
from ..terms import Block, Say, Text, choice, days, grid, item, noted, prose, say, several, small, tiles
from .asked import Asked

_COUNTED = (Stand.OF_RECORD, Stand.DISPUTED, Stand.OBSERVER, Stand.PARTNER)


def composition(asked: Asked) -> list[Block]:
    """Who belonged to the network on the last day, by every source; and where the sources do not agree."""
    stands = {line.member.code: line.stand_on(asked.day) for line in asked.lines}
    of_record = sum(stand == Stand.OF_RECORD for stand in stands.values())
    found = [prose(say(Say.OF_RECORD, year=str(asked.day.year), n=of_record))]
    found += [terms.gap(say(Say.DISPUTED, names=names)) for names in _named(asked, Stand.DISPUTED)]
    found += [terms.gap(say(Say.NO_STANDING, names=names)) for names in _named(asked, Stand.UNKNOWN)]
    if not asked.lines:
        return found
    states = [
        (line.member.code, dict(line.member.name), str(stands[line.member.code]))
        for line in asked.lines
        if line.member.kind == "state" and stands[line.member.code] in _COUNTED
    ]
    return [*found, tiles(say(Say.MAP), states), *_table(asked)]


def _named(asked: Asked, stand: Stand) -> list[Text]:
    """The names of all that stand so, as one text; nothing where there is none."""
    names: list[Text] = [dict(line.member.name) for line in asked.lines if line.stand_on(asked.day) == stand]
    return [several(names)] if names else []


def _table(asked: Asked) -> list[Block]:
    """Each with how it stands and, where all sources agree, since when; the sources below. Where they do not agree,
    what each of them says."""
    rows: list[list[Text]] = []
    differing: list[Block] = []
    for line in asked.lines:
        valid, stand = line.on(asked.day), line.stand_on(asked.day)
        if valid:
            since = days(min(row.since for row in valid).isoformat()) if stand != Stand.DISPUTED else ""
            rows.append([dict(line.member.name), choice("stand", str(stand)), since])
        if stand == Stand.DISPUTED:
            differing += [_said(line, row) for row in valid]
    caption = say(Say.STANDING, year=str(asked.day.year))
    sources = list(dict.fromkeys(row.source for line in asked.lines for row in line.on(asked.day)))
    table = grid(caption, [say(Say.STATE), say(Say.STATUS), say(Say.SINCE)], rows, (4, 4, 4))
    return [table, *differing, small(say(Say.SOURCES, sources=several(list(sources), between="; ")))]


def _said(line: MemberLine, row: Standing) -> Block:
    note = say(Say.SOURCE_ALONE, source=row.source)
    return item(noted(several([dict(line.member.name), dict(row.says)], between=": "), note))


def secretariat(asked: Asked) -> list[Block]:
    """The institutions of the network itself that were there on the last day, and of which a day or a source tells. One
    query."""
    rows = [row for row in Institution.objects.filter(member=None) if asked.takes(row) and _stood(asked, row)]
    if not rows:
        return [terms.gap(say(Say.NO_OFFICE))]
    return [grid(say(Say.OFFICES), [say(Say.NAME), say(Say.SINCE)], [_office(row) for row in rows], (3, 1))]


def _stood(asked: Asked, row: Institution) -> bool:
    return (row.since is None or row.since <= asked.day) and (row.until is None or asked.day < row.until)


def _office(row: Institution) -> list[Text]:
    name: Text = dict(row.name)
    if row.source:
        name = noted(name, say(Say.SOURCE_ALONE, source=row.source))
    return [name, days(row.since.isoformat()) if row.since else say(Say.UNKNOWN)]
