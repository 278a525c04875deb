"""What the secretariat has answered so far in the second round, and what the members said to that, by label."""

from tejido.deliberation.names import Outcome, ReplyKind

from ..script import PlannedDisposition, PlannedReply

DISPOSITIONS = (
    PlannedDisposition(
        ("AR-6", "BR-3", "MX-3", "CO-4", "PE-3"),
        Outcome.ACCEPTED_MODIFIED,
        "Cinco Estados piden recoger el consentimiento con sus elementos. La redacción propuesta dice que la consulta "
        "se hace con miras a obtener el consentimiento libre e informado; que sea previa ya lo dice la frase. Así "
        "concuerda con la Declaración que cita la nota y con las leyes que hablan de la finalidad de la consulta.",
        "Consentimiento libre, previo e informado",
    ),
    PlannedDisposition(
        ("CR-4", "MX-7"),
        Outcome.ACCEPTED,
        "Las lenguas de señas se nombran en el pasaje, en los tres idiomas.",
        "Lenguas de señas",
    ),
    PlannedDisposition(
        ("BR-8", "CR-7"),
        Outcome.ACCEPTED_MODIFIED,
        "Se acoge la salvaguarda con una redacción más amplia: el dato no servirá para vigilar a la población, lo que "
        "incluye el uso policial.",
        "Salvaguardas de los datos de autoidentificación",
    ),
    PlannedDisposition(
        ("BR-5", "CL-3"),
        Outcome.NOT_ACCEPTED,
        "El texto común cita dos sitios a título de ejemplo y no puede citarlos todos. Según las reglas de "
        "adaptación, añadir es libre: cada versión nacional puede incorporar los suyos sin autorización.",
        "Sitios de memoria de cada país",
    ),
    PlannedDisposition(
        ("AR-5", "CL-2"),
        Outcome.NOTED,
        "Se tendrá en cuenta en el cuadro de correspondencia de términos que pidió otro Estado, cuya preparación se "
        "propone para la próxima edición.",
        "Término inglés para la verificación de idoneidad",
    ),
    PlannedDisposition(
        ("AR-4",), Outcome.ACCEPTED, "La desclasificación parcial se agrega a la regla de trabajo, en los tres idiomas."
    ),
    PlannedDisposition(
        ("UY-4",),
        Outcome.ACCEPTED_MODIFIED,
        "Se acoge el fondo. En lugar de una rotación en cada evaluación, que un equipo de tres personas no podría "
        "sostener, se dice que nadie asume el papel dos veces seguidas.",
    ),
    PlannedDisposition(
        ("UY-8",),
        Outcome.ACCEPTED_MODIFIED,
        "Se fija un máximo. Seis meses permiten terminar una investigación abierta; noventa días podrían no bastar.",
    ),
    PlannedDisposition(
        ("MX-5",),
        Outcome.ACCEPTED,
        "El carácter temporal completa el pasaje sin alterar lo que exige la sentencia citada.",
    ),
    PlannedDisposition(
        ("CR-2",),
        Outcome.ACCEPTED,
        "El texto debe servir también donde no hay fuerzas armadas. Se agrega la frase propuesta.",
    ),
    PlannedDisposition(("BR-2",), Outcome.ACCEPTED, "Corrección del portugués; no afecta a los demás idiomas."),
    PlannedDisposition(("BR-6",), Outcome.ACCEPTED, "Corrección del portugués; no afecta a los demás idiomas."),
    PlannedDisposition(
        ("CR-5",),
        Outcome.ACCEPTED,
        "Corrección del inglés. El resto del texto en inglés se revisará con el mismo criterio.",
    ),
    PlannedDisposition(
        ("UY-5",),
        Outcome.NOTED,
        "El sentido es claro por la frase anterior. Se volverá a ver en la concordancia final.",
    ),
    PlannedDisposition(
        ("MX-4",),
        Outcome.NOTED,
        "El pasaje cita solo casos acompañados de una fuente común. Se pide al Estado que indique una para examinar "
        "su inclusión.",
    ),
    PlannedDisposition(
        ("CL-4",),
        Outcome.NOT_ACCEPTED,
        "La simulación final reúne los objetivos de los tres módulos y en dos horas se perdería su segunda parte. La "
        "versión nacional puede dividirla en dos días sin reducir las horas.",
    ),
)

REPLIES = (
    PlannedReply("AR-4", ReplyKind.SATISFIED),
    PlannedReply("AR-6", ReplyKind.SATISFIED, "La redacción recoge lo esencial de la propuesta."),
    PlannedReply("BR-2", ReplyKind.SATISFIED),
    PlannedReply(
        "BR-5",
        ReplyKind.MAINTAINS,
        "O texto comum cita dois sítios de língua não portuguesa; um terceiro não o tornaria longo.",
    ),
    PlannedReply(
        "CL-4",
        ReplyKind.MAINTAINS,
        "Dividir la simulación en dos días no resuelve la dificultad de las instituciones que trabajan por turnos.",
    ),
    PlannedReply("UY-4", ReplyKind.SATISFIED, "La solución es mejor que la propuesta."),
    PlannedReply(
        "MX-3", ReplyKind.MAINTAINS, "El carácter previo debe predicarse del consentimiento y no solo de la consulta."
    ),
    PlannedReply("CR-2", ReplyKind.SATISFIED),
)
# Grouped by the secretariat and not yet answered: for whoever tries the demonstration.
GROUPED_ONLY = (("Frontera abierta", ("CO-8", "PE-4")),)
