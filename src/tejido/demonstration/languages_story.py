"""A chapter of the demonstration: one short text with passages in every state of a translation, and a glossary.

The words of the glossary are those of the field; that a network agreed on them is invented.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from tejido.curriculum.commands import save_words
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.engine.translation import Use
from tejido.ledger.actors import Actor
from tejido.registry.names import Role
from tejido.registry.queries import network_body
from tejido.translation import commands
from tejido.translation.commands import Entry
from tejido.translation.queries import version_digest

from .glossary import CONCEPTS, SOURCE
from .playing.texts import create
from .sources import in_languages
from .stage import Stage, Step, passage_on

NAME = "principios-versiones-demostracion"
FOLDER = "versions"
TITLE = "Principios para las versiones de los textos comunes (demostración)"
# What two passages said at first: the one changed its sense, the other its form.
SENSE = (", y así se dice a quien lee,", "")
FORM = ("pasaje por pasaje", "pasaje a pasaje")
REASON = "Solo cambia la expresión; el sentido es el mismo. (Motivo inventado.)"
REVIEWED_IN_FRENCH, BY_MACHINE_IN_FRENCH = 2, 3  # passages at its beginning, and at its end


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(14), partial(_glossary, stage))
    yield Step(stage.ago(12), partial(_create, stage))
    yield Step(stage.ago(11.5), partial(_assign, stage))
    for days, tag in ((11, "pt"), (10.6, "en")):
        yield Step(stage.ago(days), partial(_translate, stage, tag))
        yield Step(stage.ago(days - 0.9), partial(_review, stage, tag, 99))
        yield Step(stage.ago(days - 1.8), partial(_sign, stage, tag))
    yield Step(stage.ago(8), partial(_declare, stage))
    yield Step(stage.ago(7), partial(_translate_into_french, stage))
    yield Step(stage.ago(6.5), partial(_review, stage, "fr", REVIEWED_IN_FRENCH))
    yield Step(stage.ago(6), partial(_translate, stage, "ar"))
    yield Step(stage.ago(3), partial(_change, stage, SENSE, "Falta decir que se avisa a quien lee. (Inventado.)"))
    yield Step(stage.ago(2.5), partial(_change, stage, FORM, "Expresión más usual. (Inventado.)"))
    yield Step(stage.ago(2.4), partial(_keep, stage))


def _translator(stage: Stage) -> Actor:
    return stage.actor("", Role.TRANSLATOR)


def _glossary(stage: Stage, at: datetime) -> None:
    for terms, definition in CONCEPTS:
        commands.enter_concept(actor=_translator(stage), entry=Entry(_terms(terms), definition, SOURCE), at=at)


def _terms(said: Mapping[str, Mapping[Use, Sequence[str]]]) -> list[tuple[str, str, str]]:
    return [(tag, words, use.value) for tag, uses in said.items() for use, listed in uses.items() for words in listed]


def _create(stage: Stage, at: datetime) -> None:
    stage.bodies[NAME] = network_body()
    source = in_languages(FOLDER, ["es"])["es"]
    for now, then in (SENSE, FORM):
        source = _with(source, passage_on(source, now), now, then)
    create(stage, NAME, stage.secretariat, TITLE, {"es": source}, "Proyecto de la Secretaría Técnica", at)


def _with(document: Document, passage: str, old: str, new: str) -> Document:
    return Document.of(p.with_text("es", p.text("es").replace(old, new)) if p.id == passage else p for p in document)


def _assign(stage: Stage, at: datetime) -> None:
    seat = stage.mandates["", Role.TRANSLATOR, ""].seat
    until = (stage.now + timedelta(days=10)).date()
    for tag in ("pt", "en", "fr", "ar"):
        commands.assign(
            actor=stage.secretariat, text=stage.texts[NAME], language=tag, section="", seat=seat, until=until, at=at
        )


def _said(stage: Stage, tag: str) -> dict[str, str]:
    """What the passages say in a language, in their order; a language may end before the text does."""
    present = document_of(latest_revision(stage.texts[NAME]))
    return {p.id: written.text(tag) for p, written in zip(present, in_languages(FOLDER, [tag])[tag], strict=False)}


def _save(stage: Stage, tag: str, words: Mapping[str, str], at: datetime, *, by_machine: bool = False) -> None:
    text = stage.texts[NAME]
    commands.save_translation(
        actor=_translator(stage), text=text, language=tag, words=words, base=latest_revision(text), at=at,
        by_machine=by_machine,
    )  # fmt: skip  # one row of a table, read as one


def _translate(stage: Stage, tag: str, at: datetime) -> None:
    _save(stage, tag, _said(stage, tag), at)


def _translate_into_french(stage: Stage, at: datetime) -> None:
    """A person begins, a machine goes on, and nobody has finished."""
    said = list(_said(stage, "fr").items())
    _save(stage, "fr", dict(said[:-BY_MACHINE_IN_FRENCH]), at)
    _save(stage, "fr", dict(said[-BY_MACHINE_IN_FRENCH:]), at, by_machine=True)


def _review(stage: Stage, tag: str, most: int, at: datetime) -> None:
    latest = latest_revision(stage.texts[NAME])
    passages = [p.id for p in document_of(latest) if p.text(tag)][:most]
    commands.mark_reviewed(
        actor=stage.secretariat, text=stage.texts[NAME], language=tag, passages=passages, seen=latest.digest, at=at
    )


def _sign(stage: Stage, tag: str, at: datetime) -> None:
    """Brazil reads the Portuguese version, the chair the English one, and the secretariat both."""
    key = ("BR", Role.FOCAL_POINT, "") if tag == "pt" else ("", Role.CHAIR, "")
    keys = [key, ("", Role.SECRETARIAT, "")]
    text, seats = stage.texts[NAME], [stage.mandates[key].seat for key in keys]
    commands.name_signatories(actor=stage.secretariat, text=text, language=tag, seats=seats, at=at)
    for who in keys:
        seen = version_digest(document_of(latest_revision(text)), tag, "es")
        commands.sign_concordance(actor=stage.actors[who], text=text, language=tag, seen=seen, at=at)


def _declare(stage: Stage, at: datetime) -> None:
    text = stage.texts[NAME]
    seen = version_digest(document_of(latest_revision(text)), "pt", "es")
    commands.declare_authentic(actor=stage.actor("", Role.CHAIR), text=text, language="pt", seen=seen, at=at)


def _change(stage: Stage, change: tuple[str, str], reason: str, at: datetime) -> None:
    """The passage says from now on what the text beside this module says."""
    text, (now, _then) = stage.texts[NAME], change
    base = latest_revision(text)
    source = in_languages(FOLDER, ["es"])["es"]
    place = [p.id for p in source].index(passage_on(source, now))
    passage = document_of(base).passages[place].id
    words = {passage: source.passages[place].text("es")}
    save_words(actor=stage.secretariat, text=text, language="es", words=words, base=base, reason=reason, at=at)


def _keep(stage: Stage, at: datetime) -> None:
    latest = latest_revision(stage.texts[NAME])
    commands.propagate(
        actor=stage.secretariat, text=stage.texts[NAME], passage=passage_on(document_of(latest), FORM[0]),
        reason=REASON, seen=latest.digest, at=at,
    )  # fmt: skip  # one row of a table, read as one
