"""Mexico's invented position: released."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "MX",
    begun=11.2,
    cleared=10.3,
    released=10,
    answers=(
        es.amend(
            "Se recomienda formar grupos de veinte a treinta",
            TECHNICAL,
            "Se recomienda formar grupos de veinte a treinta personas de instituciones distintas, y de hasta treinta "
            "y cinco en la modalidad a distancia.",
            "En línea, con varias personas facilitadoras, un grupo algo mayor sigue siendo practicable.",
        ),
        es.reserve(
            "**Reducir es excepcional.**",
            TECHNICAL,
            "Se reserva la posición sobre el mínimo de tres cuartas partes hasta conocer las cargas horarias que "
            "fijan las normas de las academias.",
        ),
        es.amend(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Los estándares aplicables son conocidos: libre determinación, propiedad colectiva, consulta y "
            "consentimiento libre, previo e informado, respeto de las autoridades propias.",
            "Es la expresión de la Declaración que cita la nota.",
        ),
        es.add(
            "El servicio exterior latinoamericano ofrece ejemplos",
            TECHNICAL,
            "Gilberto Bosques, cónsul general de México en Marsella, protegió a personas refugiadas que huían del "
            "nazismo y del franquismo.",
            "Es un ejemplo conocido del servicio exterior de la región y completa los tres que se citan.",
        ),
        es.amend(
            "Cuando las fuerzas armadas apoyan a la policía",
            TECHNICAL,
            "Cuando las fuerzas armadas apoyan a la policía, su intervención ha de ser extraordinaria, temporal, "
            "subordinada y complementaria a la de los cuerpos civiles, regulada y fiscalizada por órganos civiles "
            "independientes.",
            "Que la intervención sea extraordinaria no basta si no se dice también que termina.",
        ),
        es.agree("Sesión 2.5. Proteger a personas y grupos", section=True),
        es.amend(
            "Las autoridades disponen de respuestas más rápidas",
            EDITORIAL,
            "Pueden desmentir un rumor con datos y en todas las lenguas del lugar, también en la de señas, nombrar a "
            "la persona agraviada como conciudadana y apoyar a medios comunitarios.",
            "Las lenguas de señas son lenguas del lugar y conviene nombrarlas.",
        ),
        es.no_position(
            "Sesión 3.3. Justicia: quién juzga", "La consulta interna sobre esta sesión no ha concluido.", section=True
        ),
    ),
)
