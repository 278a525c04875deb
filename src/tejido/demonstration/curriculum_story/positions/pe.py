"""Peru's invented position: released."""

from ...script import GENERAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "PE",
    begun=6.8,
    cleared=5.5,
    released=5.1,
    answers=(
        es.amend(
            "**Reducir es excepcional.**",
            TECHNICAL,
            "**Reducir es excepcional.** Ningún módulo baja de las dos terceras partes de sus horas y ningún objetivo "
            "se suprime sin comunicarlo a los demás Estados.",
            "El mínimo de tres cuartas partes impediría un curso abreviado para personal en actividad.",
        ),
        es.amend(
            "**Duración: 3 horas.**",
            TECHNICAL,
            "**Duración: 2 horas y media.** Al terminar la sesión, usted podrá:",
            "La presentación ante el parlamento puede abreviarse sin perder los objetivos.",
        ),
        es.amend(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Los estándares aplicables son conocidos: libre determinación, propiedad colectiva, consulta previa, con "
            "el consentimiento como finalidad, respeto de las autoridades propias.",
            "Se propone una redacción que pueda concordar con leyes que hablan de la finalidad de la consulta.",
        ),
        es.reserve(
            "| 4. Urgencia |",
            TECHNICAL,
            "Se reserva la posición sobre «frontera abierta»: la expresión puede entenderse como ausencia de todo "
            "control.",
        ),
        es.amend(
            "¿Qué figura, fecha o canto celebra su institución",
            TECHNICAL,
            "¿Qué costumbre de su institución podría herir a una víctima sin que nadie se lo proponga?",
            "La pregunta actual puede obligar a una persona a exponer a su unidad delante del grupo.",
        ),
        es.agree("La región ha creado muchas desde los años ochenta", "La cita de la comisión es exacta y suficiente."),
        es.amend(
            "Se aprueba con una asistencia mínima del ochenta por ciento",
            TECHNICAL,
            "Se aprueba con una asistencia mínima del ochenta por ciento, salvo razones de servicio acreditadas, y un "
            "trabajo final suficiente.",
            "El personal en turno no siempre decide sobre su asistencia.",
        ),
        es.agree("Sesión 1.1. Palabras, historia y norma", section=True),
        es.add(
            "La región contribuyó a crear este oficio",
            GENERAL,
            "El Estado cubre los gastos de traslado de las familias que participan en la búsqueda.",
            "Sin ese apoyo, la participación queda reservada a quienes viven cerca.",
        ),
    ),
)
