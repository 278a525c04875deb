"""What the columns say of an initiative. Its values and their shapes are those of `programmes.lines`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tejido.curriculum.models import Text
from tejido.engine.document import Passage
from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Rank, Topic
from tejido.programmes.models import Initiative, Term
from tejido.programmes.names import AreaKind, Field, Level, State
from tejido.programmes.queries import Seen, seen

from ...models import Recommendation
from ...names import Column as Names
from ...terms import Column
from .saying import day_words, in_language, lines, listed, section_words

Say = Callable[["InitiativeCells", Seen], str]


def own_initiatives(actor: Actor, keys: Collection[str]) -> list[Seen]:
    """Initiatives that the actor's own member states, by their keys. Three queries."""
    rows = Initiative.objects.filter(key__in=keys, member__code=actor.member, grade="own", struck_at=None)
    return seen(actor, list(rows.select_related("member")))


def terms_named(several: Iterable[Seen]) -> Mapping[str, Mapping[str, str]]:
    """The names of the terms of the vocabulary that these initiatives name. One query."""
    keys = {key for one in several for key in _term_keys(one)}
    return dict(Term.objects.filter(key__in=keys).values_list("key", "names"))


def _term_keys(one: Seen) -> list[str]:
    return [key for key in (one.values.get(Field.TYPE), *(one.values.get(Field.GROUPS) or ())) if key]


def places_in(one: Seen) -> list[tuple[str, str]]:
    """The sections of texts that an initiative names: text and heading."""
    return [(place["text"], place["passage"]) for place in one.values.get(Field.PASSAGES) or ()]


@dataclass(frozen=True, slots=True)
class InitiativeCells:
    """`answers` and `results` by the keys of initiatives; `terms` the names of terms by their keys;
    `sections` by their text and heading."""

    language: str
    answers: Mapping[str, tuple[Recommendation, ...]]
    results: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, Mapping[str, str]]
    sections: Mapping[tuple[str, str], tuple[Text, Passage | None]]

    def of(self, one: Seen, columns: Sequence[Column]) -> tuple[str, ...]:
        return tuple(_SAY[column.field](self, one).strip() for column in columns)

    def name(self, one: Seen) -> str:
        return in_language(one.title, self.language)[:200]

    def term(self, key: str) -> str:
        return in_language(self.terms.get(key), self.language)

    def area(self, one: Seen) -> str:
        area = one.values.get(Field.AREA)
        if not area:
            return ""
        return in_language(area.get("name"), self.language) or str(AreaKind(area["kind"]).label)

    def institution(self, one: Seen) -> str:
        named = one.values.get(Field.INSTITUTION) or {}
        return in_language(named.get("name"), self.language) or named.get("code", "")

    def taught(self, one: Seen) -> str:
        found = (self.sections.get(place) for place in places_in(one))
        return lines(*(section_words(*section, self.language) for section in found if section))

    def recommended(self, one: Seen) -> str:
        """Those that are linked, and those that were written down with the initiative."""
        linked = (row.reference for row in self.answers.get(one.key, ()))
        return listed(dict.fromkeys([*linked, *(one.values.get(Field.RECOMMENDATIONS) or ())]))


def _level(_cells: InitiativeCells, one: Seen) -> str:
    level: Mapping[str, Any] = one.values.get(Field.LEVEL) or {}
    if not level:
        return ""
    place = level.get("place_name") or level.get("place", "")
    return " · ".join(filter(None, (str(Level(level["level"]).label), place)))


def _dates(_cells: InitiativeCells, one: Seen) -> str:
    dates: Mapping[str, str] = one.values.get(Field.DATES) or {}
    since, until = (day_words(dates.get(name, "")) for name in ("since", "until"))
    if since and until:
        return f"{since} – {until}"
    return _("since %(day)s") % {"day": since} if since else _("until %(day)s") % {"day": until} if until else ""


def _state(cells: InitiativeCells, one: Seen) -> str:
    history = one.values.get(Field.STATUS)
    if not history:
        return ""
    last = history[-1]
    said = f"{State(last['state']).label} ({day_words(last['since'])})"
    return lines(said, in_language(last.get("reason"), cells.language))


def _legal(_cells: InitiativeCells, one: Seen) -> str:
    legal: Mapping[str, str] = one.values.get(Field.LEGAL) or {}
    rank = str(Rank(legal["rank"]).label) if legal.get("rank") in Rank.values else ""
    return " ".join(filter(None, (rank, legal.get("number", ""), legal.get("title", ""))))


def _tasks(_cells: InitiativeCells, one: Seen) -> str:
    return listed(str(Topic(code).label) for code in one.values.get(Field.TASKS) or () if code in Topic.values)


_SAY: Mapping[str, Say] = {
    Names.TITLE: InitiativeCells.name,
    Names.SUMMARY: lambda cells, one: in_language(one.values.get(Field.SUMMARY), cells.language),
    Names.AREA: InitiativeCells.area,
    Names.TYPE: lambda cells, one: cells.term(one.values.get(Field.TYPE, "")),
    Names.INSTITUTION: InitiativeCells.institution,
    Names.LEVEL: _level,
    Names.FOR_WHOM: lambda cells, one: listed(map(cells.term, one.values.get(Field.GROUPS) or ())),
    Names.DATES: _dates,
    Names.STATE: _state,
    Names.LEGAL: _legal,
    Names.PARTNERS: lambda _cells, one: listed(one.values.get(Field.PARTNERS) or ()),
    Names.TASKS: _tasks,
    Names.GOALS: lambda _cells, one: listed(one.values.get(Field.GOALS) or ()),
    Names.RESULTS: lambda cells, one: lines(*cells.results.get(one.key, ())),
    Names.SECTIONS: InitiativeCells.taught,
    Names.ANSWERS: InitiativeCells.recommended,
}
