"""Translations in the world of the permission matrix: texts at the last steps of a version, and who gets which
answer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import FIRST, NOW, SECOND, Cast, make_text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.formats.bitext import write_tmx
from tejido.translation import commands
from tejido.translation.imports import Found, Row, sealed
from tejido.translation.models import Assignment, GlossaryEntry
from tejido.translation.papers import bitext_of
from tejido.translation.queries import Desk, desk_of, standings_of, version_digest

if TYPE_CHECKING:
    from matrix_world import Course

# By whether the text is a mechanism's.
SIGNER = {False: "XA/focal_point", True: "XA/representative/JUS"}
TRANSLATOR = {False: "network/translator", True: "XA/alternate"}


def translate_texts(course: Course, slug: str) -> None:
    """A text of which every passage is reviewed, and one that was signed as well."""
    serves = course.cast.actor(course.offices.serves)
    for step in ("signing", "signed"):
        text = make_text(course.cast, course.body, by=course.offices.serves, slug=f"{slug}-{step}")
        course.texts[step] = text
        latest = latest_revision(text)
        given = {"actor": serves, "text": text, "language": "pt", "at": NOW}
        commands.mark_reviewed(passages=list(standings_of(text, latest, ["pt"])["pt"]), seen=latest.digest, **given)
        signer = course.cast.seats[course.cast.office(SIGNER[course.is_private])]
        commands.name_signatories(seats=[signer], **given)
    translator = course.cast.seats[course.cast.office(TRANSLATOR[course.is_private])]
    commands.assign(
        actor=serves, text=course.texts["open"], language="fr", section="", seat=translator, until=None, at=NOW
    )
    commands.sign_concordance(
        actor=course.cast.actor(SIGNER[course.is_private]), text=course.texts["signed"], language="pt",
        seen=_version(course, "signed"), at=NOW,
    )  # fmt: skip  # one row of a table, read as one


def _version(course: Course, step: str) -> str:
    return version_digest(document_of(latest_revision(course.texts[step])), "pt", "es")


def asks_of_translation(course: Course, ask: Any) -> dict[str, Any]:
    """What is sent to each address. `ask` makes it: the addresses' parts, what is sent, the query."""
    text = course.texts["open"]
    slug, latest = {"slug": text.slug}, latest_revision(text)
    pt, translator = slug | {"language": "pt"}, course.cast.seats[course.cast.office(TRANSLATOR[course.is_private])]
    place, seen = pt | {"passage": FIRST}, {"seen": latest.digest}
    given = Assignment.objects.get(text=text)
    signing, signed = ({"slug": course.texts[step].slug, "language": "pt"} for step in ("signing", "signed"))
    words = {"base": latest.number, "words": "Outra frase."}
    asks = {
        "desk": ask(slug),
        "assignments": ask(slug, {"language": "pt", "section": "", "seat": translator.key}),
        "assignment_endings": ask(slug | {"key": given.key}),
        "version": ask(pt),
        "reviews": ask(pt, {**seen, "passages": SECOND}),
        "signatories": ask(pt, {"seats": translator.key}),
        "signatures": ask(signing, {"seen": _version(course, "signing")}),
        "declarations": ask(signed, {"seen": _version(course, "signed")}),
        "files": ask(pt | {"ending": "xlf"}),
        "imports": ask(pt, {"file": _file(course)}),
        "landings": ask(pt, {"sealed": sealed(_desk(course), "pt", Found((Row(SECOND, "Outra.", "", False),)))}),
        "passage": ask(place, words),
        "draft": ask(place, words),
        "checks": ask(place, words),
        "propagations": ask(place, {**seen, "reason": "Solo la forma."}),
    }
    return {f"translation:{name}": asked for name, asked in asks.items()}


def _desk(course: Course) -> Desk:
    return desk_of(course.texts["open"], latest_revision(course.texts["open"]))


def _file(course: Course) -> BytesIO:
    made = BytesIO(write_tmx(bitext_of(_desk(course), "pt")))
    made.name = "texto.tmx"
    return made


def enter_words(cast: Cast) -> None:
    """A concept of the glossary."""
    entry = commands.Entry((("es", "prevención", "preferred"),))
    commands.enter_concept(actor=cast.secretariat, entry=entry, at=NOW)


def asks_of_glossary(ask: Any) -> dict[str, Any]:
    key = {"key": GlossaryEntry.objects.get().concept}
    return {
        "translation:glossary": ask(),
        "translation:concept_new": ask({}, {"preferred_es": "memoria"}),
        "translation:concept": ask(key, {"preferred_es": "prevención temprana"}),
        "translation:retirements": ask(key),
    }


OF_GLOSSARY = """
GET  translation:glossary                 404 200 200 200 200 200 200 200 200 200 404
GET  translation:concept_new              404 404 404 404 404 404 200 404 200 404 404
POST translation:concept_new              404 404 404 404 404 404 302 404 302 404 404
GET  translation:concept                  404 200 200 200 200 200 200 200 200 200 404
POST translation:concept                  404 403 403 403 403 403 302 403 302 403 404
POST translation:retirements              404 403 403 403 403 403 302 403 302 403 404
"""
IN_NETWORK = """
GET  translation:desk                     404 200 200 200 200 200 200 200 200 200 404
POST translation:assignments              404 403 403 403 403 403 302 403 403 403 404
POST translation:assignment_endings       404 403 403 403 403 403 302 403 302 403 404
GET  translation:version                  404 200 200 200 200 200 200 200 200 200 404
POST translation:reviews                  404 403 403 403 403 403 302 403 302 403 404
POST translation:signatories              404 403 403 403 403 403 302 403 403 403 404
POST translation:signatures               404 302 409 409 409 409 409 409 409 409 404
POST translation:declarations             404 403 403 403 403 403 403 302 403 403 404
GET  translation:files                    404 200 200 200 200 200 200 200 200 200 404
POST translation:imports                  404 403 403 403 403 403 200 403 200 403 404
POST translation:landings                 404 403 403 403 403 403 302 403 302 403 404
GET  translation:passage                  404 200 200 200 200 200 200 200 200 200 404
POST translation:passage                  404 403 403 403 403 403 302 403 302 403 404
POST translation:draft                    404 403 403 403 403 403 200 403 200 403 404
POST translation:checks                   404 200 200 200 200 200 200 200 200 200 404
POST translation:propagations             404 403 403 403 403 403 302 403 403 403 404
"""
IN_MECHANISM = """
GET  translation:desk                     200 200 200 200 404
POST translation:assignments              302 302 403 403 404
POST translation:assignment_endings       302 302 403 403 404
GET  translation:version                  200 200 200 200 404
POST translation:reviews                  302 302 403 403 404
POST translation:signatories              302 302 403 403 404
POST translation:signatures               409 409 409 302 404
POST translation:declarations             302 403 302 403 404
GET  translation:files                    200 200 200 200 404
POST translation:imports                  200 200 403 403 404
POST translation:landings                 302 302 403 403 404
GET  translation:passage                  200 200 200 200 404
POST translation:passage                  302 302 403 403 404
POST translation:draft                    200 200 403 403 404
POST translation:checks                   200 200 200 200 404
POST translation:propagations             302 302 403 403 404
"""
