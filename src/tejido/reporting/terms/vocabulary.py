"""The words that files use for mechanisms, positions and states, in four languages, folded."""

from collections.abc import Mapping

from ..names import Mechanism, Position, Status

POSITIONS: Mapping[str, Position] = {
    **dict.fromkeys(
        ("supported", "accepted", "support", "aceptada", "aceptado", "apoyada", "apoyado", "aceita", "aceito",
         "apoiada", "acceptee", "accepte", "soutenue", "si", "yes", "sim", "oui"),
        Position.SUPPORTED,
    ),
    **dict.fromkeys(
        ("noted", "tomada nota", "se toma nota", "se tomo nota", "anotada", "anotado", "tomou nota", "notee",
         "prise en note"),
        Position.NOTED,
    ),
    **dict.fromkeys(
        ("partially supported", "supported noted", "supported in part", "partially accepted", "partially",
         "parcialmente aceptada", "parcialmente apoyada", "aceptada parcialmente", "apoyada en parte", "parcialmente",
         "parcialmente aceita", "apoiada em parte", "partiellement acceptee", "soutenue en partie"),
        Position.PARTIALLY,
    ),
    **dict.fromkeys(
        ("not stated", "pending", "pendiente", "no indicada", "pendente", "nao indicada", "non indiquee",
         "en attente", "n a", "no aplica", "nao se aplica"),
        Position.UNSTATED,
    ),
}  # fmt: skip  # one table, read as one
STATUSES: Mapping[str, Status] = {
    **dict.fromkeys(
        ("open", "not assessed", "not assessed yet", "pendiente", "sin evaluar", "pendente", "nao avaliada",
         "a evaluer", "pas encore evaluee", "not started", "no iniciada", "sin iniciar", "nao iniciada"),
        Status.OPEN,
    ),
    **dict.fromkeys(("planned", "prevista", "planificada", "planejada", "prevue", "planifiee"), Status.PLANNED),
    **dict.fromkeys(
        ("under way", "in progress", "ongoing", "en curso", "en proceso", "en ejecucion", "em andamento", "em curso",
         "en cours"),
        Status.UNDER_WAY,
    ),
    **dict.fromkeys(
        ("continuous", "carried out continually", "permanente", "continua", "continue", "de cumplimiento continuo"),
        Status.CONTINUOUS,
    ),
    **dict.fromkeys(
        ("done", "implemented", "completed", "carried out", "cumplida", "implementada", "concluida", "cumprida",
         "realizada", "mise en oeuvre", "realisee", "accomplie"),
        Status.DONE,
    ),
    **dict.fromkeys(("halted", "suspended", "suspendida", "detenida", "suspensa", "suspendue"), Status.HALTED),
}  # fmt: skip  # one table, read as one
# Words that name a mechanism, wherever they stand in what a file says. The first that is found counts.
MECHANISMS: tuple[tuple[Mechanism, tuple[str, ...]], ...] = (
    (Mechanism.UPR, ("upr", "epu", "rpu", "universal periodic review", "examen periodico universal",
                     "revisao periodica universal", "examen periodique universel")),
    (Mechanism.INTER_AMERICAN, ("inter american", "interamerican", "interamericano", "interamericana", "interameric",
                                "cidh", "corte idh", "iachr", "mesecvi", "oea", "oas")),
    (Mechanism.SPECIAL_PROCEDURE, (
        "special procedure", "special procedures", "special rapporteur", "sr", "wg", "ie", "working group",
        "independent expert", "procedimiento especial", "procedimientos especiales", "relator especial",
        "relatora especial", "grupo de trabajo", "procedimento especial", "procedimentos especiais",
        "relator especial", "procedure speciale", "procedures speciales", "rapporteur special")),
    (Mechanism.TREATY_BODY, (
        "treaty body", "treaty bodies", "committee", "organo de tratado", "organos de tratados", "comite",
        "orgao de tratado", "organe de traite", "organes conventionnels", "cerd", "ccpr", "cescr", "cedaw", "cat",
        "crc", "cmw", "crpd", "ced", "spt")),
    (Mechanism.NETWORK_REVIEW, ("network", "peer review", "red", "red latinoamericana", "revision entre pares",
                                "rede", "revisao por pares", "reseau", "examen par les pairs")),
    (Mechanism.OTHER, ("other", "otro", "otra", "outro", "outra", "autre")),
)  # fmt: skip  # one table, read as one
# What an annotation is called that is a recommendation. Others are concerns and observations.
RECOMMENDATION = ("recommend", "recomend", "recommand")


def mechanism_of(said: str) -> Mechanism | None:
    """The mechanism that folded words name."""
    padded = f" {said} "
    return next((found for found, words in MECHANISMS if any(f" {word} " in padded for word in words)), None)
