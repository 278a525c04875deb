"""A school registrar of the ministry JUS of Aldea, whom the cast does not have."""

from datetime import timedelta

from cast import NOW, ZONE, Cast
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import open_account
from tejido.registry.commands import begin_mandate, create_seat
from tejido.registry.names import Role

REGISTRAR = "XA/registrar/JUS"


def with_registrar(cast: Cast) -> Cast:
    seat = create_seat(
        actor=CONSOLE, institution=cast.institutions["XA/JUS"], role=Role.REGISTRAR, title={"es": "Registro"}, at=NOW
    )
    account = open_account(
        actor=CONSOLE, email="registro@example.org", name="Persona de registro", language="es", zone=ZONE, at=NOW
    )
    cast.seats[seat.office] = seat
    since = NOW - timedelta(days=365)
    cast.mandates[seat.office] = begin_mandate(actor=CONSOLE, seat=seat, account=account, since=since, at=NOW)
    return cast
