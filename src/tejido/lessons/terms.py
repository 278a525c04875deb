"""Names that are given in every language at once, because they are kept and read by others later."""

from collections.abc import Mapping

WITHOUT_HEADING: Mapping[str, Mapping[str, str]] = {
    "": {
        "es": "En general",
        "pt": "Em geral",
        "en": "In general",
        "fr": "En général",
    },
    ".": {
        "es": "Antes del primer título",
        "pt": "Antes do primeiro título",
        "en": "Before the first heading",
        "fr": "Avant le premier titre",
    },
    "-": {
        "es": "Pasajes que el texto enseñado no tiene",
        "pt": "Passagens que o texto ensinado não tem",
        "en": "Passages that the taught text does not have",
        "fr": "Passages que le texte enseigné n’a pas",
    },
}
OPENING: Mapping[str, str] = {
    "es": "Apertura y orden del día",
    "pt": "Abertura e pauta",
    "en": "Opening and agenda",
    "fr": "Ouverture et ordre du jour",
}
