"""What the fields of an initiative say, in words, for pages and files; and our own sentence on each risk factor."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.names import Rank, Topic
from tejido.risk.names import Factor
from tejido.web.templatetags.times import day, days, since

from .names import AreaKind, Field, Level, State
from .queries import Names, Section, Seen

Words = str | Promise

# Own words, never quotations of the Framework of Analysis.
GLOSSES: Mapping[str, Words] = {
    Factor.F1: _("War, an emergency or an abrupt change of power puts protection under strain."),
    Factor.F2: _("Grave abuses of the past went unanswered, so that they can come back."),
    Factor.F3: _("Courts, police and oversight are too weak to prevent or to stop abuses."),
    Factor.F4: _("Somebody stands to gain from violence against a group, or believes so."),
    Factor.F5: _("Those who might commit crimes have the people, the weapons or the money for it."),
    Factor.F6: _("What could hold violence back is missing: free media, civil society, partners abroad."),
    Factor.F7: _("Steps are taken that make violence easier, such as hate speech or the arming of groups."),
    Factor.F8: _("An event, even a small one, can turn tension into violence at once."),
    Factor.F9: _("A group is treated as worth less, in law or in daily life, and hostility lasts."),
    Factor.F10: _("Words and deeds point to the wish that a group shall no longer exist."),
    Factor.F11: _("Violence against civilians repeats itself in many places or by one pattern."),
    Factor.F12: _("Orders, means and organisation show that attacks on civilians are planned."),
    Factor.F13: _("Wounded persons, prisoners or civilians in a conflict are no longer spared."),
    Factor.F14: _("Those who bring relief or keep the peace are threatened or attacked."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what a field says: words, or words by language. `hint` explains it, `url` leads on."""

    words: str | Mapping[str, str]
    hint: Words | Mapping[str, str] = ""
    url: str = ""

    @property
    def is_said(self) -> bool:
        """Whether it is said in several languages."""
        return not isinstance(self.words, str)


@dataclass(frozen=True, slots=True)
class Fact:
    """A field as a page shows it. `since` is when it was released, or last changed; `audience` and `is_older` are told
    to the member's own seats."""

    field: Field
    value: Any
    lines: tuple[Line, ...]
    since: datetime | None
    audience: str = ""
    is_older: bool = False


def facts(seen: Seen, names: Names, readers: Mapping[str, Any] | None = None) -> list[Fact]:
    """Every field that is read, in the order of the fields. `readers`: the standing releases, for its own seats."""
    shown = readers or {}
    return [
        Fact(
            Field(field),
            value,
            tuple(lines(field, value, names)),
            seen.since.get(field),
            (shown[field].audience if field in shown else "own") if readers is not None else "",
            field in shown and shown[field].value != value,
        )
        for field, value in seen.values.items()
    ]


def lines(field: str, value: Any, names: Names) -> Iterable[Line]:
    """What a field says, line by line."""
    match field:
        case Field.TYPE:
            return [Line(names.terms.get(value, {}))]
        case Field.GROUPS:
            return [Line(names.terms.get(key, {})) for key in value]
        case Field.PASSAGES:
            return [_section(names.sections.get(f"{one['text']}/{one['passage']}")) for one in value]
    return _PLAIN[Field(field)](value)


def span_words(dates: Mapping[str, str]) -> str:
    """From when to when, each as exact as its source."""
    begun, ended = dates.get("since", ""), dates.get("until", "")
    if begun and ended:
        return days(begun, ended)
    if begun:
        return format_html(gettext("from {day}"), day=day(begun))
    return format_html(gettext("until {day}"), day=day(ended)) if ended else ""


def _level(value: Mapping[str, str]) -> str:
    place = " ".join(filter(None, (value.get("place_name"), value.get("place"))))
    return ": ".join(filter(None, (str(Level(value["level"]).label), place)))


def _legal(value: Mapping[str, str]) -> str:
    named = " ".join(filter(None, (str(Rank(value["rank"]).label), value.get("number"))))
    return ": ".join(filter(None, (named, value.get("title"))))


_PLAIN: Mapping[Field, Callable[[Any], Iterable[Line]]] = {
    Field.TITLE: lambda value: [Line(value)],
    Field.SUMMARY: lambda value: [Line(value)],
    Field.BUDGET: lambda value: [Line(value)],
    Field.AREA: lambda value: [Line(value["name"], AreaKind(value["kind"]).label)],
    Field.INSTITUTION: lambda value: [Line(value["name"])],
    Field.LEVEL: lambda value: [Line(_level(value))],
    Field.DATES: lambda value: [Line(span_words(value))],
    Field.STATUS: lambda value: [
        Line(format_html("{}, {}", State(one["state"]).label, since(one["since"])), one.get("reason", {}))
        for one in value
    ],
    Field.LEGAL: lambda value: [Line(_legal(value), url=value.get("address", ""))],
    Field.PARTNERS: lambda value: [Line(words) for words in value],
    Field.TASKS: lambda value: [Line(str(Topic(code).label)) for code in value],
    Field.FACTORS: lambda value: [Line(f"{code}. {Factor(code).label}", GLOSSES[code]) for code in value],
    Field.GOALS: lambda value: [Line(", ".join(value))],
    Field.RECOMMENDATIONS: lambda value: [Line(words) for words in value],
}


def _section(section: Section | None) -> Line:
    """Where it leads; a section that the reader may not open, or that is gone, is told as such."""
    if section is None:
        return Line(pgettext("of a text", "A section that is not open here"))
    page = (
        reverse("curriculum:edition", args=[section.slug, section.edition])
        if section.edition
        else reverse("curriculum:text", args=[section.slug])
    )
    title = {tag: f"{section.address} {words}".strip() for tag, words in section.title.items()}
    return Line(title, section.text, f"{page}#p-{section.passage}")
