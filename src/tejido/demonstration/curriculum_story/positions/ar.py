"""Argentina's invented position: released."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es = Voice("es")

POSITION = PlannedPosition(
    "AR",
    begun=12,
    cleared=11.4,
    released=11,
    answers=(
        es.agree(
            "",
            "Se valora que el texto distinga con claridad los tres momentos de la prevención y que todas las sesiones "
            "pidan examinar la propia institución. Las observaciones que siguen no alteran ese acuerdo general.",
        ),
        es.amend(
            "Se recomienda formar grupos de veinte a treinta",
            TECHNICAL,
            "Se recomienda formar grupos de veinte a veinticinco personas de instituciones distintas. Buena parte de "
            "lo que se aprende es con quién hay que hablar cuando la señal aparece fuera del propio ámbito, y eso "
            "solo se aprende conversando con esas personas.",
            "Con más de veinticinco personas, las simulaciones del módulo 2 dejan a parte del grupo sin papel.",
        ),
        es.agree("Sesión 1.3. Factores de riesgo y alerta temprana", section=True),
        es.amend(
            "Ningún archivo de esos años se vacía",
            TECHNICAL,
            "Regla de trabajo. Ningún archivo de esos años se vacía, se muda, se desclasifica en parte o se "
            "digitaliza sin orden escrita, inventario previo y una copia fuera del edificio.",
            "Una desclasificación parcial, sin inventario previo, puede romper la unidad del fondo tanto como un "
            "traslado.",
        ),
        es.add(
            "| Verificación de idoneidad |",
            EDITORIAL,
            "En algunos países se usa, con el mismo sentido, la voz inglesa *vetting*.",
            "El lector que consulte la bibliografía encontrará casi siempre el término inglés.",
        ),
        es.amend(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Los estándares aplicables son conocidos: libre determinación, propiedad colectiva, consulta previa con "
            "el fin de obtener el consentimiento libre, previo e informado, respeto de las autoridades propias.",
            "Conviene emplear la expresión completa de la Declaración de las Naciones Unidas, que la nota ya cita.",
        ),
        es.reserve(
            "en sesión pública se explica lo que no se cumplió",
            TECHNICAL,
            "La publicidad de la sesión depende de la norma que rija el mecanismo. Se reserva la posición hasta "
            "concluir la consulta con las instituciones que lo integran.",
        ),
        es.agree("Sesión 3.7. Memoria, educación y negación", section=True),
    ),
)
