"""What the seminars of the demonstration need until when, and what they cost. All of it is invented."""

from decimal import Decimal

from tejido.seminars.names import Anchor, Cover, Responsible
from tejido.seminars.rules import Duty, Money

from .network.events import Texts, texts

FIRST, LAST = Anchor.SINCE, Anchor.UNTIL
SECRETARIAT, HOST, CHAIR, TRANSLATOR = (
    Responsible.SECRETARIAT, Responsible.HOST, Responsible.CHAIR, Responsible.TRANSLATOR,
)  # fmt: skip  # read as a row
DONOR = "Organización donante (inventada)"
EACH = "Cada miembro (inventado)"
PLACE = "Anfitrión (inventado)"

# The common checklist: what, from which day, how many days, whose task it is.
DUTIES = tuple(
    Duty(words, anchor, days, responsible)
    for words, anchor, days, responsible in (
        (
            texts(
                "Enviar la convocatoria a los miembros",
                "Enviar a convocatória aos membros",
                "Send the call to the members",
                "Envoyer l'appel aux membres",
            ),
            FIRST, -100, SECRETARIAT,
        ),
        (
            texts(
                "Confirmar por escrito la sede y el sitio de memoria",
                "Confirmar por escrito a sede e o lugar de memória",
                "Confirm the place and the site of memory in writing",
                "Confirmer par écrit le lieu et le lieu de mémoire",
            ),
            FIRST, -80, HOST,
        ),
        (
            texts(
                "Contratar la interpretación",
                "Contratar a interpretação",
                "Hire the interpreters",
                "Engager les interprètes",
            ),
            FIRST, -60, SECRETARIAT,
        ),
        (
            texts(
                "Enviar las cartas para los visados",
                "Enviar as cartas para os vistos",
                "Send the letters for visas",
                "Envoyer les lettres pour les visas",
            ),
            FIRST, -45, HOST,
        ),
        (
            texts(
                "Materiales en los dos idiomas",
                "Materiais nos dois idiomas",
                "Materials in both languages",
                "Documents dans les deux langues",
            ),
            FIRST, -10, TRANSLATOR,
        ),
        (
            texts("Palabras de apertura", "Palavras de abertura", "Opening words", "Mots d'ouverture"),
            FIRST, -3, CHAIR,
        ),
        (
            texts(
                "Emitir los certificados",
                "Emitir os certificados",
                "Issue the certificates",
                "Délivrer les certificats",
            ),
            LAST, 7, SECRETARIAT,
        ),
        (
            texts(
                "Reunir los comentarios de los miembros sobre el texto y la estructura",
                "Reunir os comentários dos membros sobre o texto e a estrutura",
                "Gather the members' comments on the text and on the structure",
                "Réunir les commentaires des membres sur le texte et la structure",
            ),
            LAST, 42, SECRETARIAT,
        ),
    )
)  # fmt: skip  # a table

INTERPRETATION = texts("Interpretación simultánea", "Interpretação simultânea", "Interpretation", "Interprétation")
TRAVEL = texts("Viajes", "Viagens", "Travel", "Voyages")
ROOM = texts("Sala y equipos", "Sala e equipamentos", "Room and equipment", "Salle et matériel")
VISIT = texts(
    "Visita al sitio de memoria",
    "Visita ao lugar de memória",
    "Visit to the site of memory",
    "Visite du lieu de mémoire",
)


def _money(what: Texts, amount: str, currency: str, cover: Cover, by: str, spent: str = "") -> Money:
    return Money(what, Decimal(amount), currency, cover, by, Decimal(spent) if spent else None)


COSTS = {
    1: (
        _money(INTERPRETATION, "4800", "USD", Cover.COVERED, DONOR, "4650"),
        _money(TRAVEL, "28800", "USD", Cover.COVERED, EACH, "27390.40"),
        _money(ROOM, "9500", "BRL", Cover.COVERED, PLACE, "9500"),
        _money(VISIT, "3200", "BRL", Cover.COVERED, PLACE, "2980"),
    ),
    2: (
        _money(INTERPRETATION, "5200", "USD", Cover.ASKED, DONOR),
        _money(TRAVEL, "30000", "USD", Cover.COVERED, EACH),
        _money(ROOM, "14000000", "PYG", Cover.COVERED, PLACE),
        _money(VISIT, "5500000", "PYG", Cover.OPEN, ""),
    ),
}
