"""Chile's invented position: released after the first deadline, and so late although an extension followed."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "CL",
    begun=5,
    cleared=2.05,
    released=2,
    answers=(
        es.amend(
            "**Reducir es excepcional.**",
            TECHNICAL,
            "**Reducir es excepcional.** Ningún módulo baja de las tres cuartas partes de sus horas y ningún objetivo "
            "se suprime sin comunicarlo, con sesenta días de antelación, a los demás Estados.",
            "Sin un plazo, la comunicación puede llegar cuando el curso ya empezó.",
        ),
        es.add(
            "| Verificación de idoneidad |",
            EDITORIAL,
            "Término equivalente en inglés: *vetting*.",
            "Facilita cotejar el glosario con las fuentes que citan las notas.",
        ),
        es.add(
            "Estar donde ocurrió un crimen cambia las preguntas",
            TECHNICAL,
            "Santiago tiene desde 2010 un Museo de la Memoria y los Derechos Humanos.",
            "Sería útil un ejemplo de museo que no ocupa un lugar de los hechos.",
        ),
        es.amend(
            "**Duración: 3 horas.**",
            TECHNICAL,
            "**Duración: 2 horas.** Al terminar la sesión, usted podrá:",
            "Liberar a todo un grupo durante media jornada no es posible para las instituciones que trabajan por "
            "turnos.",
        ),
        es.agree("Sesión 2.4. Fuerzas de seguridad bajo presión", section=True),
        es.reserve(
            "Prueba: la proporción por grado",
            TECHNICAL,
            "Se reserva la posición hasta verificar si las normas de protección de datos permiten publicar "
            "proporciones por grado en unidades pequeñas.",
        ),
    ),
)
