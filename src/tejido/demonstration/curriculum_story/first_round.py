"""The first round, long closed: a few positions, all comments answered, and the adoption that followed. Invented."""

from tejido.deliberation.names import DeclarationKind, Outcome, ProcedureKind, ReplyKind

from ..script import (
    GENERAL,
    TECHNICAL,
    PlannedDeclaration,
    PlannedDisposition,
    PlannedPosition,
    PlannedProcedure,
    PlannedReply,
    Voice,
)

es, pt = Voice("es"), Voice("pt")

POSITIONS = (
    PlannedPosition(
        "AR",
        begun=275,
        cleared=271,
        released=270,
        answers=(
            es.amend(
                "Lo que no se pudo comprobar se omite",
                TECHNICAL,
                "Lo que no se pudo comprobar se transmite como no comprobado.",
                "Omitirlo priva a quien decide de un dato que podría confirmar por otra vía.",
            ),
            es.agree("", "El texto es una buena base para una primera edición."),
        ),
    ),
    PlannedPosition(
        "BR",
        begun=274,
        cleared=270,
        released=269,
        answers=(
            pt.amend(
                "**Añadir es libre.**",
                TECHNICAL,
                "**Acrescentar é livre.** Podem ser incorporados casos, normas nacionais, história e línguas do país "
                "sem autorização prévia.",
                "Uma comunicação prévia à secretaria seria, na prática, um pedido de autorização.",
            ),
            pt.agree("Sesión 1.2. Identidad, pertenencia y discriminación", section=True),
        ),
    ),
    PlannedPosition(
        "CL",
        begun=273,
        cleared=269.5,
        released=268,
        answers=(
            es.add(
                "**Confianza.**",
                TECHNICAL,
                "Esta regla no exime del deber legal de denunciar delitos.",
                "Sin esa frase podría entenderse que el aula ofrece un secreto que la ley no permite.",
            ),
            es.agree("Sesión 3.2. Pruebas que duran", section=True),
        ),
    ),
    PlannedPosition(
        "PY",
        begun=272,
        cleared=267,
        released=266,
        answers=(
            es.amend(
                "Nadie debería ser devuelto a donde",
                TECHNICAL,
                "Nadie puede ser devuelto a donde peligren su vida o su libertad, y la expulsión colectiva de personas "
                "extranjeras está prohibida.",
                "La no devolución es una prohibición; el condicional la presenta como un consejo.",
            ),
            es.agree("Sesión 1.7. Mecanismos nacionales, memoria y educación", section=True),
        ),
    ),
    PlannedPosition(
        "UY",
        begun=271,
        cleared=266.5,
        released=265,
        answers=(
            es.amend(
                "Se aprueba con una asistencia mínima del ochenta por ciento",
                TECHNICAL,
                "Se aprueba con una asistencia mínima del setenta y cinco por ciento y un trabajo final suficiente.",
                "Quien falta por una guardia no debería perder el curso.",
            ),
        ),
    ),
    PlannedPosition(
        "CR",
        begun=270.5,
        cleared=266,
        released=264,
        answers=(
            es.add(
                "",
                GENERAL,
                "Una sesión sobre la conducta propia: las presiones, los límites de la obediencia y las respuestas "
                "posibles.",
                "El módulo 1 habla de instituciones y dice poco a la persona que tiene que decidir dentro de ellas.",
            ),
        ),
    ),
    PlannedPosition(
        "SV",
        begun=262,
        cleared=258.5,
        released=258,
        answers=(
            es.add(
                "**La calidad de cada curso.**",
                TECHNICAL,
                "El cuestionario se ofrece también en lengua de señas.",
                "La observación llega después del plazo y se comunica igualmente.",
            ),
        ),
    ),
)

DISPOSITIONS = (
    PlannedDisposition(("AR-1",), Outcome.ACCEPTED, "Se adopta la redacción propuesta."),
    PlannedDisposition(("BR-1",), Outcome.ACCEPTED, "Se suprime la comunicación previa en los tres idiomas."),
    PlannedDisposition(("CL-1",), Outcome.ACCEPTED, "Se agrega la frase propuesta."),
    PlannedDisposition(("PY-1",), Outcome.ACCEPTED, "La prohibición se enuncia como tal, en los tres idiomas."),
    PlannedDisposition(
        ("UY-1",),
        Outcome.NOT_ACCEPTED,
        "Con menos del ochenta por ciento se pierden las actividades que sostienen la evaluación. Cada escuela puede "
        "ofrecer sesiones de recuperación.",
    ),
    PlannedDisposition(
        ("CR-1",), Outcome.NOTED, "La sesión se preparará después de esta edición y se ofrecerá en la ronda siguiente."
    ),
    PlannedDisposition(("SV-1",), Outcome.NOTED, "La forma del cuestionario corresponde a cada escuela."),
)

REPLIES = (
    PlannedReply("AR-1", ReplyKind.SATISFIED),
    PlannedReply("PY-1", ReplyKind.SATISFIED),
    PlannedReply("UY-1", ReplyKind.MAINTAINS, "Se planteará de nuevo en la ronda siguiente."),
)

ADOPTION = PlannedProcedure(
    ProcedureKind.SILENCE,
    opened=242,
    ends=-232,
    explanation={
        "es": "Se propone la primera edición, con los cambios aceptados en la primera ronda. Demostración: ningún "
        "Estado participa en ella.",
        "pt": "Propõe-se a primeira edição, com as mudanças aceitas na primeira rodada. Demonstração: nenhum Estado "
        "participa dela.",
        "en": "The first edition is proposed, with the changes accepted in the first round. Demonstration: no State "
        "takes part in it.",
    },
    agreements=((240, "AR"), (239, "BR"), (238, "CL"), (237, "PY"), (236, "CR"), (235, "UY")),
    declarations=(
        (
            235.5,
            PlannedDeclaration(
                "UY",
                DeclarationKind.RESERVATION,
                "Se aprueba con una asistencia mínima del ochenta por ciento",
                {
                    "es": "Reserva inventada para la demostración: el mínimo de asistencia se aplicará según las "
                    "normas nacionales sobre formación del personal público.",
                    "pt": "Reserva inventada para a demonstração: a presença mínima será aplicada segundo as normas "
                    "nacionais sobre formação do pessoal público.",
                    "en": "Reservation invented for the demonstration: the minimum attendance will be applied in "
                    "accordance with national rules on the training of public officials.",
                },
            ),
        ),
        (
            234,
            PlannedDeclaration(
                "MX",
                DeclarationKind.INTERPRETATIVE,
                "**Reducir es excepcional.**",
                {
                    "es": "Declaración interpretativa inventada para la demostración: las horas pueden repartirse en "
                    "el plan de estudios de cada academia.",
                    "pt": "Declaração interpretativa inventada para a demonstração: as horas podem ser distribuídas "
                    "no plano de estudos de cada academia.",
                    "en": "Interpretative declaration invented for the demonstration: the hours may be spread over "
                    "each academy's own syllabus.",
                },
            ),
        ),
    ),
)
