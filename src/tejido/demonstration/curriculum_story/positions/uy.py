"""Uruguay's invented position: released."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es, en = Voice("es"), Voice("en")

POSITION = PlannedPosition(
    "UY",
    begun=9.3,
    cleared=8.4,
    released=8,
    answers=(
        es.amend(
            "Se aprueba con una asistencia mínima del ochenta por ciento",
            TECHNICAL,
            "**Lo que aprende cada persona.** Una comprobación al final de cada sesión y un trabajo final por módulo, "
            "breve y aplicado al puesto. Se aprueba con una asistencia mínima del setenta y cinco por ciento y un "
            "trabajo final suficiente.",
            "Un mínimo algo menor permite aprobar a quien faltó por una guardia. Se mantiene lo dicho en la primera "
            "ronda.",
        ),
        es.amend(
            "El mecanismo se reúne en tres horas",
            TECHNICAL,
            "El mecanismo se reúne en seis horas, también a distancia, y sesiona con quienes estén.",
            "El plazo debe poder cumplirse en domingo y con suplentes.",
        ),
        es.agree("Principios de la formación", section=True),
        es.add(
            "Una persona ajena al equipo defiende la lectura opuesta",
            TECHNICAL,
            "Ese papel rota en cada evaluación.",
            "Quien contradice siempre acaba por no ser oído, o por aprender a no molestar.",
        ),
        en.amend(
            "Los resultados individuales permanecen en la institución",
            EDITORIAL,
            "Only aggregate figures and observations on the text are sent to the regional network.",
            "“Reach” leaves open who sends them.",
        ),
        es.delete(
            "¿Qué figura, fecha o canto celebra su institución",
            TECHNICAL,
            "Puede obligar a una persona a exponer a su unidad delante de superiores. La revisión de cantos y "
            "homenajes ya está en el texto de la sesión.",
        ),
        es.agree("**Reducir es excepcional.**", "El mínimo de tres cuartas partes da sentido a que el plan sea común."),
        es.amend(
            "Un registro de rumores es una hoja con seis columnas",
            TECHNICAL,
            "Como podría usarse contra comunidades enteras, tiene custodia designada, acceso limitado y una fecha de "
            "eliminación que no excede de noventa días.",
            "Sin un máximo, la fecha de eliminación puede fijarse para nunca.",
        ),
    ),
)
