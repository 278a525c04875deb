"""Panama's invented position: sent back by its validating authority, with the reason."""

from ...script import TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "PA",
    begun=4.6,
    returned=(
        1.6,
        (
            "Falta el parecer de la institución que representa a Interior sobre la sesión 2.4. Consúltela y vuelva a "
            "presentar la posición."
        ),
    ),
    answers=(
        es.add(
            "Cuando las fuerzas armadas apoyan a la policía",
            TECHNICAL,
            "Lo mismo vale para los cuerpos armados de otra denominación.",
            "No todos los Estados organizan del mismo modo su fuerza pública.",
        ),
        es.agree("Sesión 2.5. Proteger a personas y grupos", section=True),
        es.agree("Sesión 1.7. Mecanismos nacionales, memoria y educación", section=True),
    ),
)
