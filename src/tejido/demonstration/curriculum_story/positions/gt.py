"""Guatemala's invented position: written, and waiting for its validating authority."""

from ...script import TECHNICAL, PlannedPosition, PlannedRemark, Voice

es = Voice("es")

REMARKS = (
    PlannedRemark(
        "PUI",
        "Los estándares aplicables son conocidos",
        TECHNICAL,
        "es",
        "Pedimos que se hable también de las autoridades propias en la consulta, no solo del procedimiento.",
        label="gt-autoridades",
    ),
    PlannedRemark(
        "FIS",
        "La violencia administrada deja papeles",
        TECHNICAL,
        "es",
        "Conviene recordar que un archivo hallado se inventaría en el lugar antes de moverlo.",
        label="gt-archivo",
    ),
)

POSITION = PlannedPosition(
    "GT",
    begun=4.1,
    answers=(
        es.add(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Las autoridades propias del pueblo consultado participan en fijar el procedimiento.",
            "Sin ellas, el procedimiento puede cumplirse sin que nadie haya sido consultado.",
            remark="gt-autoridades",
        ),
        es.add(
            "La violencia administrada deja papeles",
            TECHNICAL,
            "El archivo que se halla se inventaría en el lugar antes de moverlo.",
            "La disposición de los papeles también es información.",
            remark="gt-archivo",
        ),
        es.agree("Sesión 3.4. La verdad pública", section=True),
        es.agree("Sesión 2.6. La justicia a contrarreloj", section=True),
        es.no_position("Sesión 3.6. Reformar las instituciones", section=True),
    ),
)
