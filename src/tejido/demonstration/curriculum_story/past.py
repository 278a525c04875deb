"""What the curriculum said before what it says today: its revisions up to the one of the second round."""

from ..script import Change, PlannedRevision

_HOURS_AFTER_SESSION_8 = Change(
    {
        "es": ("treinta y una horas y media", "treinta y dos horas y media"),
        "pt": ("trinta e uma horas e meia", "trinta e duas horas e meia"),
        "en": ("thirty-one and a half hours", "thirty-two and a half hours"),
    }
)
_HOURS_TODAY = Change(
    {
        "es": ("treinta y dos horas y media", "treinta y cuatro horas"),
        "pt": ("trinta e duas horas e meia", "trinta e quatro horas"),
        "en": ("thirty-two and a half hours", "thirty-four hours"),
    }
)

AFTER_FIRST_ROUND = PlannedRevision(
    256,
    "Cambios aceptados en la primera ronda",
    (
        Change(
            {
                "es": (
                    "Lo que no se pudo comprobar se omite.",
                    "Lo que no se pudo comprobar se transmite como no comprobado.",
                ),
                "pt": (
                    "O que não se pôde comprovar é omitido.",
                    "O que não se pôde comprovar é transmitido como não comprovado.",
                ),
                "en": (
                    "What could not be verified is left out.",
                    "What could not be verified is passed on as unverified.",
                ),
            }
        ),
        Change(
            {
                "es": ("Nadie debería ser devuelto a donde", "Nadie puede ser devuelto a donde"),
                "pt": ("Ninguém deveria ser devolvido para onde", "Ninguém pode ser devolvido para onde"),
                "en": ("Nobody should be returned to a place where", "Nobody may be returned to a place where"),
            }
        ),
        Change(
            {
                "es": (
                    "no se atribuye fuera del aula.",
                    "no se atribuye fuera del aula. Esta regla no exime del deber legal de denunciar delitos.",
                ),
                "pt": (
                    "não é atribuído fora da sala.",
                    "não é atribuído fora da sala. Esta regra não exime do dever legal de denunciar crimes.",
                ),
                "en": (
                    "is not attributed outside the room.",
                    (
                        "is not attributed outside the room. This rule gives no exemption from the legal duty to "
                        "report crimes."
                    ),
                ),
            }
        ),
        Change(
            {
                "es": (
                    "historia y lenguas del país previa comunicación a la secretaría",
                    "historia y lenguas del país sin autorización previa",
                ),
                "pt": (
                    "história e línguas do país mediante comunicação prévia à secretaria",
                    "história e línguas do país sem autorização prévia",
                ),
                "en": (
                    "languages of the country may be included after notice to the secretariat",
                    "languages of the country may be included without prior authorisation",
                ),
            }
        ),
    ),
)

WITH_SESSION_1_8 = PlannedRevision(
    150,
    "Se añade la sesión 1.8, pedida en la primera ronda; el módulo 1 pasa a doce horas",
    (
        _HOURS_AFTER_SESSION_8,
        Change(
            {
                "es": ("antes de que empiece | 11 |", "antes de que empiece | 12 |"),
                "pt": ("antes que comece | 11 |", "antes que comece | 12 |"),
                "en": ("before it begins | 11 |", "before it begins | 12 |"),
            }
        ),
        Change(
            {
                "es": ("dura once horas y pide", "dura doce horas y pide"),
                "pt": ("dura onze horas e pede", "dura doze horas e pede"),
                "en": ("eleven hours and asks", "twelve hours and asks"),
            }
        ),
        Change(
            {
                "es": (
                    "Se trata de las órdenes que no dejan duda:",
                    (
                        "El módulo anterior propuso una escala para las órdenes dudosas. Aquí se trata de las que no "
                        "dejan duda:"
                    ),
                ),
                "pt": (
                    "Trata-se das ordens que não deixam dúvida:",
                    (
                        "O módulo anterior propôs uma escala para as ordens duvidosas. Aqui se trata das que não "
                        "deixam dúvida:"
                    ),
                ),
                "en": (
                    "This section concerns orders that leave no doubt:",
                    (
                        "The previous module proposed a ladder for doubtful orders. This section concerns those that "
                        "leave no doubt:"
                    ),
                ),
            }
        ),
    ),
    ("Sesión 1.8. La conducta propia: margen, dilema y responsabilidad",),
)

WITH_SESSION_2_8 = PlannedRevision(
    95,
    "Se añade la sesión 2.8 y el módulo 2 pasa a diez horas; se actualiza el total",
    (
        _HOURS_TODAY,
        Change(
            {
                "es": ("ha comenzado | 8½ |", "ha comenzado | 10 |"),
                "pt": ("já começou | 8½ |", "já começou | 10 |"),
                "en": ("has begun | 8½ |", "has begun | 10 |"),
            }
        ),
        Change(
            {
                "es": ("dura ocho horas y media y enseña", "dura diez horas y enseña"),
                "pt": ("dura oito horas e meia e ensina", "dura dez horas e ensina"),
                "en": ("eight and a half hours and teaches", "ten hours and teaches"),
            }
        ),
        Change(
            {
                "es": ("que aquella semana demasiadas decisiones", "que la noche del jueves demasiadas decisiones"),
                "pt": ("que, naquela semana, decisões demais", "que, na noite de quinta-feira, decisões demais"),
                "en": ("that in that week too many decisions", "that on Thursday night too many decisions"),
            }
        ),
    ),
    ("Sesión 2.8. Decidir cuando otros callan",),
)

WITH_GLOSSARY = PlannedRevision(
    50, "Se añade el glosario del módulo 3, en el orden en que aparecen los términos", adds=("Glosario",)
)

CONCORDANCE = PlannedRevision(
    20,
    "Concordancia: el portugués y el inglés se ajustan al español; no cambia el fondo",
    (
        Change(
            {
                "pt": (
                    "para quem atua no serviço público nos seguintes âmbitos",
                    "para quem exerce função pública nos seguintes âmbitos",
                )
            }
        ),
        Change(
            {
                "en": (
                    "for civil servants in the following fields",
                    "for those who hold public office in the following fields",
                )
            }
        ),
        Change(
            {
                "en": (
                    "Attendance and a satisfactory final assignment give a pass.",
                    "A pass requires attendance of at least eighty per cent and a satisfactory final assignment.",
                )
            }
        ),
    ),
)

REVISIONS = (AFTER_FIRST_ROUND, WITH_SESSION_1_8, WITH_SESSION_2_8, WITH_GLOSSARY, CONCORDANCE)
