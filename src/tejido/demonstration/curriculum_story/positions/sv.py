"""El Salvador's invented position: just begun."""

from ...script import TECHNICAL, PlannedPosition, PlannedRemark, Voice

es = Voice("es")

REMARKS = (
    PlannedRemark(
        "DPO",
        "A quién se dirige",
        TECHNICAL,
        "es",
        "Convendría incluir a las escuelas de las propias defensorías, que ya forman a su personal.",
    ),
    PlannedRemark(
        "EDU",
        "La educación previene si enseña a vivir con el desacuerdo",
        TECHNICAL,
        "es",
        "De acuerdo. Se sugiere agregar la formación inicial docente.",
        label="sv-docentes",
    ),
)

POSITION = PlannedPosition(
    "SV",
    begun=1.9,
    answers=(
        es.add(
            "La educación previene si enseña a vivir con el desacuerdo",
            TECHNICAL,
            "También la formación inicial de docentes.",
            "Quien enseña necesita haberlo aprendido antes.",
            remark="sv-docentes",
        ),
    ),
)
