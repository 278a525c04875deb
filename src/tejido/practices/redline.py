"""How two versions of a practice differ: words as words, facts as what came and what went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tejido.engine.change import Op, Span
from tejido.risk.names import Factor
from tejido.web.languages import in_my_language
from tejido.web.marking import marked, whole

from .lines import Content
from .names import Field, Grounds, Group, Magnitude, Theme, labels


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field in one language, word by word."""

    label: str
    language: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """What a practice says besides its words: what was added to it and what was taken out."""

    label: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    fields: tuple[FieldChange, ...]
    facts: tuple[FactChange, ...]

    @property
    def is_empty(self) -> bool:
        return not self.fields and not self.facts


def difference(old: Content, new: Content) -> Difference:
    """What changed, and nothing that did not."""
    return Difference(tuple(_fields(old, new)), tuple(_facts(old, new)))


def _fields(old: Content, new: Content) -> Iterable[FieldChange]:
    for field in Field:
        for language in dict.fromkeys([*old[field], *new[field]]):
            before, after = old[field].get(language, ""), new[field].get(language, "")
            if before != after:
                yield FieldChange(str(field.label), language, _spans(before, after))


def _spans(before: str, after: str) -> tuple[Span, ...]:
    if not before or not after:
        return whole(Op.INSERT, after) if after else whole(Op.DELETE, before)
    return marked(before, after)


def _facts(old: Content, new: Content) -> Iterable[FactChange]:
    before, after = _said(old), _said(new)
    for label, now in after.items():
        was = before[label]
        change = FactChange(label, tuple(x for x in now if x not in was), tuple(x for x in was if x not in now))
        if change.added or change.removed:
            yield change


def _said(content: Content) -> Mapping[str, list[str]]:
    """The facts in words, by what they are."""
    return {
        _("Order of the cost"): labels(Magnitude, [content["magnitude"]]),
        _("What is known by"): labels(Grounds, [content["grounds"]]),
        _("For whom"): labels(Group, content["groups"]),
        _("Themes"): labels(Theme, content["themes"]),
        _("Risk factors that it works on"): labels(Factor, content["factors"]),
        _("Evidence"): [_proof(row) for row in content["proofs"]],
        _("Sections of adopted texts"): [in_my_language(row["title"]) for row in content["passages"]],
    }


def _proof(row: Mapping[str, Any]) -> str:
    return " · ".join(part for part in (in_my_language(row["words"]), row["address"], row["name"]) if part)
