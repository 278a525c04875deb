"""The trainers of a school with their names, and the lineage that is reckoned from what they may teach."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from tejido.engine.sealing import binding, unseal
from tejido.ledger.actors import Actor
from tejido.records import keys
from tejido.records.models import Cohort, Register
from tejido.records.queries import spaces_of
from tejido.records.rules import reads_records
from tejido.registry.models import Body

from ..lines import Branch, Step, generations, tree_of
from ..models import Authorisation, Teaching, Trainer

SOON = timedelta(days=60)  # how long before its end an authorisation is brought up
_SPACE = "space__member", "space__institution"
_GROUND = "edition__text", "certificate__seminar__cycle", "cohort"


@dataclass(frozen=True, slots=True)
class TrainerLine:
    """A trainer as the own space reads it: who it is, what they may teach, and which cohorts they taught."""

    trainer: Trainer
    name: str
    document: str
    generation: int
    authorisations: tuple[Authorisation, ...]
    cohorts: tuple[Cohort, ...]

    def may_teach(self, day: date) -> bool:
        return any(one.holds_on(day) for one in self.authorisations)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Everything of one space. `taught`: trainers by the key of a cohort."""

    lines: Mapping[str, TrainerLine]
    steps: tuple[Step, ...]
    taught: Mapping[str, frozenset[str]]
    cohorts: Mapping[str, Cohort]

    @property
    def tree(self) -> tuple[Branch, ...]:
        return tree_of(self.steps, self.taught)


def lineage_of(space: Body) -> Lineage:
    """The caller keeps the records of the space. Five queries."""
    rows = list(Trainer.objects.filter(space=space))
    names = _identities(space, rows)
    granted = list(Authorisation.objects.filter(trainer__space=space).select_related(*_GROUND))
    taught = _taught(Teaching.objects.filter(trainer__space=space, removed_at=None).values_list("cohort", "trainer"))
    cohorts = {row.key: row for row in Cohort.objects.filter(space=space).select_related("edition__text")}
    steps = tuple(_step(one) for one in granted)
    after = generations(steps, taught)
    lines = {
        row.key: TrainerLine(
            row, *names[row.key], after.get(row.key, 0), tuple(one for one in granted if one.trainer_id == row.key),
            tuple(cohorts[key] for key, by in taught.items() if row.key in by),
        )
        for row in rows
    }  # fmt: skip  # one row of a table, read as one
    return Lineage(dict(sorted(lines.items(), key=_by_name)), steps, taught, cohorts)


def _by_name(item: tuple[str, TrainerLine]) -> tuple[int, str, str]:
    return item[1].generation, item[1].name.casefold(), item[0]


def _taught(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for cohort, trainer in pairs:
        found.setdefault(cohort, set()).add(trainer)
    return {cohort: frozenset(trainers) for cohort, trainers in sorted(found.items())}


def _step(row: Authorisation) -> Step:
    edition = f"{row.edition.text.slug}/{row.edition.number}"
    source = row.cohort_id or (row.certificate.seminar_id if row.certificate else "")
    return Step(row.trainer_id, edition, row.since, row.cohort_id is not None, source)


def bound_to(trainer: str) -> bytes:
    """Where sealed bytes belong: who puts them into another row reads nothing."""
    return binding("lineage", "trainer", trainer)


def _identities(space: Body, rows: Sequence[Trainer]) -> dict[str, tuple[str, str]]:
    """Name and document of each trainer, unsealed."""
    if not rows:
        return {}
    register = Register.objects.get(body=space)
    key = keys.read(keys.of_space(space.key), register.number)
    return {row.key: _told(unseal(key, bytes(row.sealed), bound=bound_to(row.key))) for row in rows}


def _told(clear: bytes) -> tuple[str, str]:
    name, _, document = clear.decode().partition("\x1f")
    return name or gettext("erased"), document


def trainer_for(actor: Actor, key: str) -> Trainer:
    """Trainer.DoesNotExist for who does not keep the records of the space, exactly as for an unknown key."""
    found = Trainer.objects.select_related(*_SPACE).get(key=key)
    if not reads_records(actor, found.space):
        raise Trainer.DoesNotExist
    return found


def authorisation_for(actor: Actor, key: str) -> Authorisation:
    """Authorisation.DoesNotExist likewise."""
    found = Authorisation.objects.select_related("trainer__space__member", "trainer__space__institution").get(key=key)
    if not reads_records(actor, found.trainer.space):
        raise Authorisation.DoesNotExist
    return found


def ending_soon(actor: Actor, day: date) -> list[date]:
    """The days on which authorisations in the actor's spaces end soon, of trainers whom nothing else authorises for
    longer. Two queries."""
    spaces = spaces_of(actor)
    rows = Authorisation.objects.filter(trainer__space__in=spaces, withdrawn_at=None) if spaces else []
    last: dict[str, list[date | None]] = {}
    for row in rows:
        last.setdefault(row.trainer_id, []).append(row.until)
    latest = [max(days) for found in last.values() if all(found) for days in [[one for one in found if one]]]
    return sorted(until for until in latest if day < until <= day + SOON)


def trainers_of_cohort(cohort: Cohort) -> frozenset[str]:
    rows = Teaching.objects.filter(cohort=cohort, removed_at=None)
    return frozenset(rows.values_list("trainer", flat=True))


def fit_on(cohort: Cohort, trainers: Iterable[str]) -> frozenset[str]:
    """Those of these trainers who may teach the text of the cohort on its first day; a cohort whose course comes from
    no common edition asks for any authorisation."""
    rows = Authorisation.objects.filter(trainer__in=[*trainers], withdrawn_at=None)
    if cohort.edition is not None:
        rows = rows.filter(edition__text=cohort.edition.text_id)
    return frozenset(row.trainer_id for row in rows if row.holds_on(cohort.starts))
