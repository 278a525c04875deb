"""The world of the permission matrix: in the network, and once more in the National Mechanism of Aldea, a text at every
step of the loop. Whatever only Aldea's seats may read has CANARY in it; what Aldea has released has RELEASED.
"""

import hashlib
from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from cast import FIRST, NOW, SECOND, SECTION_A, SOURCE, ZONE, Cast, convene, everybody, make_text
from matrix_adaptation import adapt_in_private, adapt_in_the_open, common_text
from matrix_alumni import stay_reachable
from matrix_evaluation import evaluate
from matrix_handover import HandOver, hand_over, unheld
from matrix_lessons import learn
from matrix_meetings import Held, hold_meetings
from matrix_newer import NEWER
from matrix_nominations import nominate
from matrix_presence import attend
from matrix_seminars import plan_seminars
from matrix_timetable import make_programme
from matrix_training import least_time, teach, teach_in_the_open
from matrix_translation import enter_words, translate_texts
from tejido.curriculum.commands import keep_draft, save_revision
from tejido.curriculum.models import Picture, Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands
from tejido.deliberation.imports.word import Found, FoundAll, LooseEnd, Thread
from tejido.deliberation.models import Comment, Declaration, Objection, Procedure, Remark, Round
from tejido.deliberation.names import ProcedureKind, Stance
from tejido.deliberation.tests.doings import (
    HOUR,
    agree,
    answer,
    clear,
    declare,
    dispose,
    fill_cumbre,
    lines,
    object_to,
    position,
    propose,
    release,
    remark,
    reply,
    request,
    send_back,
)
from tejido.deliberation.tests.stage import opened
from tejido.engine.document import Document, Kind, Passage
from tejido.engine.proof import write_receipt
from tejido.formats.sheet import Sheet
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import hand_receipt
from tejido.mechanisms import commands as mechanisms
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.names import Audience, Criterion, Level, Rank, Stage, Topic
from tejido.meetings.commands.room import open_feed
from tejido.people.commands import make_link, open_account
from tejido.people.models import Account
from tejido.registry.commands import (
    create_committee,
    create_seat,
    enter_event,
    enter_institution,
    hand_in,
    join_committee,
)
from tejido.registry.models import Body, Delivery, Party
from tejido.registry.names import Role

# A file of the register that Aldea has handed in and not applied.
HOUSES = Sheet("institutions", ("member", "code", "place_name"), (("XA", "JUS", "Capital"),))
CANARY, RELEASED = "CANARY-XA-7f3", "RELEASED-XA-7f3"
AT = NOW + 4 * HOUR  # when the pages are read
ONLY_ES, ONLY_PT = "000000000p0e", "000000000p0f"
DATA = b"not looked at by anybody here"
PICTURE = hashlib.sha256(DATA).hexdigest()
STEPS = ("open", "preparing", "cleared", "done", "silence", "objected", "meeting", "unplaced", "adopted")


@dataclass(frozen=True)
class Offices:
    """Who does what in a body. `clears` is empty where positions need no clearance."""

    serves: str
    speaks: str
    remarks: str
    clears: str
    chairs: str
    others: tuple[str, ...]


IN_NETWORK = Offices(
    serves="network/secretariat",
    speaks="XA/focal_point",
    remarks="XA/representative/JUS",
    clears="XA/validating_authority",
    chairs="network/chair",
    others=("XB/focal_point", "XC/focal_point"),
)
IN_MECHANISM = Offices(
    serves="XA/focal_point",
    speaks="XA/representative/JUS",
    remarks="XA/representative/JUS",
    clears="",
    chairs="XA/focal_point",
    others=("XA/representative/DEF",),
)


@dataclass
class Course:
    """One body's texts by their step in the loop, and what was made of them by whom."""

    cast: Cast
    body: Body
    offices: Offices
    texts: dict[str, Text] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    remarks: dict[str, Remark] = field(default_factory=dict)
    answer: str = ""
    word_answer: str = ""
    comment: Comment | None = None
    objection: Objection | None = None
    declaration: Declaration | None = None
    meetings: Held = field(default_factory=Held)
    told: dict[str, str] = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        return self.body.member is not None

    def words(self, said: str) -> str:
        """What everybody in this body may read."""
        return f"{CANARY} {said}" if self.is_private else said

    def seen(self, step: str) -> str:
        """The digest that a formal act on the position of this round is bound to."""
        return position(self.cast, self.rounds[step], self.offices.speaks).digest


def shared_course(cast: Cast, body: Body, offices: Offices) -> Course:
    """What all parties of the body see: texts, rounds, procedures, released positions, an adopted edition."""
    course = Course(cast, body, offices)
    for step in STEPS:
        text = make_text(
            cast, body, by=offices.serves, slug=f"{CANARY.lower() if course.is_private else 'comun'}-{step}"
        )
        Picture.objects.create(text=text, digest=PICTURE, media_type="image/png", data=DATA)
        course.texts[step] = text
        _revise(course, step, course.words(f"La prevención empieza antes: {step}."))
    translate_texts(course, CANARY.lower() if course.is_private else "comun")
    Text.objects.filter(body=body).update(title={"es": course.words("Texto")})
    for step in ("preparing", "cleared", "done"):
        course.rounds[step] = opened(cast, course.texts[step], who=offices.serves)
    _begin_procedures(course)
    course.meetings = hold_meetings(course)
    return course


def _revise(course: Course, step: str, words: str) -> Revision:
    """The text with other words in one passage, and with two passages that nobody has joined yet."""
    base = latest_revision(course.texts[step])
    passages = [p.with_text("es", words) if p.id == FIRST else p for p in document_of(base)]
    if base.number == 1:
        passages.append(Passage.of(ONLY_ES, Kind.PARAGRAPH, {"es": course.words("Solo aquí.")}))
        passages.append(Passage.of(ONLY_PT, Kind.PARAGRAPH, {"pt": course.words("Só aqui.")}))
    return save_revision(
        actor=course.cast.actor(course.offices.serves), text=course.texts[step], document=Document.of(passages),
        base=base, reason=course.words("Se aclaró."), at=NOW,
    )  # fmt: skip  # one row of a table, read as one


def _begin_procedures(course: Course) -> None:
    """One that runs, one with an objection, one on an agenda, one for a meeting that is not known yet, one that has
    ended in an edition."""
    cast, offices = course.cast, course.offices
    for step in ("silence", "objected", "meeting", "unplaced", "adopted"):
        kind = ProcedureKind.SILENCE if step in {"silence", "objected"} else ProcedureKind.MEETING
        course.procedures[step] = propose(cast, course.texts[step], who=offices.serves, kind=kind)
    _revise(course, "silence", course.words("La prevención empieza siempre antes."))
    said = course.words("No corresponde.")
    course.objection = object_to(
        cast, course.procedures["objected"], offices.speaks, reason=said, wording=course.words("Siempre.")
    )
    course.declaration = declare(cast, course.procedures["silence"], offices.speaks, es=course.words("Con reserva."))
    request(cast, course.procedures["silence"], offices.speaks, reason=course.words("Falta tiempo."))
    agree(cast, course.procedures["adopted"], offices.speaks)
    commands.conclude_meeting(
        actor=cast.actor(offices.chairs), procedure=course.procedures["adopted"], present=present(course), at=NOW
    )


def present(course: Course) -> list[str]:
    """Every party of record of the meeting."""
    return ["JUS", "DEF"] if course.is_private else ["XA", "XB", "XC"]


def prepare_in_private(course: Course) -> None:
    """What one party does among its own: remarks, answers, a return, a clearance. Nobody else may notice."""
    cast, offices, round_ = course.cast, course.offices, course.rounds["preparing"]
    for name in ("copied", "loose"):
        course.remarks[name] = remark(
            cast, round_, offices.remarks, body=f"{CANARY} remark {name}", wording=f"{CANARY} wording {name}"
        )
    kept = answer(
        cast, round_, offices.speaks, remark=course.remarks["copied"], wording=f"{CANARY} answer",
        reason=f"{CANARY} reason",
    )  # fmt: skip
    course.answer = kept.key
    answer(
        cast, course.rounds["cleared"], offices.speaks, stance=Stance.ADD, wording=f"{CANARY} cleared",
        reason=f"{CANARY} why",
    )  # fmt: skip
    course.word_answer = commands.keep_word_answer(
        actor=cast.actor(offices.remarks), round_=round_, name=f"{CANARY}.docx", digest="0" * 64, named="",
        found=_found_in_word(), at=NOW,
    ).key  # fmt: skip
    if offices.clears:
        send_back(cast, round_, reason=f"{CANARY} return", who=offices.clears)
        clear(cast, course.rounds["cleared"])
    if course.is_private:
        keep_draft(
            actor=cast.actor(offices.serves), text=course.texts["open"], section=SECTION_A, language="es",
            markdown=f"## {CANARY} draft\n", base=latest_revision(course.texts["open"]), at=NOW,
        )  # fmt: skip


def _found_in_word() -> dict[str, object]:
    """A Word file as understood, with a comment and a change of the header."""
    thread = (Thread(f"{CANARY} author", "CA", f"{CANARY} comment"),)
    account = {"comments": 1, "comments_placed": 1, "changes": 1, "changes_placed": 0, "changes_of_form": 0}
    loose = (LooseEnd("u0", "change", f"{CANARY} loose", "es", near=f"{CANARY} near", place="header"),)
    return FoundAll(
        {**account, "edits": 1, "untracked": 0},
        remarks=(Found("c0", "comment", FIRST, "es", thread=thread),),
        loose=loose,
    ).data()


def speak(course: Course) -> None:
    """The party releases a position on one of the texts; who facilitates answers it, and the party says what it
    thinks of the answer. The remarks that it was made of stay private."""
    cast, offices, round_ = course.cast, course.offices, course.rounds["done"]
    made = remark(cast, round_, offices.remarks, passage=SECOND, body=f"{CANARY} remark", wording=f"{CANARY} words")
    answer(
        cast, round_, offices.speaks, passage=SECOND, remark=made, wording=course.words(f"{RELEASED} wording"),
        reason=course.words(f"{RELEASED} reason"),
    )  # fmt: skip
    if offices.clears:
        send_back(cast, round_, reason=f"{CANARY} return", who=offices.clears)
        clear(cast, round_)
    release(cast, round_, offices.speaks)
    course.comment = next(iter(lines(round_).values())).comment
    dispose(cast, round_, course.comment, who=offices.serves, reason=course.words("Se toma nota."))
    reply(cast, course.comment, offices.speaks)


@dataclass
class World:
    """Both courses, an account without a seat, a receipt of Aldea, an unused link, and vacant seats by whose they
    are."""

    cast: Cast
    network: Course
    mechanism: Course
    seatless: Account
    receipt: bytes
    token: str
    vacant: dict[str, str]
    event: str
    passkey: int
    committees: dict[str, str]
    delivery: Delivery
    handover: HandOver
    unheld: str
    feed: str
    seminars: dict[str, str]
    presence: dict[str, str]
    lessons: dict[str, str]


def shared_world() -> tuple[Cast, Course]:
    """The network as every seat knows it, before Aldea does anything among its own. The persons of Aldea have names
    and addresses that nobody else may learn."""
    cast = everybody()
    for office in cast.mandates:
        if office.startswith("XA/"):
            account, slug = cast.account(office), office.replace("/", ".").lower()
            account.name, account.email = f"{CANARY} {office}", f"{CANARY.lower()}.{slug}@example.org"
            account.save()
    fill_cumbre(cast)
    common_text(cast)
    least_time(cast)
    return cast, shared_course(cast, cast.body, IN_NETWORK)


def whole_world() -> World:
    cast, network = shared_world()
    prepare_in_private(network)
    nominate(cast, CANARY)
    stay_reachable(cast, CANARY)
    handover = hand_over(cast, CANARY)
    enter_words(cast)
    speak(network)
    mechanism = private_world(cast)
    mechanism.told |= tell_others(cast, network.texts["open"]) | adapt_in_the_open(cast, RELEASED)
    mechanism.told |= teach_in_the_open(cast, mechanism.told["shown"], RELEASED)
    seatless = open_account(actor=CONSOLE, email="nadie@example.org", name="Nadie", language="es", zone=ZONE, at=NOW)
    receipt = hand_receipt(
        actor=cast.actor("XA/focal_point"), network="Red", member="XA", trees=["network", "member:XA"], at=NOW
    )
    vacant = {
        of: create_seat(actor=CONSOLE, institution=cast.institutions[f"{of}/{code}"], role=role, title={}, at=NOW).key
        for of, code, role in (("XA", "JUS", Role.REPRESENTATIVE), ("network", "OBS", Role.OBSERVER))
    }
    empty = {"member": cast.members["XA"], "code": "VAC", "name": {"es": "Sin cargos"}, "branch": "executive"}
    cast.institutions["XA/VAC"] = enter_institution(actor=CONSOLE, at=NOW, **empty)
    token = make_link(actor=CONSOLE, account=seatless, at=NOW)
    event = enter_event(actor=CONSOLE, at=NOW, title={"es": "VII"}, kind="meeting", since="2016", source=SOURCE)
    for account in (cast.account("XA/focal_point"), cast.account("network/secretariat"), seatless):
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    passkey = Authenticator.objects.create(
        user=cast.account("XA/alternate"), type=Authenticator.Type.WEBAUTHN, data={"name": f"{CANARY} llave"}
    )
    made = [create_committee(actor=cast.secretariat, name={"es": f"Comité {name}"}, at=NOW) for name in ("A", "B")]
    join_committee(actor=cast.actor("XA/focal_point"), body=made[1], at=NOW)
    committees = {"joinings": made[0].key, "leavings": made[1].key}
    delivery = hand_in(actor=cast.actor("XA/focal_point"), name="houses.csv", sheets=[HOUSES], at=NOW)
    kept = (write_receipt(receipt), token, vacant, event.key, passkey.pk, committees, delivery)
    make_programme(cast, network.texts["open"])
    evaluate(cast, network.texts["open"])
    feed = open_feed(actor=cast.actor("XB/focal_point"), language="es", at=NOW)
    seminars = plan_seminars(cast, network.texts["open"])
    lessons = learn(cast, network.texts["done"], network.texts["open"], network.rounds["done"])
    attended = attend(cast)
    world = World(cast, network, mechanism, seatless, *kept, handover, unheld(cast), feed, seminars, attended, lessons)
    for app in NEWER:
        app.fill(world, CANARY, RELEASED)
    return world


def private_world(cast: Cast) -> Course:
    """The National Mechanism of Aldea at work: all of it in Aldea's own space."""
    body = convene(cast)
    Body.objects.filter(key=body.key).update(name={"es": f"{CANARY} Mecanismo"})
    body.name = {"es": f"{CANARY} Mecanismo"}
    mechanism = shared_course(cast, body, IN_MECHANISM)
    prepare_in_private(mechanism)
    speak(mechanism)
    mechanism.told = tell_in_private(cast, body) | adapt_in_private(cast, body, CANARY)
    mechanism.told |= teach(cast, mechanism.told["version"], CANARY)
    return mechanism


def tell_in_private(cast: Cast, body: Body) -> dict[str, str]:
    """What Aldea tells itself of its mechanism: an entry, a file, an instrument, an answer, a line of its plan."""
    actor, member = cast.actor("XA/focal_point"), cast.members["XA"]
    given = {"actor": actor, "member": member, "at": NOW}
    file = File(f"{CANARY}.pdf", "application/pdf", CANARY.encode())
    entry = mechanisms.make_entry(
        **given, topic=Topic.HOST, since="2026", says={"es": f"{CANARY} host"}, source=f"{CANARY} source", file=file
    )
    mechanisms.enter_instrument(**given, title=f"{CANARY} decree", rank=Rank.DECREE, since="2026", language="es")
    mechanisms.state_composition(**given, body=body, day=NOW.date())
    assessment = mechanisms.begin_assessment(**given, day=NOW.date())
    said = {"level": Level.PARTLY, "language": "es", "words": f"{CANARY} words", "evidence": f"{CANARY} evidence"}
    mechanisms.answer(actor=actor, assessment=assessment, criterion=Criterion.BUDGET, at=NOW, **said)
    line = mechanisms.enter_plan_line(**given, stage=Stage.WORKING, what=f"{CANARY} what", who=f"{CANARY} who")
    party = Party.objects.get(body=body, code="JUS")
    return {"entry": entry.key, "assessment": assessment.key, "line": line.key, "party": party.key}


def tell_others(cast: Cast, text: Text) -> dict[str, str]:
    """What Aldea released of its mechanism, and what the secretariat keeps for all."""
    actor = cast.actor("XA/focal_point")
    entry = mechanisms.make_entry(
        actor=actor, member=cast.members["XA"], at=NOW, topic=Topic.SECRETARIAT, since="2026", says={"es": "Dos."}
    )
    mechanisms.release(actor=actor, part=entry, audience=Audience.NETWORK, at=NOW)
    secretariat = cast.secretariat
    module = mechanisms.attach_module(actor=secretariat, stage=Stage.WORKING, text=text, passage=SECTION_A, at=NOW)
    model = mechanisms.mark_model(actor=secretariat, text=text, rank=Rank.DECREE, at=NOW)
    return {"released": entry.key, "module": module.key, "model": model.key}
