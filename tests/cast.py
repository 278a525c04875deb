"""The cast: three invented states, the network's own seats, and one short text, so that tests read as sentences about
people.

Aldea (XA) is where most things happen, Brisa (XB) is the other state from which nothing may leak, Cumbre (XC) has
a vacant seat.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.test import Client

from again import again
from tejido.curriculum.commands import Import, create_text
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.commands import open_round
from tejido.deliberation.models import Round
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.keys import Keyed, row_digest
from tejido.people.commands import choose_seat, open_account
from tejido.people.freshness import SHOWN
from tejido.people.models import Account
from tejido.registry.commands import (
    begin_mandate,
    convene_mechanism,
    create_seat,
    enter_institution,
    enter_member,
    enter_standing,
    found_network,
    join_mechanism,
)
from tejido.registry.models import Body, Institution, Mandate, Member, Seat
from tejido.registry.names import Branch, Role, Status
from tejido.registry.queries import actor_of, network_body

FOUNDED = date(2020, 1, 1)
NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
ZONE = "America/Asuncion"
DEADLINE = datetime(2027, 3, 31, 18, 0)  # noqa: DTZ001  # on the clocks of ZONE, as a person types it
STATES = {"XA": "Aldea", "XB": "Brisa", "XC": "Cumbre"}
SOURCE = "tests/cast.py"

# Who sits where: institution -> roles. A state's institutions, then the network's own.
STATE_SEATS = {
    "MRE": (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY),
    "JUS": (Role.REPRESENTATIVE,),
    "DEF": (Role.REPRESENTATIVE,),
}
NETWORK_SEATS = {
    "SEC": (Role.SECRETARIAT, Role.TRANSLATOR),
    "PRE": (Role.CHAIR,),
    "OBS": (Role.OBSERVER,),
}
# The vacant seats: nobody acts for Cumbre.
VACANT = {"XC/focal_point/MRE", "XC/alternate/MRE"}


def h(id: str, level: int, es: str, pt: str = "") -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": es, "pt": pt}, level=level)


def p(id: str, es: str, pt: str = "") -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {"es": es, "pt": pt})


# Ten passages in two languages; the ids are real ones, so that they pass every check.
TITLE, FIRST, SECOND, ITEM = "000000000t00", "000000000p01", "000000000p02", "00000000jt01"
SECTION_A, SECTION_B = "000000000h0a", "000000000h0b"
DOCUMENT = Document.of(
    [
        h(TITLE, 1, "Prevención temprana", "Prevenção precoce"),
        p(FIRST, "La prevención empieza antes de la violencia.", "A prevenção começa antes da violência."),
        h(SECTION_A, 2, "Factores de riesgo", "Fatores de risco"),
        p(SECOND, "Los factores se estudian en conjunto, nunca uno solo.", "Os fatores são estudados em conjunto."),
        Passage.of(ITEM, Kind.ITEM, {"es": "La memoria del lugar.", "pt": "A memória do lugar."}, level=1),
        p("000000000p03", "Cada caso pide su propio análisis.", "Cada caso pede sua própria análise."),
        h(SECTION_B, 2, "Respuesta del Estado", "Resposta do Estado"),
        p("000000000p04", "La respuesta es civil, legal y oportuna.", "A resposta é civil, legal e oportuna."),
        p("000000000p05", "La formación es obligatoria.", "A formação é obrigatória."),
        p("000000000p06", "La evaluación vuelve al texto.", "A avaliação volta ao texto."),
    ]
)


@dataclass
class Cast:
    """Everybody, by office: "XA/focal_point/MRE", "network/secretariat/SEC". Short forms leave the institution out."""

    members: dict[str, Member] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    mandates: dict[str, Mandate] = field(default_factory=dict)
    now: datetime = NOW

    def office(self, who: str) -> str:
        """ "XA/focal_point" -> "XA/focal_point/MRE"."""
        return next(office for office in self.seats if office == who or office.rsplit("/", 1)[0] == who)

    def actor(self, who: str, *, fresh: bool = True) -> Actor:
        """The actor of an office. `fresh`: the second factor was shown minutes ago."""
        return actor_of(self.mandates[self.office(who)], is_fresh=fresh)

    def account(self, who: str) -> Account:
        return self.mandates[self.office(who)].account

    def client(self, who: str, *, language: str = "en", fresh: bool = True) -> Client:
        """A browser in which the person of this office is signed in."""
        account = self.account(who)
        choose_seat(account=account, seat=self.seats[self.office(who)].key)
        client = Client(headers={"accept-language": language})
        client.force_login(account)
        if fresh:
            show_second_factor(client)
        return client

    @property
    def secretariat(self) -> Actor:
        return self.actor("network/secretariat")

    @property
    def body(self) -> Body:
        return network_body()


def show_second_factor(client: Client) -> None:
    """As if the person had just shown their second factor, for as long as a walk through all addresses may take."""
    session, an_hour = client.session, 3600
    session[SHOWN] = [session["_auth_user_id"], datetime.now(UTC).timestamp() + an_hour]
    session.save()


@pytest.fixture
def cast(db: None) -> Cast:
    """The network with three states and everybody in their seats."""
    return everybody()


def everybody() -> Cast:
    """The same for a fixture that opens the database by itself."""
    return again("everybody", _enter_everybody)


def _enter_everybody() -> Cast:
    cast = Cast()
    found_network(
        actor=CONSOLE, name={"es": "Red de prueba", "en": "Test network"}, languages=["es", "pt"], zone=ZONE, at=NOW
    )
    for code, name in STATES.items():
        _state(cast, code, name)
    for code, roles in NETWORK_SEATS.items():
        _institution(cast, None, code, roles)
    return cast


def _state(cast: Cast, code: str, name: str) -> None:
    member = enter_member(
        actor=CONSOLE, code=code, name={"es": name, "en": name}, languages=["es"], since=FOUNDED, at=NOW
    )
    enter_standing(
        actor=CONSOLE, member=member, at=NOW, status=Status.MEMBER, since=FOUNDED, says={"es": "Miembro"}, source=SOURCE
    )
    cast.members[code] = member
    for institution, roles in STATE_SEATS.items():
        _institution(cast, member, institution, roles)


def _institution(cast: Cast, member: Member | None, code: str, roles: tuple[Role, ...]) -> None:
    of = member.code if member else "network"
    row = enter_institution(
        actor=CONSOLE, member=member, code=code, name={"es": f"{code} de {of}"}, branch=Branch.EXECUTIVE, at=NOW
    )
    cast.institutions[f"{of}/{code}"] = row
    for role in roles:
        seat = create_seat(actor=CONSOLE, institution=row, role=role, title={"es": f"{role} {code} {of}"}, at=NOW)
        cast.seats[seat.office] = seat
        if seat.office not in VACANT:
            _hold(cast, seat)


def _hold(cast: Cast, seat: Seat) -> None:
    email = seat.office.replace("/", ".").lower() + "@example.org"
    account = open_account(
        actor=CONSOLE, email=email, name=f"Persona de {seat.office}", language="es", zone=ZONE, at=NOW
    )
    cast.mandates[seat.office] = begin_mandate(
        actor=CONSOLE, seat=seat, account=account, since=NOW - timedelta(days=365), at=NOW
    )


@pytest.fixture
def text(cast: Cast) -> Text:
    """The network's short text in Spanish and Portuguese."""
    return again("text", partial(make_text, cast))


def make_text(cast: Cast, body: Body | None = None, *, by: str = "network/secretariat", slug: str = "texto") -> Text:
    """A text with the ids of DOCUMENT, in the network or in another body."""
    by_language = {"es": _only("es"), "pt": _only("pt")}
    return create_text(
        actor=cast.actor(by),
        body=body or cast.body,
        title="Texto",
        source=Import(by_language),
        reason="primera",
        at=NOW,
        slug=slug,
    )


def _only(language: str) -> Document:
    return Document.of(passage.with_texts({language: passage.text(language)}) for passage in DOCUMENT)


@pytest.fixture
def revision(text: Text) -> Revision:
    return latest_revision(text)


@pytest.fixture
def round_(cast: Cast, text: Text, revision: Revision) -> Round:
    """A round that is open for thirty days from NOW."""
    build = partial(open_round, actor=cast.secretariat, text=text, revision=revision, local=DEADLINE, zone=ZONE)
    return again("round", partial(build, reply_days=21, invitation={"es": "Rogamos sus observaciones."}, at=NOW))


@pytest.fixture
def mechanism(cast: Cast) -> Body:
    """The National Mechanism of Aldea, whose parties are its institutions."""
    return again("mechanism", partial(convene, cast))


def convene(cast: Cast) -> Body:
    body = convene_mechanism(
        actor=CONSOLE, member=cast.members["XA"], name={"es": "Mecanismo Nacional de Aldea"}, at=NOW
    )
    for code in ("JUS", "DEF"):
        join_mechanism(actor=CONSOLE, body=body, institution=cast.institutions[f"XA/{code}"], since=FOUNDED, at=NOW)
    return body


@pytest.fixture
def at_now(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock that views read; NOW to begin with."""
    moment = [NOW]
    monkeypatch.setattr("tejido.config.middleware.timezone.now", lambda: moment[0])
    return lambda at: moment.__setitem__(0, at)


def seen(row: Keyed, *names: str) -> str:
    """What the form over a row carries while nobody has changed it."""
    return row_digest(type(row)._default_manager.get(key=row.key), *names)
