"""What the headings of tables with recommendations mean, in Spanish, Portuguese, English and French.

Besides the words that ministries use, these are the headings of the Excel export of the Universal Human Rights Index as
programs that read it name them (with its spelling "Reccomending"), those of its data by name of field, and those of the
SDG-Human Rights Data Explorer. `docs/handbook/apps/reporting.md` says how sure each of them is.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from django.conf import settings
from django.utils import translation

from ..names import Field
from .marks import folded

# In small letters without accents and signs. Of two that fit the longer one counts.
_WORDS: Mapping[Field, tuple[str, ...]] = {
    Field.SYMBOL: (
        "document symbol", "symbol", "document code", "document", "simbolo", "simbolo del documento", "documento",
        "codigo del documento", "signatura", "simbolo do documento", "codigo do documento", "cote", "cote du document",
        "documentsymbol",
    ),
    Field.PARAGRAPH: (
        "paragraph", "para", "paragraph number", "recommendation number", "parrafo", "parr", "numero de parrafo",
        "numero de recomendacion", "n recomendacion", "no recomendacion", "paragrafo", "numero do paragrafo",
        "numero da recomendacao", "paragraphe", "numero de la recommandation", "numero", "number",
    ),
    Field.EXTERNAL: (
        "ohchr annotation id", "annotation id", "annotationid", "id", "identifier", "identificador", "identifiant",
        "codigo", "code",
    ),
    Field.MECHANISM: (
        "mechanism", "mecanismo", "mecanisme", "tipo de mecanismo", "mechanism type", "sistema",
    ),
    Field.BODY: (
        "reccomending body", "recommending body", "body", "treaty body", "special procedure", "organo", "organismo",
        "comite", "organo de tratado", "orgao", "organe", "comite emisor", "organo emisor", "entidad emisora",
    ),
    Field.SESSION: (
        "session", "upr session", "cycle", "upr cycle", "sesion", "ciclo", "periodo de sesiones", "sessao",
        "ciclo o sesion", "ciclo sesion", "ciclo y sesion",
    ),
    Field.DAY: (
        "date", "document publication date", "publication date", "publicationdate", "year", "fecha", "data", "ano",
        "annee", "fecha de publicacion", "fecha de emision", "data de publicacao", "date de publication",
        "fecha del documento",
    ),
    Field.STATES: (
        "recommending state", "recommending states", "upr reccomending states", "upr recommending states",
        "reccomending state", "recommending state upr", "estado recomendante", "estados recomendantes",
        "estado que recomienda", "pais recomendante", "estado emisor", "pais emisor", "pais que recomienda",
        "estado que recomenda", "etat auteur", "etat auteur de la recommandation", "etats auteurs",
    ),
    Field.TEXT: (
        "text", "recommendation", "original text", "recommendation text", "texto", "recomendacion",
        "texto de la recomendacion", "recomendacao", "texto da recomendacao", "texte", "recommandation",
        "texte de la recommandation", "contenido", "descripcion",
    ),
    Field.THEMES: ("themes", "theme", "temas", "tema", "derechos", "tematica", "tematicas", "direitos", "thematiques"),
    Field.GROUPS: (
        "affected persons", "affectedpersons", "groups", "groups of persons", "affected groups", "grupos",
        "poblacion", "poblacion afectada", "personas afectadas", "grupos afectados", "grupos de poblacion",
        "pessoas afetadas", "populacao", "groupes", "personnes concernees", "groupes concernes",
    ),
    Field.TARGETS: (
        "sdgs", "sdg", "sdg targets", "sdg goals", "relevant sdgs", "ods", "metas ods", "meta ods", "metas de los ods",
        "objetivos de desarrollo sostenible", "odd", "cibles odd", "cibles des odd",
    ),
    Field.POSITION: (
        "upr position", "position", "response", "response upr", "posicion", "respuesta", "posicion del estado",
        "respuesta del estado", "aceptacion", "posicao", "posicao do estado", "resposta", "position de l etat",
        "reponse",
    ),
    Field.CLUSTER: ("cluster", "agrupacion", "agrupamento", "grupo tematico", "eje", "eixo", "regroupement"),
    Field.STATUS: (
        "status", "implementation status", "estado de cumplimiento", "estado de implementacion", "estado", "avance",
        "situacao", "estado de avance", "etat de mise en oeuvre", "status da implementacao",
    ),
    Field.PRINCIPAL: (
        "responsible institution", "lead institution", "responsible", "institucion responsable", "responsable",
        "responsable principal", "institucion principal", "entidad responsable", "instituicao responsavel",
        "responsavel", "institution responsable", "institution principale", "instituciones responsables",
    ),
    Field.ALTERNATE: (
        "alternate", "alternate institution", "supporting institution", "alterno", "alterna", "institucion alterna",
        "institucion de apoyo", "suplente", "instituicao suplente", "institution suppleante",
    ),
    Field.VALIDATING: (
        "validating authority", "validating institution", "autoridad validadora", "institucion validadora", "validador",
        "autoridade validadora", "autorite de validation",
    ),
    Field.ADDRESS: ("address", "link", "url", "enlace", "direccion", "endereco", "lien", "adresse", "fuente", "fonte"),
    Field.SORT: ("type", "annotation type", "annotationtype", "tipo", "tipo de anotacion", "type d annotation"),
    Field.ADDRESSEE: (
        "countries concerned", "countries", "country", "state", "state under review", "estado concernido", "pais",
        "estado examinado", "estado destinatario", "pais concernido", "etat concerne", "pays concernes", "pays",
    ),
}  # fmt: skip  # one table, read as one
_LANGUAGES: Mapping[str, Field] = {
    "es": Field.TEXT_ES, "espanol": Field.TEXT_ES, "spanish": Field.TEXT_ES, "espanhol": Field.TEXT_ES,
    "espagnol": Field.TEXT_ES, "castellano": Field.TEXT_ES,
    "pt": Field.TEXT_PT, "portugues": Field.TEXT_PT, "portuguese": Field.TEXT_PT, "portugais": Field.TEXT_PT,
    "en": Field.TEXT_EN, "ingles": Field.TEXT_EN, "english": Field.TEXT_EN, "anglais": Field.TEXT_EN,
    "fr": Field.TEXT_FR, "frances": Field.TEXT_FR, "french": Field.TEXT_FR, "francais": Field.TEXT_FR,
}  # fmt: skip  # one table, read as one
_BY_WORDS = {words: field for field, several in _WORDS.items() for words in several}


def proposed(headings: Iterable[str], remembered: Mapping[str, str]) -> dict[str, str]:
    """What each heading probably is; empty where nothing is known. What the member chose before goes before all else.
    No field is proposed twice: the heading that says it exactly has it, then the first."""
    several = list(dict.fromkeys(headings))
    found, taken = dict.fromkeys(several, ""), set()
    for means in (remembered.get, _exactly, _nearly):
        for heading in several:
            field = means(folded(heading))
            if field is None or found[heading] or (field and field in taken):
                continue
            if field == "":  # the member leaves this heading out
                taken.add(heading)
                continue
            if heading not in taken:
                found[heading] = str(field)
                taken.add(field)
    return found


def _exactly(words: str) -> Field | None:
    return _own_labels().get(words) or _BY_WORDS.get(words) or _in_language(words)


@cache
def _own_labels() -> Mapping[str, Field]:
    """What this house itself calls its columns, in each of its languages: what it hands out it understands."""
    found = {}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            found.update({folded(str(field.label)): field for field in Field})
    return found


def _in_language(words: str) -> Field | None:
    """ "Texto (es)", "Recomendación en portugués"."""
    if not any(words.startswith(f"{known} ") for known in _WORDS[Field.TEXT]):
        return None
    return _LANGUAGES.get(words.rsplit(" ", 1)[-1])


def _nearly(words: str) -> Field | None:
    """A heading that says more around words that are known: "Fecha de publicación del documento (ONU)"."""
    padded = f" {words} "
    fitting = [known for known in _BY_WORDS if len(known) > _SHORT and f" {known} " in padded]
    return _BY_WORDS[max(fitting, key=len)] if fitting else None


_SHORT = 3  # signs; shorter words are part of too many headings
