"""What happens in the demonstration network in Africa after it was founded from the first one's text: seats, a National
committee, a local committee, its own version of the guide. Told through the commands alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tejido.adaptation import commands as adaptation
from tejido.adaptation.models import Derivation
from tejido.adaptation.queries import judged_now, own_version_for, waiting, waiting_digest
from tejido.curriculum.commands import mint, save_revision
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.actors import CONSOLE, Actor
from tejido.people.commands import open_account
from tejido.registry import commands as registry
from tejido.registry.models import Institution, Member
from tejido.registry.names import Branch, Role
from tejido.registry.queries import actor_of

from . import words
from .register import EVENTS, MEMBERS, ZONE, Texts, marked, said

CHAIR, LANGUAGE_SERVICE = "CH", "LS"
KENYA = "KE"
_TITLES: Mapping[Role, Texts] = {
    Role.CHAIR: said("Rotating chair", "Présidence tournante", "Presidência de turno", "الرئاسة الدورية", "Uenyekiti"),
    Role.TRANSLATOR: said(
        "Language service", "Service des langues", "Serviço de idiomas", "خدمة اللغات", "Huduma ya lugha"
    ),
    Role.FOCAL_POINT: said("Focal point", "Point focal", "Ponto focal", "جهة التنسيق", "Mratibu"),
    Role.VALIDATING_AUTHORITY: said(
        "Validating authority",
        "Autorité de validation",
        "Autoridade validadora",
        "جهة الاعتماد",
        "Mamlaka ya kuidhinisha",
    ),
    Role.REPRESENTATIVE: said("Representative", "Représentation", "Representante", "ممثل", "Mwakilishi"),
}
_MINISTRY = said("Foreign affairs", "Affaires étrangères", "Relações exteriores", "الشؤون الخارجية", "Mambo ya nje")
_COUNTY = said(
    "Office of an invented county", "Bureau d’un comté inventé", "Escritório de um condado inventado",
    "مكتب مقاطعة مختلقة", "Ofisi ya kaunti ya kubuni",
)  # fmt: skip  # one name
_COMMITTEE = said("National committee", "Comité national", "Comitê nacional", "اللجنة الوطنية", "Kamati ya taifa")
_PEACE = said(
    "Peace committee of an invented town", "Comité de paix d’une ville inventée",
    "Comitê de paz de uma cidade inventada",
    "لجنة سلام لبلدة مختلقة", "Kamati ya amani ya mji wa kubuni",
)  # fmt: skip  # one name


@dataclass(slots=True)
class Cast:
    """Who acts, by member and role; the network's own under no member."""

    actors: dict[tuple[str, Role], Actor] = field(default_factory=dict)

    @property
    def secretariat(self) -> Actor:
        return self.actors["", Role.SECRETARIAT]


def enter(cast: Cast, at: datetime) -> None:
    """The past, seats of the network and of its members, and what one of them has within."""
    for event in EVENTS:
        registry.enter_event(
            actor=CONSOLE, at=at, kind=event.kind, since=event.since, until=event.until, title=event.title,
            place=event.place, says=event.says, source=event.source, grade=event.grade,
        )  # fmt: skip  # one row of a table, read as one
    for role, code in ((Role.CHAIR, CHAIR), (Role.TRANSLATOR, LANGUAGE_SERVICE)):
        _fill(cast, "", _institution(None, code, _TITLES[role], at), role, at)
    for member in Member.objects.all():
        ministry = _institution(member, "MFA", _MINISTRY, at)
        for role in (Role.FOCAL_POINT, Role.VALIDATING_AUTHORITY):
            _fill(cast, member.code, ministry, role, at)
    _within(cast, Member.objects.get(code=KENYA), at)


def _within(cast: Cast, member: Member, at: datetime) -> None:
    """A National committee, and a local one in a place that is not on any map."""
    keeper = cast.actors[member.code, Role.FOCAL_POINT]
    county = _institution(member, "CTY", _COUNTY, at)
    _fill(cast, member.code, county, Role.REPRESENTATIVE, at)
    committee = registry.convene_mechanism(actor=keeper, member=member, name=marked(_COMMITTEE), at=at)
    local = registry.convene_local(
        actor=keeper, member=member, name=marked(_PEACE), place="", place_name="An invented town", at=at
    )
    for body in (committee, local):
        registry.join_mechanism(actor=keeper, body=body, institution=county, since=at.date(), at=at)


def _institution(member: Member | None, code: str, name: Texts, at: datetime) -> Institution:
    return registry.enter_institution(
        actor=CONSOLE, member=member, code=code, name=marked(name), branch=Branch.EXECUTIVE, at=at,
        is_demonstration=True,
    )  # fmt: skip  # one row of a table, read as one


def _fill(cast: Cast, code: str, institution: Institution, role: Role, at: datetime) -> None:
    seat = registry.create_seat(actor=CONSOLE, institution=institution, role=role, title=marked(_TITLES[role]), at=at)
    place = MEMBERS[code]["en"] if code else institution.name["en"]
    account = open_account(
        actor=CONSOLE, email=f"{code or 'network'}.{institution.code}.{role}@demonstration.invalid".lower(),
        name=f"{_TITLES[role]['en']} · {place}", language="en", zone=ZONE, at=at, is_demonstration=True,
    )  # fmt: skip  # one row of a table, read as one
    mandate = registry.begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at, at=at)
    cast.actors[code, role] = actor_of(mandate, is_fresh=True)


## The network's own version


def adapt(cast: Cast, version: Derivation, at: datetime) -> None:
    """Two passages say something else and one is added, each with its reason, approved by the chair; French, Arabic and
    Swahili are begun."""
    base = latest_revision(version.text)
    passages = list(_written(document_of(base)))
    save_revision(
        actor=cast.secretariat, text=version.text, document=Document.of(passages), base=base, at=at,
        reason="First adaptation (demonstration)",
    )  # fmt: skip  # one act, read as one
    reasons = [(own, why) for _, own, why in words.DEPARTURES] + [(words.ADDED["en"], words.ADDED_WHY)]
    for phrase, why in reasons:
        subject = next(p.id for p in passages if phrase in p.text("en"))
        seen = judged_now(own_version_for(cast.secretariat, version.key), subject)
        adaptation.declare(
            actor=cast.secretariat, derivation=version, subject=subject, is_section=False, is_derogation=False,
            reason=f"{why} {words.INVENTED}", language="en", seen=seen, at=at,
        )  # fmt: skip  # one act, read as one
    chair = cast.actors["", Role.CHAIR]
    seen = waiting_digest(waiting(own_version_for(chair, version.key)))
    adaptation.approve(actor=chair, derivation=version, seen=seen, at=at)


def _written(document: Document) -> Iterator[Passage]:
    for passage in document:
        yield _translated(_departing(passage))
        if passage.text("en").startswith(words.ADDED_BEHIND):
            yield Passage.of(mint(), Kind.PARAGRAPH, words.ADDED)


def _departing(passage: Passage) -> Passage:
    english = passage.text("en")
    for theirs, ours, _why in words.DEPARTURES:
        english = english.replace(theirs, ours)
    return passage.with_text("en", english) if english else passage


def _translated(passage: Passage) -> Passage:
    for beginning, (fr, ar, sw) in words.TRANSLATED.items():
        if passage.text("en").startswith(beginning):
            return passage.with_texts({**dict(passage.texts), "fr": fr, "ar": ar, "sw": sw})
    return passage
