"""Costa Rica's invented position: released. Two of its comments are on the English text."""

from ...script import EDITORIAL, TECHNICAL, PlannedPosition, Voice

es, en = Voice("es"), Voice("en")

POSITION = PlannedPosition(
    "CR",
    begun=8.4,
    cleared=7.5,
    released=7,
    answers=(
        es.agree("Se recomienda formar grupos de veinte a treinta", "El intervalo permite adaptarse a cada escuela."),
        es.add(
            "Cuando las fuerzas armadas apoyan a la policía",
            TECHNICAL,
            "En los Estados que no tienen fuerzas armadas, lo dicho vale para todo cuerpo armado que apoye a la "
            "policía civil.",
            "El texto supone que todos los Estados tienen fuerzas armadas.",
        ),
        es.amend(
            "El mecanismo se reúne en tres horas",
            TECHNICAL,
            "El mecanismo se reúne en el día, y de inmediato si hay vidas en peligro, también a distancia, y sesiona "
            "con quienes estén.",
            "Un plazo fijo en horas puede resultar largo o corto según el caso; importa el peligro.",
        ),
        es.add(
            "Las autoridades disponen de respuestas más rápidas",
            TECHNICAL,
            "incluidas las lenguas de señas",
            "Un desmentido que no se interpreta en lengua de señas deja fuera a quienes menos medios tienen para "
            "contrastarlo.",
        ),
        en.amend(
            "La formación persigue que cada participante",
            EDITORIAL,
            "The training aims to make each participant able, in the post they hold, to recognise risk factors, to "
            "name them with legal accuracy and to act in time through the channels that exist.",
            "“He or she” is repeated throughout the English text; a gender-neutral plural reads better.",
        ),
        en.amend(
            "Siete pasos y una matriz",
            EDITORIAL,
            "Seven steps and one grid",
            "“Matrix” suggests a mathematical method that the text itself warns against.",
        ),
        es.add(
            "La trata transatlántica y la esclavitud marcaron",
            TECHNICAL,
            "Los datos que se recojan con ese fin no se usan para el control policial.",
            "La visibilidad estadística sin salvaguardas puede volverse en contra de las comunidades.",
        ),
        es.agree("Sesión 2.2. De la señal a la decisión", section=True),
    ),
)
