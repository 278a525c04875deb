"""Fills a node with a register of 60 members, 40 institutions each and 20 years of mandates, in bulk, and prints a
member's code, a seat and a session. Run by bench/registry.py, with TEJIDO_DATA set to an empty folder.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

from prepared import prepare, session_of

MEMBERS, INSTITUTIONS, YEARS, TERM = 60, 40, 20, 2
BEGIN = datetime(2006, 1, 1, tzinfo=UTC)


def main() -> None:
    prepare()
    seat, account = _fill()
    print("M00", seat, session_of(account))


def _fill() -> tuple[str, Any]:
    """The key of a seat, and the account that sits in it."""
    from tejido.ledger.actors import CONSOLE
    from tejido.people.commands import open_account
    from tejido.registry.commands import enter_sourced_member, found_network
    from tejido.registry.models import Institution, Mandate, Member, Seat, Sector

    zone = "America/Asuncion"
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone=zone, at=BEGIN)
    account = open_account(actor=CONSOLE, email="a@example.org", name="Ana", language="es", zone=zone, at=BEGIN)
    others = open_account(actor=CONSOLE, email="b@example.org", name="Otros", language="es", zone=zone, at=BEGIN)
    for number in range(MEMBERS):
        enter_sourced_member(
            actor=CONSOLE, code=f"M{number:02}", name={"es": f"Estado {number}"}, since=date(2006, 1, 1), source="acta",
            at=BEGIN,
        )  # fmt: skip  # one row of a table, read as one
    sectors = Sector.objects.bulk_create(Sector(code=f"S{n}", name={"es": f"Sector {n}"}) for n in range(12))
    houses = Institution.objects.bulk_create(
        Institution(
            member=member, code=f"I{n:02}", name={"es": f"Institución {n} de {member.code}"}, sector=sectors[n % 12],
            since=date(2006, 1, 1),
        )
        for member in Member.objects.all() for n in range(INSTITUTIONS)
    )  # fmt: skip  # one row of a table, read as one
    seats = Seat.objects.bulk_create(
        Seat(institution=house, role="focal_point" if house.code == "I00" else "representative", title={"es": "Sede"})
        for house in houses
    )
    terms = [(n * TERM, None if (n + 1) * TERM >= YEARS else (n + 1) * TERM) for n in range(YEARS // TERM)]
    Mandate.objects.bulk_create(
        (
            Mandate(
                seat=seat, account=others if seat is not seats[0] else account, name=f"Persona {begin}",
                since=_after(begin), until=_after(end),
            )
            for seat in seats for begin, end in terms  # who reads sits in one seat, as nearly everybody does
        ),
        batch_size=2_000,
    )  # fmt: skip  # one row of a table, read as one
    return seats[0].key, account


def _after(years: int | None) -> datetime | None:
    return None if years is None else BEGIN + timedelta(days=365.25 * years)


if __name__ == "__main__":
    sys.exit(main())
