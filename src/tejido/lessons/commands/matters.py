"""Matters: put together by hand or by sections, changed, dissolved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.curriculum.queries import document_of
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.seminars.models import Seminar
from tejido.web.languages import filled

from .. import rules
from ..models import Matter, MatterComment, MatterObservation
from ..names import TEXTS, Act, No, Part
from ..queries.cases import CaseContext
from ..queries.matters import Heard, MatterLine, heard, matter_for, matters_of
from ..queries.sections import SectionLine, choices_of, table_of
from ..terms import WITHOUT_HEADING
from .writing import locked, opened, write_down


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a matter is made of: ids of passages, keys of comments and of observations."""

    passages: Sequence[str] = ()
    comments: Sequence[str] = ()
    observations: Sequence[str] = ()

    @property
    def by_kind(self) -> dict[str, Sequence[str]]:
        return {"passages": self.passages, "comments": self.comments, "observations": self.observations}


@transaction.atomic
def put_together(
    *,
    actor: Actor,
    seminar: Seminar,
    part: str,
    title: Mapping[str, str],
    chosen: Chosen,
    at: datetime,
    said: Mapping[str, str] | None = None,
) -> Matter:
    """A matter of what belongs together, under a name. `said` tells those outside what was observed."""
    context = locked(actor, seminar.key)
    ask(rules.may_put_together(actor, part, title, chosen.by_kind, _known(context)))
    return _begin(actor, context, part, title, chosen, at, said or {})


def _known(context: CaseContext) -> dict[str, set[str]]:
    revisions = ((str(part), context.taught(part)) for part in TEXTS)
    texts = [(part, document_of(revision) if revision else None) for part, revision in revisions]
    return choices_of(heard(context), texts)


def _begin(
    actor: Actor,
    context: CaseContext,
    part: str,
    title: Mapping[str, str],
    chosen: Chosen,
    at: datetime,
    said: Mapping[str, str],
) -> Matter:
    row = Matter.objects.create(
        case=opened(context), number=Matter.objects.filter(case=context.case).count() + 1, title=filled(title),
        said=filled(said), part=part, passages=list(chosen.passages), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    _fill(row, chosen)
    _write(actor, Act.MATTER_BEGUN, context, row, chosen, at)
    return row


def _fill(row: Matter, chosen: Chosen) -> None:
    MatterComment.objects.bulk_create(
        MatterComment(matter=row, comment_id=key) for key in dict.fromkeys(chosen.comments)
    )
    MatterObservation.objects.bulk_create(
        MatterObservation(matter=row, observation=key) for key in dict.fromkeys(chosen.observations)
    )


def _write(actor: Actor, act: Act, context: CaseContext, row: Matter, chosen: Chosen, at: datetime) -> None:
    facts = {
        "matter": row.number,
        "part": str(row.part),
        "passages": list(chosen.passages),
        "comments": sorted(chosen.comments),
        "observations": sorted(chosen.observations),
    }
    write_down(actor, act, context.seminar.key, at, facts, {"title": row.title, "said": row.said})


@transaction.atomic
def change_matter(
    *,
    actor: Actor,
    seminar: Seminar,
    matter: Matter,
    title: Mapping[str, str],
    chosen: Chosen,
    seen: str,
    at: datetime,
    said: Mapping[str, str] | None = None,
) -> None:
    """Another name, and other things that belong to it until it is discussed or decided. What it is about stays.
    `seen` is the digest of what was changed (`MatterLine.digest`)."""
    context = locked(actor, seminar.key)
    line = _standing(context, matter)
    row = line.matter
    is_same = {kind: frozenset(keys) for kind, keys in chosen.by_kind.items()} == line.holds
    is_as_seen = line.digest == seen
    ask(rules.may_change(actor, title, is_as_seen=is_as_seen, is_settled=line.is_settled, is_same=is_same))
    if not is_same:
        ask(rules.may_put_together(actor, row.part, title, chosen.by_kind, _known(context)))
        _refill(row, chosen)
    row.title, row.said = filled(title), filled(said or {})
    row.save(update_fields=["title", "said", "passages"])
    _write(actor, Act.MATTER_CHANGED, context, row, chosen, at)


def _refill(row: Matter, chosen: Chosen) -> None:
    row.passages = list(chosen.passages)
    MatterComment.objects.filter(matter=row).delete()
    MatterObservation.objects.filter(matter=row).delete()
    _fill(row, chosen)


def _standing(context: CaseContext, matter: Matter) -> MatterLine:
    """The matter as every act before has left it. Refused where it was dissolved meanwhile."""
    ask(rules.still_there(Matter.objects.get(key=matter.key)))
    return matter_for(context, matter.number)


@transaction.atomic
def dissolve_matter(*, actor: Actor, seminar: Seminar, matter: Matter, at: datetime) -> None:
    """What belonged to it can belong to others. Its number is not given again."""
    context = locked(actor, seminar.key)
    line = _standing(context, matter)
    ask(rules.may_dissolve(actor, line.matter, is_used=line.is_used))
    Matter.objects.filter(key=matter.key).update(dissolved_at=at)
    write_down(actor, Act.MATTER_DISSOLVED, seminar.key, at, {"matter": matter.number})


@transaction.atomic
def gather_matters(*, actor: Actor, seminar: Seminar, at: datetime) -> list[Matter]:
    """A matter for each section of which something was said that belongs to no matter yet, named as the section."""
    context = locked(actor, seminar.key)
    said = heard(context)
    lines = matters_of([opened(context)], said, keeps=True)
    rest = _rest(said, lines)
    made = [
        _begin(actor, context, str(part), _named(section), chosen, at, {})
        for part in Part
        for section in table_of(str(part), context.taught(part), rest, ()).sections
        for chosen in [_chosen(section)]
    ]
    if not made:
        raise Refused(Refusal(No.NOTHING_TO_GATHER))
    return made


def _rest(said: Heard, lines: Sequence[MatterLine]) -> Heard:
    """What stands and belongs to no matter yet."""
    used = {line.comment.key for row in lines for line in row.comments}
    seen = {each.key for row in lines for each in row.observations}
    return Heard(
        {key: line for key, line in said.comments.items() if key not in used and line.asks},
        said.parts,
        {key: row for key, row in said.observations.items() if key not in seen},
    )


def _named(section: SectionLine) -> dict[str, str]:
    """As its heading says it in each language; what has no heading, by what it is."""
    if section.heading is not None:
        return {tag: plain(words)[:120] for tag, words in section.heading.texts}
    return dict(WITHOUT_HEADING[section.id])


def _chosen(section: SectionLine) -> Chosen:
    spoken = [line.comment.passage for line in section.comments]
    spoken += [passage for row in section.observations for passage in row.passages]
    return Chosen(
        tuple(dict.fromkeys(passage for passage in spoken if passage in section.passages)),
        tuple(line.comment.key for line in section.comments),
        tuple(row.key for row in section.observations),
    )
