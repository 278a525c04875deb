"""Ecuador's invented position: cleared by its validating authority, and not yet released."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "EC",
    begun=3.2,
    cleared=0.7,
    answers=(
        es.amend(
            "Convoca la secretaría, de oficio",
            TECHNICAL,
            "Convoca la secretaría, de oficio o a petición de una sola institución cuando hay vidas en peligro.",
            "Exigir dos instituciones puede demorar la convocatoria cuando solo una conoce el peligro.",
        ),
        es.agree("Sesión 1.5. Pueblos y grupos en situación de vulnerabilidad", section=True),
        es.amend(
            "| Desaparición forzada |",
            EDITORIAL,
            "Privación de libertad por agentes del Estado o con su autorización, apoyo o aquiescencia, seguida de la "
            "negativa a informar sobre la suerte o el paradero de la persona",
            "Se recogen los tres elementos de la definición convencional.",
        ),
        es.agree("Sesión 2.7. La palabra del Estado", section=True),
    ),
)
