"""The trainers of the invented teachers' school of Paraguay: two came from the invented seminar, one from their cohort.
Those of the invented police school began last year, enough of them for their number to be released. Every person is
invented and is called so."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from tejido.adaptation.names import Audience
from tejido.curriculum.queries import edition_of
from tejido.ledger.actors import Actor
from tejido.lineage import commands
from tejido.lineage.models import Release, Trainer
from tejido.lineage.names import Ground
from tejido.presence.models import Certificate
from tejido.records.models import Cohort
from tejido.registry.names import Role

from .certificates_story import DONE, WAITING
from .schools_story import MEMBER, POLICE, TEACHERS, space_of
from .stage import Stage, Step
from .versions_story import CURRICULUM

FIRST, LAST, RELEASED, SHOWN = 29, 3, 6, 4  # days ago
LAST_YEAR = 7  # trainers of the police school who began in the year that is over
DOCUMENT = "Resolución de la dirección (demostración, inventada)"


def steps(stage: Stage) -> Iterator[Step]:
    kept: list[Trainer] = []
    yield Step(stage.ago(FIRST), partial(_first, stage, kept))
    yield Step(stage.ago(RELEASED), partial(_release, stage))
    yield Step(stage.ago(SHOWN), partial(_show, stage))
    yield Step(stage.ago(LAST), partial(_next, stage, kept))


def _registrar(stage: Stage) -> Actor:
    return stage.actor(MEMBER, Role.REGISTRAR, TEACHERS)


def _entered(stage: Stage, number: int, document: int, at: datetime) -> Trainer:
    return commands.enter_trainer(
        actor=_registrar(stage), space=space_of(stage, MEMBER, TEACHERS), number=str(document),
        name=f"Persona formadora de demostración {number:02}", at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one


def _first(stage: Stage, kept: list[Trainer], at: datetime) -> None:
    """One by a certificate of the seminar, one by a document; both taught the first cohort, when it had begun."""
    edition, since = edition_of(stage.texts[CURRICULUM], 1), (at - timedelta(days=90)).date()
    codes = Certificate.objects.filter(revoked_at=None).exclude(code="").order_by("number")
    code = codes.values_list("code", flat=True).first()
    given: dict[str, Any] = {"edition": edition, "since": since, "until": since.replace(year=since.year + 3), "at": at}
    by_document: dict[str, Any] = {"ground": Ground.DOCUMENT, "document": DOCUMENT}
    by_seminar: dict[str, Any] = {"ground": Ground.SEMINAR, "code": code}
    for number, ground in enumerate((by_seminar if code else by_document, by_document), 1):
        row = _entered(stage, number, 8_000_000 + number, at)
        commands.authorise_trainer(actor=_registrar(stage), trainer=row, **given, **ground)
        kept.append(row)
    _taught(stage, DONE, kept, at)


def _next(stage: Stage, kept: list[Trainer], at: datetime) -> None:
    """Somebody who completed the first cohort teaches the next one, beside one of those before."""
    row = _entered(stage, 3, 9_000_003, at)
    commands.authorise_trainer(
        actor=_registrar(stage), trainer=row, edition=edition_of(stage.texts[CURRICULUM], 1), ground=Ground.COURSE,
        cohort=Cohort.objects.get(code=DONE), since=(at - timedelta(days=30)).date(), at=at,
    )  # fmt: skip  # one act, read as one
    _taught(stage, WAITING, [kept[0], row], at)


def _release(stage: Stage, at: datetime) -> None:
    """Those of the police school, and how many they are."""
    actor, space = stage.actor(MEMBER, Role.REPRESENTATIVE, POLICE), space_of(stage, MEMBER, POLICE)
    edition, year = edition_of(stage.texts[CURRICULUM], 1), at.year - 1
    for number in range(1, LAST_YEAR + 1):
        row = commands.enter_trainer(
            actor=actor, space=space, number=str(8_100_000 + number), at=at, is_demonstration=True,
            name=f"Persona formadora de policía de demostración {number:02}",
        )  # fmt: skip  # one act, read as one
        commands.authorise_trainer(
            actor=actor, trainer=row, edition=edition, ground=Ground.DOCUMENT, document=DOCUMENT,
            since=date(year, 3, number), at=at,
        )  # fmt: skip  # one act, read as one
    commands.release_trainer_counts(actor=actor, space=space, year=year, at=at)


def _show(stage: Stage, at: datetime) -> None:
    """The member shows the number to the network."""
    row = Release.objects.get(space=space_of(stage, MEMBER, POLICE))
    commands.show_trainer_counts(actor=stage.focal_point(MEMBER), release=row, audience=Audience.NETWORK, at=at)


def _taught(stage: Stage, code: str, trainers: list[Trainer], at: datetime) -> None:
    keys = [row.key for row in trainers]
    commands.set_trainers(actor=_registrar(stage), cohort=Cohort.objects.get(code=code), trainers=keys, at=at)
