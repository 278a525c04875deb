"""Colombia's invented position: released."""

from ...script import EDITORIAL, GENERAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "CO",
    begun=7.5,
    cleared=6.4,
    released=6,
    answers=(
        es.add(
            "",
            GENERAL,
            "En cada módulo, una actividad se sitúa fuera de la capital y tiene en cuenta los medios de una "
            "institución local.",
            "Las señales se ven primero en el territorio. El texto lo dice en la sesión 1.3 y las actividades no "
            "siempre lo siguen.",
        ),
        es.add(
            "Se aprueba con una asistencia mínima del ochenta por ciento",
            TECHNICAL,
            "La asistencia a distancia se cuenta cuando la sesión es simultánea.",
            "Quien presta servicio lejos de las ciudades quizá solo pueda seguir el curso a distancia.",
        ),
        es.amend(
            "Nadie puede ser devuelto a donde",
            TECHNICAL,
            "Nadie puede ser devuelto a donde peligren su vida o su libertad, y la expulsión colectiva de personas "
            "extranjeras está prohibida. Varios Estados de la región aplican la definición de Cartagena, y algunos la "
            "han incorporado a su legislación.",
            "La recepción en la ley interna cambia la obligación de quien trabaja en el puesto fronterizo.",
        ),
        es.amend(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Los estándares aplicables son conocidos: libre determinación, propiedad colectiva, consulta previa, "
            "consentimiento libre, previo e informado cuando la medida lo exige, respeto de las autoridades propias.",
            "El consentimiento no se exige del mismo modo en todos los casos; conviene decir que hay medidas que lo "
            "requieren.",
        ),
        es.add(
            "Vuelven al mismo mercado personas desplazadas",
            TECHNICAL,
            "La reintegración de las mujeres y de las niñas atiende a lo que vivieron dentro del grupo armado y a lo "
            "que les espera al volver.",
            "El pasaje menciona a niñas y niños y no a las mujeres adultas, cuyo regreso suele recibir menos apoyo.",
        ),
        es.amend(
            "La búsqueda empieza sin esperar al proceso penal",
            EDITORIAL,
            "La búsqueda tiene carácter humanitario; empieza sin esperar al proceso penal y no termina con él.",
            "Precisa por qué la búsqueda puede avanzar por un camino propio.",
        ),
        es.agree("Sesión 3.5. Reparar sin volver a dañar", section=True),
        es.reserve(
            "| 4. Urgencia |",
            TECHNICAL,
            "La expresión «frontera abierta» necesita precisarse. Se reserva la posición hasta conocer una redacción "
            "que remita a las obligaciones de no devolución de la sesión 2.5.",
        ),
        es.add(
            "que hay un responsable con nombre, teléfono y suplente",
            TECHNICAL,
            "y que ese dato se entregó por escrito, en la lengua de quienes serán protegidos;",
            "Un contacto que solo se dijo de palabra no puede exigirse después.",
        ),
    ),
)
