"""Paraguay's invented deliberation: remarks of eleven of its institutions, and a position that takes up half."""

from ...script import EDITORIAL, GENERAL, TECHNICAL, PlannedPosition, PlannedRemark, Voice

es = Voice("es")

REMARKS = (
    PlannedRemark(
        "FIS",
        "La fiscalía previene cuando muestra con hechos",
        TECHNICAL,
        "es",
        "Preservar las radios policiales exige orden judicial. El pasaje parece suponer que la fiscalía puede hacerlo "
        "sola.",
        "Su primera orden, o su primera petición al tribunal donde la ley lo exige, es conservar: cámaras, radios "
        "policiales, libros.",
        "py-conservar",
    ),
    PlannedRemark(
        "FIS",
        "Probar cada muerte no basta",
        TECHNICAL,
        "es",
        "Muy de acuerdo con el expediente de estructura. Pedimos que se mantenga.",
    ),
    PlannedRemark(
        "DPU",
        "una defensa con tiempo, medios y reserva",
        TECHNICAL,
        "es",
        "La palabra «comparables» es acertada y no debería perderse en la negociación.",
        label="py-defensa",
    ),
    PlannedRemark(
        "DPU",
        "recibe la petición de cualquier persona",
        TECHNICAL,
        "es",
        "Falta decir que la petición puede hacerse en cualquiera de las lenguas del país.",
        "recibe la petición de cualquier persona, por cualquier medio, en cualquier lengua del país y a toda hora;",
        "py-lenguas",
    ),
    PlannedRemark(
        "DPO",
        "negativas reiteradas a que la defensoría",
        TECHNICAL,
        "es",
        "Una sola negativa ya es una señal. Proponemos suprimir «reiteradas».",
        "negativas a que la defensoría del pueblo visite lugares de detención;",
        "py-negativas",
    ),
    PlannedRemark(
        "DPO",
        "Quienes representan a la judicatura y a la defensoría",
        TECHNICAL,
        "es",
        "Compartimos que la defensoría escuche sin comprometerse. Sugerimos que conste en acta.",
    ),
    PlannedRemark(
        "POL",
        "vías de salida que permanecerán abiertas",
        TECHNICAL,
        "es",
        "Debe preverse quién las verifica. En la práctica se cierran sin que el mando lo sepa.",
        "vías de salida que permanecerán abiertas, verificadas por una persona designada;",
        "py-salidas",
    ),
    PlannedRemark(
        "POL",
        "**La frase ensayada.**",
        GENERAL,
        "es",
        "Actividad difícil de llevar a la escuela si asisten superiores directos. Pedimos una variante por grados.",
    ),
    PlannedRemark(
        "DEF",
        "**Fuerzas armadas**",
        EDITORIAL,
        "es",
        "Agregar la sanidad militar, que atiende a población civil en emergencias.",
        "**Fuerzas armadas**, en particular el mando, la asesoría jurídica, la inteligencia, la sanidad y la "
        "instrucción.",
        "py-sanidad",
    ),
    PlannedRemark(
        "DEF",
        "Una escuela que enseña derecho humanitario el martes",
        TECHNICAL,
        "es",
        "La frase es dura pero justa. No pedimos cambio.",
    ),
    PlannedRemark(
        "EDU",
        "Lo mismo vale para las academias policiales",
        TECHNICAL,
        "es",
        "«Plan oculto» es expresión técnica de pedagogía: conviene «currículo oculto».",
        "Lo mismo vale para las academias policiales, militares, judiciales y diplomáticas: el currículo oculto de "
        "una escuela, hecho de castigos, bromas y ejemplos, forma más que sus programas.",
        "py-oculto",
    ),
    PlannedRemark(
        "EDU",
        "Se ajusta a la edad, evita simular el sufrimiento",
        TECHNICAL,
        "es",
        "De acuerdo en todo. Ofrecemos aportar una guía breve en la versión nacional.",
    ),
    PlannedRemark(
        "MUJ",
        "qué previene la violencia sexual",
        TECHNICAL,
        "es",
        "Las setenta y dos horas son un límite clínico conocido. Falta decir que la atención no depende de la "
        "denuncia.",
        "qué previene la violencia sexual y dónde se recibe, sin necesidad de denuncia, atención de salud en las "
        "primeras setenta y dos horas;",
        "py-atencion",
    ),
    PlannedRemark(
        "MUJ",
        "Donde había discriminación, restituir la situación anterior",
        TECHNICAL,
        "es",
        "Pasaje excelente. Pedimos que el punto focal lo respalde expresamente.",
        label="py-transformadora",
    ),
    PlannedRemark(
        "INT",
        "| 2. Preparar |",
        TECHNICAL,
        "es",
        "«Control del porte de armas» debería estar en el nivel 1: en el 2 ya es tarde.",
        label="py-armas",
    ),
    PlannedRemark(
        "FUN",
        "El plan está concebido como formación obligatoria",
        TECHNICAL,
        "es",
        "La obligatoriedad al ascenso requiere norma. Sugerimos «al ingreso y, según la norma de cada país, al "
        "ascenso».",
        "El plan está concebido como formación obligatoria, al ingreso y, según la norma de cada país, al ascenso, "
        "para quienes ejercen función pública en los ámbitos siguientes:",
        "py-ascenso",
    ),
    PlannedRemark(
        "CON",
        "estados de excepción que se prorrogan sin debate",
        TECHNICAL,
        "es",
        "Agregar «parlamentario» después de «debate».",
        "estados de excepción que se prorrogan sin debate parlamentario ni control judicial;",
    ),
    PlannedRemark(
        "MRE",
        "Una red de puntos focales añade una línea corta",
        TECHNICAL,
        "es",
        "Conviene precisar que la consulta entre puntos focales no sustituye a los canales diplomáticos.",
        "Una red de puntos focales añade, sin sustituir a los canales diplomáticos, una línea corta: preguntar al "
        "país vecino, en una hora, si le llegan los mismos mensajes o si puede prestar un perito.",
        "py-canales",
    ),
)  # Justice and Strategic Studies have said nothing; nobody sits in the documentation centre's seat.
NOTHING_TO_REMARK = ("COR", "EDU")

POSITION = PlannedPosition(
    "PY",
    begun=2.6,
    answers=(
        es.amend(
            "La fiscalía previene cuando muestra con hechos",
            TECHNICAL,
            "Su primera orden, o su primera petición al tribunal donde la ley lo exige, es conservar: cámaras, radios "
            "policiales, libros, publicaciones con su dirección y hora de captura.",
            "En varios ordenamientos conservar esos registros requiere orden judicial.",
            remark="py-conservar",
        ),
        es.agree("una defensa con tiempo, medios y reserva", "Se pide conservar la palabra «comparables»."),
        es.amend(
            "recibe la petición de cualquier persona",
            TECHNICAL,
            "recibe la petición de cualquier persona, por cualquier medio, en cualquier lengua del país y a toda hora;",
            "La lengua es, con la hora, el primer obstáculo de una petición urgente.",
            remark="py-lenguas",
        ),
        es.amend(
            "negativas reiteradas a que la defensoría",
            TECHNICAL,
            "negativas a que la defensoría del pueblo visite lugares de detención;",
            "La primera negativa ya es una señal de deterioro.",
            remark="py-negativas",
        ),
        es.amend(
            "qué previene la violencia sexual",
            TECHNICAL,
            "qué previene la violencia sexual y dónde se recibe, sin necesidad de denuncia, atención de salud en las "
            "primeras setenta y dos horas;",
            "La atención no puede quedar condicionada a la denuncia.",
            remark="py-atencion",
        ),
        es.agree(
            "Donde había discriminación, restituir la situación anterior",
            "Se respalda expresamente la vocación transformadora.",
        ),
        es.amend(
            "Lo mismo vale para las academias policiales",
            EDITORIAL,
            "Lo mismo vale para las academias policiales, militares, judiciales y diplomáticas: el currículo oculto de "
            "una escuela, hecho de castigos, bromas y ejemplos, forma más que sus programas.",
            "Es el término de la pedagogía.",
            remark="py-oculto",
        ),
        es.agree("Sesión 1.7. Mecanismos nacionales, memoria y educación", section=True),
    ),
)
