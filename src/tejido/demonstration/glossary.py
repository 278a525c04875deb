"""The words of the field in the four languages of the interface, for the glossary of the demonstration."""

from collections.abc import Mapping, Sequence

from tejido.engine.translation import Use

Terms = Mapping[str, Mapping[Use, Sequence[str]]]

SOURCE = "Glosario de la demostración"


def _said(es: str, pt: str, en: str, fr: str) -> dict[str, dict[Use, list[str]]]:
    return {tag: {Use.PREFERRED: [words]} for tag, words in {"es": es, "pt": pt, "en": en, "fr": fr}.items()}


def _with(terms: Terms, use: Use, **more: str) -> Terms:
    return {tag: {**uses, **({use: [more[tag]]} if tag in more else {})} for tag, uses in terms.items()}


CONCEPTS: Sequence[tuple[Terms, Mapping[str, str]]] = (
    (
        _with(
            _said("punto focal", "ponto focal", "focal point", "point focal"),
            Use.FORBIDDEN,
            es="punto de contacto",
            pt="ponto de contato",
            en="contact point",
            fr="point de contact",
        ),
        {"es": "Quien habla por un Estado miembro en la red.", "en": "Who speaks for a member State in the network."},
    ),
    (
        _said("Mecanismo Nacional", "Mecanismo Nacional", "National Mechanism", "Mécanisme national"),
        {
            "es": "Las instituciones de un Estado que previenen juntas.",
            "en": "The institutions of a State that prevent together.",
        },
    ),
    (
        _said(
            "prevención del genocidio", "prevenção do genocídio", "prevention of genocide", "prévention du génocide"
        ),
        {},
    ),
    (
        _with(
            _said("atrocidades masivas", "atrocidades massivas", "mass atrocities", "atrocités de masse"),
            Use.ALLOWED,
            pt="atrocidades em massa",
        ),
        {},
    ),
    (
        _with(
            _said(
                "procedimiento de silencio", "procedimento de silêncio", "silence procedure", "procédure de silence"
            ),
            Use.FORBIDDEN,
            es="aprobación tácita",
            fr="approbation tacite",
        ),
        {
            "es": "Se adopta si nadie objeta hasta el vencimiento del plazo.",
            "en": "Adopted where nobody objects by the deadline.",
        },
    ),
    (
        _with(
            _said("texto auténtico", "texto autêntico", "authentic text", "texte authentique"),
            Use.FORBIDDEN,
            es="texto oficial",
            pt="texto oficial",
            en="official text",
            fr="texte officiel",
        ),
        {"es": "Versión que vale igual que la negociada.", "en": "A version that is equal to the negotiated one."},
    ),
    (_said("concordancia", "concordância", "concordance", "concordance"), {}),
    (
        _said(
            "declaración interpretativa", "declaração interpretativa", "interpretative declaration",
            "déclaration interprétative",
        ),
        {},
    ),
    (_said("Estado miembro", "Estado membro", "member State", "État membre"), {}),
    (_said("autoridad validadora", "autoridade validadora", "validating authority", "autorité de validation"), {}),
    (_said("alerta temprana", "alerta precoce", "early warning", "alerte précoce"), {}),
    (
        _said(
            "garantías de no repetición", "garantias de não repetição", "guarantees of non-recurrence",
            "garanties de non-répétition",
        ),
        {},
    ),
)  # fmt: skip  # a table
