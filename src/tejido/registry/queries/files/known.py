"""The register by its codes and keys, loaded once for a whole file."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.formats.sheet import Cell
from tejido.ledger.actors import Actor

from ... import rules
from ...models import Institution, Mandate, Member, Seat, Sector, Standing
from ...names import Fault
from ..histories import knows_holders
from ..mandates import ACTING_ROLES, held_at
from .columns import ROLES, Table, Wrong, line

_OF_NETWORK = frozenset({"sectors", "members", "standings"})


class Known:
    def __init__(self, actor: Actor, now: datetime) -> None:
        self._actor, self._now = actor, now
        self._sectors = {row.code: row for row in Sector.objects.all()}
        self._members = {row.code: row for row in Member.objects.all()}
        self._standings = {row.key: row for row in Standing.objects.select_related("member")}
        houses = Institution.objects.select_related("member", "sector", "successor")
        self._houses = {(row.member.code if row.member else "", row.code): row for row in houses}
        self.seats = {row.key: row for row in Seat.objects.select_related("institution__member")}
        self.mandates = {row.key: row for row in Mandate.objects.select_related("seat__institution__member")}
        acting = held_at(now).filter(seat__role__in=ACTING_ROLES, account__is_active=True)
        self._manned = set(acting.values_list("seat__institution__member__code", flat=True))

    def may_keep(self, table: str, owner: str) -> bool:
        if table in _OF_NETWORK:
            return rules.may_keep_network(self._actor) is None
        return rules.may_keep(self._actor, owner, owner in self._manned) is None

    def row(self, table: Table, cells: Mapping[str, Cell]) -> tuple[Any, str]:
        """The row that the file means, None for a new one, and the code of the member whose it is. Wrong for a key or
        code that nobody has, and for one that belongs to something else."""
        said = {name: line(cells.get(name)) for name in table.known_by}
        match table.name:
            case "sectors":
                return self._sectors.get(self._needed(said, "code")), ""
            case "members":
                return self._members.get(self._needed(said, "code")), ""
            case "institutions":
                self._member(said["member"])
                return self._houses.get((said["member"], self._needed(said, "code"))), said["member"]
            case "standings":
                return self._by_key(self._standings, said, {"member": lambda row: row.member.code}), ""
            case "seats":
                return self._seat(said)
        row = self._by_key(self.mandates, said, {"seat": lambda row: row.seat_id})
        return row, _owner(row.seat) if row else ""

    def _seat(self, said: Mapping[str, str]) -> tuple[Any, str]:
        same = {
            "member": _owner,
            "institution": lambda row: row.institution.code,
            "role": lambda row: row.role,
        }
        row = self._by_key(self.seats, said, same)
        return row, _owner(row) if row else said["member"]

    @staticmethod
    def _by_key(rows: Mapping[str, Any], said: Mapping[str, str], same: Mapping[str, Any]) -> Any:
        """The row of a key; what else it is known by may be left out and not be another's."""
        if not said["key"]:
            return None
        if said["key"] not in rows:
            raise Wrong(Fault.NOT_THERE, column="key", value=said["key"][:40])
        row = rows[said["key"]]
        for column, of in same.items():
            if said[column] and said[column] != of(row):
                raise Wrong(Fault.FIXED, column=column)
        return row

    @staticmethod
    def _needed(said: Mapping[str, str], column: str) -> str:
        if not said[column]:
            raise Wrong(Fault.MISSING, column=column)
        return said[column]

    def _member(self, code: str) -> Member | None:
        if code and code not in self._members:
            raise Wrong(Fault.NOT_THERE, column="member", value=code[:40])
        return self._members.get(code)

    def find(self, column: str, code: str, owner: str) -> Any:
        """A sector or a succeeding institution by its code. A word that is not in the vocabulary never enters by the
        way."""
        found = self._sectors.get(code) if column == "sector" else self._houses.get((owner, code))
        if found is None and column == "sector":
            raise Wrong(Fault.UNKNOWN_WORD, column=column, value=code[:40], allowed=", ".join(self._sectors) or "—")
        if found is None:
            raise Wrong(Fault.NOT_THERE, column=column, value=code[:40])
        return found

    def owner_of_new(self, table: Table, cells: Mapping[str, Cell]) -> dict[str, Any]:
        """What a new row belongs to, as the command that enters it takes it."""
        said = {name: line(cells.get(name)) for name in table.known_by}
        match table.name:
            case "standings":
                return {"member": self._member(self._needed(said, "member"))}
            case "institutions":
                return {"member": self._member(said["member"]), "code": said["code"]}
        if said["role"] not in ROLES:
            allowed = ", ".join(sorted(ROLES))
            raise Wrong(Fault.UNKNOWN_WORD, column="role", value=said["role"][:40], allowed=allowed)
        house = self._houses.get((said["member"], self._needed(said, "institution")))
        if house is None:
            raise Wrong(Fault.NOT_THERE, column="institution", value=said["institution"][:40])
        return {"institution": house, "role": said["role"]}

    def same(self, table: str, values: Mapping[str, Any]) -> Any:
        """The row that says the same already, for one without a key: a file that is applied twice enters it once."""
        rows: Any = {"standings": self._standings, "seats": self.seats}.get(table, {})
        return next((row for row in rows.values() if all(getattr(row, n) == v for n, v in values.items())), None)

    def is_untold(self, row: Any, owner: str) -> bool:
        """Whether the row ends on a day that its member has set for later and the reader was not told. The file that
        the reader got says nothing of it, and so takes nothing back."""
        return isinstance(row, Mandate) and not knows_holders(self._actor, owner) and self.told(row, "until") is None

    def told(self, row: Any, column: str) -> Any:
        """A value as others may know it: an end that is to come is the member's own."""
        value = getattr(row, column)
        if isinstance(row, Mandate) and column == "until" and value is not None and value > self._now:
            return None
        return value


def _owner(seat: Seat) -> str:
    return seat.institution.member.code if seat.institution.member else ""
