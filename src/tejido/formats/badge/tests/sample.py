"""A certificate for tests: of an invented seminar, valid for three years from May 2027."""

from datetime import UTC, datetime

from tejido.formats.badge import Achievement, Badge, Holder, Issuer, Place

KEY = bytes(range(32))
NOW = datetime(2027, 6, 1, tzinfo=UTC)
LIST = "https://tejido.example/certificates/revoked/1/"
BADGE = Badge(
    id="https://tejido.example/certificates/4f7k-2m9q/",
    issuer=Issuer("Red de prueba", "https://tejido.example/"),
    achievement=Achievement(
        "https://tejido.example/seminars/1/", "Seminario de prueba", "Primera parte", "Cuatro de cinco sesiones", "es"
    ),
    holder=Holder("Participante de prueba 01", "5f1d"),
    since="2027-05-08T12:00:00Z",
    until="2030-05-08T12:00:00Z",
    status=Place(LIST, 77),
)
