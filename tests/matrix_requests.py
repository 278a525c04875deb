"""What is sent to each address of the matrix: valid, so that only the seat can be the reason of a refusal."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any

from cast import FIRST, NOW, SECOND, SECTION_A, ZONE
from matrix_adaptation import asks_of_versions
from matrix_alumni import asks_of_alumni
from matrix_annual import report_named
from matrix_evaluation import asks_of_questionnaires
from matrix_lessons import asks_of_lessons
from matrix_meetings import asks_of_meetings
from matrix_newer import NEWER
from matrix_nominations import asks_of_nominations
from matrix_presence import asks_of_presence
from matrix_room import asks_of_calendars, asks_of_room
from matrix_rows import rows
from matrix_seminars import asks_of_seminars
from matrix_tables import SIGN_IN
from matrix_timetable import asks_of_programmes
from matrix_training import asks_of_courses
from matrix_translation import asks_of_glossary, asks_of_translation
from matrix_world import ONLY_ES, ONLY_PT, PICTURE, Course, World, present
from tejido.curriculum.papers import word_paper
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.imports.tables import ReadRow, sealed
from tejido.formats.word.writing import write as write_word
from tejido.ledger.keys import Keyed
from tejido.registry.models import Standing

LATER = {"deadline_0": "2027-05-01", "deadline_1": "10:00", "zone": ZONE}
SECTIONS = {
    "es": "## Factores de riesgo\n\nLos factores se miran en conjunto.\n\n- La memoria del lugar.\n\n"
    "Cada caso pide su propio análisis.\n",
    "pt": "## Fatores de risco\n\nOs fatores são vistos em conjunto.\n\n- A memória do lugar.\n\n"
    "Cada caso pede sua própria análise.\n",
}


@dataclass(frozen=True)
class Ask:
    """An address and what is sent there. `named` are its parts, of which the first is the key that may be hidden."""

    named: dict[str, Any] = field(default_factory=dict)
    sent: dict[str, Any] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)


def file(name: str, data: bytes) -> BytesIO:
    made = BytesIO(data)
    made.name = name
    return made


def key_of(row: Keyed | None) -> str:
    """The key of what may not be there yet."""
    return row.key if row else ""


def of_texts(course: Course) -> dict[str, Ask]:
    """The pages and acts of the texts themselves."""
    slug, adopted = {"slug": course.texts["open"].slug}, {"slug": course.texts["adopted"].slug}
    base = latest_revision(course.texts["open"]).number
    asks = {
        "text": Ask(slug),
        "picture": Ask(slug | {"digest": PICTURE}),
        "picture#adopted": Ask(adopted | {"digest": PICTURE}),
        "history": Ask(slug),
        "changes": Ask(slug),
        "languages": Ask(slug, {"keep": ONLY_ES, "take": ONLY_PT}),
        "preview": Ask(slug, {"markdown": "Una *prueba*."}),
        "export": Ask(slug | {"language": "es"}),
        "paper": Ask(slug | {"language": "es", "ending": "md"}),
        "changes_pdf": Ask(slug | {"language": "es", "old": 1, "new": 1}),
        "edition_paper": Ask(adopted | {"number": 1, "language": "es", "ending": "epub"}),
        "edition": Ask(adopted | {"number": 1}),
        "edition_file#record": Ask(adopted | {"number": 1, "name": "record"}),
        "record_paper": Ask(adopted | {"number": 1, "ending": "docx"}),
        "edition_file#text": Ask(adopted | {"number": 1, "name": "text"}),
        "edition_releases": Ask(adopted | {"number": 1}, {"readers": "network"}),
        "edition_withdrawals": Ask(adopted | {"number": 1}),
        "new": Ask({}, _new_text(course)),
    }
    for tag, markdown in SECTIONS.items():
        sent = {"markdown": markdown, "base": base, "language": tag, "reason": "Se aclara."}
        for page in ("section", "draft"):
            asks[f"{page}#{tag}"] = Ask(slug | {"section": SECTION_A}, sent, {"language": tag})
    return {f"curriculum:{name}": ask for name, ask in asks.items()}


def _new_text(course: Course) -> dict[str, Any]:
    files = file("es.md", b"# Nuevo\n\nPrimera frase.\n")
    return {"title": "Nuevo", "body": course.body.key, "negotiated": "es", "files": files}


def _answered(course: Course) -> BytesIO:
    """The text as a Word file, sent back as it was taken."""
    return file("respuesta.docx", write_word(word_paper(course.rounds["preparing"].revision, ("es",))))


def of_rounds(course: Course) -> dict[str, Ask]:
    """The pages and acts of rounds, positions and comments. Every act finds its round in the state that it needs."""
    key = {step: {"key": row.key} for step, row in course.rounds.items()}
    said = {"passage": FIRST, "stance": "amend", "type": "technical", "language": "es"}
    words = {"wording": "Antes y después.", "reason": "Es más exacto."}
    comment = key_of(course.comment)
    loose = {"key": key_of(course.remarks.get("loose"))}
    new, preparing, cleared, done = {"slug": course.texts["open"].slug}, key["preparing"], key["cleared"], key["done"]
    asks = {
        "course": Ask(new),
        "opening": Ask(new, {**LATER, "reply_days": 21, "invitation": "Rogamos sus observaciones."}),
        "proposal": Ask(new, {**LATER, "kind": "silence", "explanation": "Se propone."}),
        "round": Ask(preparing),
        "round_calendar": Ask(preparing),
        "round_extensions": Ask(preparing, LATER),
        "reading": Ask(preparing, query={"at": FIRST}),
        "margin": Ask(preparing | {"passage": FIRST}),
        "remarks": Ask(preparing, {"passage": FIRST, "body": "Falta algo.", "type": "technical", "language": "es"}),
        "word_files": Ask(preparing, {"file": _answered(course)}),
        "word_answer": Ask({"key": course.word_answer or "000000000000"}),
        "word_takings": Ask({"key": course.word_answer}, {"take": "c0"}),
        "remark_withdrawals": Ask(loose),
        "copies": Ask(loose),
        "contributions": Ask(preparing),
        "position": Ask(preparing),
        "position_paper": Ask(preparing | {"ending": "docx"}),
        "table#own": Ask(preparing | {"kind": "own", "ending": "docx"}),
        "table#released": Ask(preparing | {"kind": "released", "ending": "docx"}),
        "table_readings": Ask(preparing, {"file": file("tabla.csv", b"MB,Clause,Comments\nXA,1,Si\n")}),
        "table_rows#remarks": Ask(
            preparing, {"rows": sealed([ReadRow(2, FIRST, "id", "", "Falta.", "", "technical")])}
        ),
        "table_rows#answers": Ask(done, {"rows": sealed([ReadRow(2, comment, "id", "", "", "Visto.", "", "noted")])}),
        "answers": Ask(preparing, {**said, **words}),
        "answers#theirs": Ask(preparing, {**said, **words, "answer": course.answer}),
        "answers#from_remark": Ask(preparing, {**said, **words, "remark": loose["key"]}),
        "answer_removals": Ask({"key": course.answer}),
        "clearances": Ask(preparing, {"seen": course.seen("preparing")}),
        "returns": Ask(preparing, {"reason": "Falta Justicia."}),
        "releases": Ask(cleared, {"seen": course.seen("cleared")}),
        "withdrawals": Ask(done, {"reason": "Fue un error."}),
        "corrections": Ask(done),
        "comments": Ask(done),
        "comments_paper": Ask(done | {"ending": "docx"}),
        "passage": Ask(done | {"passage": SECOND}),
        "groups": Ask(done, {"label": "Lo mismo", "comments": [comment]}),
        "dispositions": Ask(
            done, {"comments": [comment], "outcome": "noted", "reason": "Se toma nota.", "language": "es"}
        ),
        "comment": Ask({"key": comment}),
        "replies": Ask({"key": comment}, {"kind": "maintains", "reason": "Se mantiene."}),
    }
    return {f"deliberation:{name}": ask for name, ask in asks.items()}


def of_procedures(course: Course) -> dict[str, Ask]:
    """The pages and acts of adoption."""
    silence, unplaced = ({"key": course.procedures[step].key} for step in ("silence", "unplaced"))
    reasoned = {"reason": "No corresponde.", "wording": "Siempre.", "language": "es", "passage": FIRST}
    asks = {
        "procedure": Ask(silence),
        "procedure_calendar": Ask(silence),
        "procedure_changes": Ask(silence),
        "agreements": Ask(silence, {"scope": "whole"}),
        "objections": Ask(silence, reasoned),
        "extension_requests": Ask(silence, {"reason": "Falta tiempo."}),
        "extensions": Ask(silence, {**LATER, "reason": "A pedido."}),
        "declarations": Ask(silence, {"kind": "reservation", "passage": FIRST, "text_es": "Con reserva."}),
        "procedure_texts": Ask(silence, {**LATER, "reason": "Se recogió una observación."}),
        "procedure_withdrawals": Ask(silence, {"reason": "Falta acuerdo."}),
        "meetings": Ask(unplaced, {"present": present(course)}),
        "liftings": Ask({"key": key_of(course.objection)}),
        "declaration_withdrawals": Ask({"key": key_of(course.declaration)}),
    }
    return {f"deliberation:{name}": ask for name, ask in asks.items()}


def of_course(course: Course) -> dict[str, Ask]:
    return (
        of_texts(course)
        | of_rounds(course)
        | of_procedures(course)
        | asks_of_meetings(course, Ask)
        | asks_of_room(course, Ask)
        | asks_of_translation(course, Ask)
    )


def of_doors(world: World) -> dict[str, Ask]:
    """What is not about a text."""
    cast, named = world.cast, {"name_es": "Nueva"}
    institution = {"code": "NUE", "branch": "executive", **named}
    event = {"kind": "meeting", "since": "2016-11", "source": "una nota", "grade": "A", **named}
    holder = {"email": "nueva@example.org", "name": "Nueva", "language": "es", "zone": ZONE}
    key = {of: {"key": cast.institutions[f"{of}/{code}"].key} for of, code in (("XA", "JUS"), ("network", "SEC"))}
    return {
        "desk:home": Ask(),
        "desk:trying": Ask(),
        "desk:memory": Ask(),
        "desk:proof": Ask(),
        "desk:receipts": Ask(),
        "desk:comparisons": Ask({}, {"file": file("a.receipt.json", world.receipt)}),
        **of_public(world),
        **of_handover(world),
        **asks_of_glossary(Ask),
        **asks_of_seminars(world, Ask),
        **asks_of_lessons(world, Ask),
        **{name: sent for app in NEWER for name, sent in app.asks(world, Ask).items()},
        "curriculum:texts": Ask(),
        "meetings:home": Ask(),
        **asks_of_calendars(world, Ask),
        "meetings:committees": Ask({}, named),
        "meetings:joinings": Ask({"key": world.committees["joinings"]}),
        "meetings:leavings": Ask({"key": world.committees["leavings"]}),
        "curriculum:new#mechanism": Ask({}, _new_text(world.mechanism)),
        "registry:members": Ask(),
        "registry:member": Ask({"code": "XA"}),
        "registry:network": Ask(),
        "registry:new_member": Ask(
            {}, {"code": "XD", "since": f"{NOW:%Y-%m-%d}", "source": "una nota", "name_es": "Delta"}
        ),
        "registry:past": Ask(),
        "registry:new_event": Ask({}, event),
        "registry:corrections": Ask({"key": world.event}, {**event, "reason": "Era otro día."}),
        "registry:directory": Ask(),
        "registry:institution": Ask(key["XA"]),
        "registry:files": Ask({}, {"file": file("register.csv", b"code,name_es\r\n")}),
        "registry:export#xlsx": Ask({"name": "register.xlsx"}),
        "registry:export#csv": Ask({"name": "mandates.csv"}),
        "registry:delivery": Ask({"key": world.delivery.key}, {"seen": world.delivery.digest, "reason": "Es así."}),
        "registry:sectors": Ask({}, {"code": "SALUD", **named}),
        "registry:seat_history": Ask({"key": cast.seats["XA/representative/DEF"].key}),
        "registry:seat_history#network": Ask({"key": cast.seats["network/chair/PRE"].key}),
        "registry:names": Ask(key["XA"], {"since": "2026-01-01", "source": "una ley", **named}),
        "registry:closings": Ask(
            {"key": cast.institutions["XA/VAC"].key}, {"until": "2026-01-01", "source": "una ley"}
        ),
        "registry:seat_closings": Ask({"key": world.vacant["XA"]}, {"until": "2027-03-01"}),
        "registry:departures": Ask({"code": "XA"}, {"until": "2027-03-01", "source": "una nota"}),
        **_of_corrections(world),
        "registry:standings": Ask({"code": "XA"}, {"status": "member", "since": "2026-01-01", "source": "una nota"}),
        "registry:institutions#XA": Ask({"code": "XA"}, institution),
        "registry:institutions#network": Ask({"code": "network"}, institution),
        "registry:seats#XA": Ask(key["XA"], {"role": "representative", **named}),
        "registry:seats#network": Ask(key["network"], {"role": "translator", **named}),
        "registry:seat": Ask({}, {"seat": cast.seats[cast.office("XA/focal_point")].key}),
        "registry:appointments#XA": Ask({"key": world.vacant["XA"]}, holder),
        "registry:appointments#network": Ask({"key": world.vacant["network"]}, holder),
        "registry:endings#XA": Ask({"key": world.unheld}),
        "registry:endings#network": Ask({"key": cast.seats["network/observer/OBS"].key}),
        "registry:trial": Ask({"key": cast.seats[cast.office("XA/focal_point")].key}),
        "people:link": Ask({"token": world.token}),
        "people:preferences": Ask({}, {"language": "pt", "zone": "Europe/Lisbon"}),
        "people:confirm": Ask(),
        "people:code": Ask({}, {"code": "0000-0000-0000"}),
        "set_language": Ask({}, {"language": "es"}),
        **of_mechanisms(world),
        **asks_of_versions(world, Ask),
        **asks_of_courses(world, Ask),
        **asks_of_nominations(world, Ask),
        **asks_of_alumni(world, Ask),
        **asks_of_questionnaires(world, Ask),
        **asks_of_programmes(world, Ask),
        **asks_of_presence(world, Ask),
    }


def of_handover(world: World) -> dict[str, Ask]:
    """The hand-over of seats: those of Aldea, and the chair's."""
    seats, request = world.cast.seats, {"key": world.handover.request}
    change = {"zone": ZONE, "language": "es", "email": "sigue@example.org", "name": "Sigue"}
    asks = {
        "succession#XA": Ask({"key": seats["XA/representative/DEF"].key}, change),
        "succession#network": Ask({"key": seats["network/chair/PRE"].key}, change),
        "replacement": Ask(request),
        "agreements": Ask(request),
        "refusals": Ask(request),
        "withdrawals": Ask(request),
        "leaving": Ask(),
        "notes": Ask({}, {"markdown": "Léame."}),
        "drafts": Ask({}, {"markdown": "Aún no"}),
        "preview": Ask({}, {"markdown": "Una *prueba*."}),
        "matters": Ask({}, {"words": "Llamar."}),
        "brief": Ask(),
        "responses": Ask({}, {"code": f"promise:{world.handover.promise}", "answer": "accepted"}),
    }
    return {f"handover:{name}": ask for name, ask in asks.items()}


def of_public(world: World) -> dict[str, Ask]:
    """What everybody may read, in a language that the address names."""
    texts = world.network.texts
    return {
        "search:search": Ask({}, {}, {"q": "prevención"}),
        "public:front": Ask({"language": "pt"}),
        "public:members": Ask({"language": "pt"}),
        "public:member": Ask({"code": "XA", "language": "pt"}),
        "public:texts": Ask({"language": "pt"}),
        "public:text": Ask({"slug": texts["adopted"].slug, "language": "pt"}),
        "public:text#in_work": Ask({"slug": texts["open"].slug, "language": "pt"}),
        "public:version": Ask({"key": world.mechanism.told["shown"], "language": "pt"}),
        "public:version#private": Ask({"key": world.mechanism.told["version"], "language": "pt"}),
        "public:meetings": Ask({"language": "pt"}),
        "public:promotion": Ask({"language": "pt"}),
        "public:meeting": Ask({"key": world.network.meetings.meetings["approved"].key, "language": "pt"}),
        "public:meeting#inside": Ask({"key": world.network.meetings.meetings["convened"].key, "language": "pt"}),
        "public:meeting#private": Ask({"key": world.mechanism.meetings.meetings["approved"].key, "language": "pt"}),
        "public:reports": Ask({"language": "pt"}),
        "public:procedure": Ask({"language": "pt"}),
        "public:accessibility": Ask({"language": "pt"}),
        "public:report": Ask({"key": report_named("C").key, "language": "pt"}),
        "public:report#inside": Ask({"key": report_named("A").key, "language": "pt"}),
        "public:feed": Ask({"name": "everything", "language": "pt"}),
        "public:sitemap": Ask(),
        "public:robots": Ask(),
        "public:oai": Ask(query={"verb": "ListRecords", "metadataPrefix": "mods"}),
    }


def _of_corrections(world: World) -> dict[str, Ask]:
    """What was entered of Aldea, with one field as it should be. The kind comes after the key, which may be hidden."""
    cast, why = world.cast, {"reason": "Se leyó mal."}
    standing = Standing.objects.get(member=cast.members["XA"])
    house, seat = cast.institutions["XA/JUS"], cast.seats["XA/representative/DEF"]
    mandate = cast.mandates[seat.office]
    rows = {
        "standing": (standing.key, "standing", {"status": "member", "since": f"{standing.since}", "source": "acta"}),
        "house": (house.key, "institution", {"name_es": "Justicia", "branch": "judiciary", "level": "national"}),
        "seat": (seat.key, "seat", {"title_es": "Enlace"}),
        "mandate": (mandate.key, "mandate", {"since": f"{mandate.since - timedelta(days=3):%Y-%m-%dT%H:%M}"}),
    }
    return {
        f"registry:entry_corrections#{name}": Ask({"key": key, "kind": kind}, {**sent, **why})
        for name, (key, kind, sent) in rows.items()
    }


def of_mechanisms(world: World) -> dict[str, Ask]:
    """The pages and acts about mechanisms: what Aldea has told itself, what it has released, and what serves all."""
    told, code = world.mechanism.told, {"code": "XA"}
    entry, released = ({"key": told[name], "kind": "entry"} for name in ("entry", "released"))
    assessment, line = {"key": told["assessment"]}, {"key": told["line"]}
    dated = {"since": "2026-04", "language": "es", "source": "una nota", "grade": "B"}
    text = world.network.texts["meeting"].key
    asks = {
        "mechanisms": Ask(),
        "path": Ask(),
        "comparison": Ask(query={"with": "XA"}),
        "modules": Ask({}, {"stage": "working", "passage": f"{text}/{SECTION_A}"}),
        "module_removals": Ask({"key": told["module"]}),
        "models": Ask({}, {"rank": "law", "text": text}),
        "model_removals": Ask({"key": told["model"]}),
        "mechanism": Ask(code),
        "entries": Ask(code | {"topic": "stage"}, {"value": "working", **dated}),
        "instruments": Ask(code, {"title": "Decreto", "rank": "decree", **dated}),
        "compositions": Ask(code),
        "convening": Ask(code, {"name_es": "Otro"}),
        "parties": Ask(code, {"institution": world.cast.institutions["XA/MRE"].key, "since": "2026-01-01"}),
        "endings": Ask({"key": told["party"]}, {"until": f"{NOW:%Y-%m-%d}"}),
        "assessments": Ask(code, {"day": f"{NOW:%Y-%m-%d}"}),
        "assessment": Ask(assessment),
        "answers": Ask(assessment | {"criterion": "budget"}, {"level": "yes", "language": "es"}),
        "plan": Ask(code, {"stage": "working", "what": "Reunirse"}),
        "doings": Ask(line),
        "line_removals": Ask(line),
        "releases": Ask(entry, {"audience": "network"}),
        "withdrawals": Ask(released),
        "strikings": Ask(entry, {"reason": "Fue un error."}),
        "file": Ask(entry),
    }
    return {f"mechanisms:{name}": ask for name, ask in asks.items()}


def of_sign_in(world: World) -> dict[str, Ask]:
    """Forms are sent empty where only their owner could fill them; nothing of them may leave a trace."""
    of_aldea = {"email": world.cast.account("XA/focal_point").email}
    new = {"email": "alguien@example.org", "password1": "una frase larga", "password2": "una frase larga"}
    asks = {row.name: Ask() for row in rows(SIGN_IN)}
    return asks | {
        "account_login": Ask({}, {"login": "network.secretariat.sec@example.org", "password": "una frase larga"}),
        "account_signup": Ask({}, new),
        "account_reset_password": Ask({}, of_aldea),
        "account_reset_password_from_key": Ask({"uidb36": "1", "key": "a-b"}),
        "account_confirm_email": Ask({"key": "a"}),
        "mfa_remove_webauthn#theirs": Ask({"pk": world.passkey}),
        "mfa_edit_webauthn#theirs": Ask({"pk": world.passkey}, {"name": "Mía"}),
    }
