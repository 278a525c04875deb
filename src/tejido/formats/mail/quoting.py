"""What somebody wrote themselves, without the mails that their client quoted below and the signature that it added.

A mail is cut at the first of these: the line of ours that asks to write above it; the line with which a client begins a
quoted mail ("On ... wrote:", "El ... escribió:", "Em ... escreveu:", "Le ... a écrit :"), where what follows is not
marked with ">"; the head of a forwarded mail of Outlook ("De: / Enviado: / Para: / Asunto:"); a line as
"-----Original Message-----"; the two hyphens of a signature; "Sent from my ...". Where the quoted lines are marked with
">", they alone are left out: an answer written between them stays.
"""

import re
from collections.abc import Iterator, Sequence

MARK = "— — —"  # begins and ends the line in our letters above which one writes
_WROTE = re.compile(
    r"^\W*((el|on|em|no|le|a)\b.{0,300}?|.{0,200}?<[^<>\s]{1,200}@[^<>\s]{1,200}>.{0,60}?)"
    r"\b(escribi[oó]|wrote|escreveu|a écrit)( o seguinte| lo siguiente)?\s*:\s*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^\W*(el|on|em|no|le)\b.*(\d|@)", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"^\s*-{2,}\s*(original message|mensaje original|mensagem original|message d[’']origine|message original|"
    r"forwarded message|mensaje reenviado|mensagem encaminhada|message transféré)\s*-{2,}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\W*(from|de)\s*:\s*\S", re.IGNORECASE)
_SENT = re.compile(r"^\W*(sent|date|enviado(?: el)?|enviada em|enviado em|fecha|data|envoyé)\s*:\s*\S", re.IGNORECASE)
_DEVICE = re.compile(
    r"^\s*(sent from (my|outlook|mail)|get outlook for|enviado desde (mi|outlook|correo)|obtener outlook para|"
    r"obtén outlook para|enviado (do|de) meu|enviado do outlook|obter o outlook para|obtenha o outlook para|"
    r"envoyé (de|depuis) (mon|ma|outlook|courrier)|télécharger outlook pour|obtenir outlook pour)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*_{8,}\s*$")
_SIGNED = re.compile(r"^--\s?$")
_QUOTED = re.compile(r"^\s{0,3}>")
_LOOKED_AHEAD = 3  # lines over which a client breaks its introduction
_LONGEST = 1000  # letters of a line that a client adds; a longer one is text, and no pattern is tried on it


def own_words(text: str) -> str:
    """What was written in this mail."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_own(lines))).strip()


def _own(lines: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if _ends_here(lines, place):
            return
        if _QUOTED.match(line):
            place += 1
            continue
        if length := _introduction(lines, place):
            if not any(_QUOTED.match(later) for later in lines[place + length :]):
                return
            place += length
            continue
        yield line
        place += 1


def _ends_here(lines: Sequence[str], place: int) -> bool:
    """Whether everything from here on is not the sender's own."""
    line = lines[place][:_LONGEST]
    if MARK in line or _ORIGINAL.match(line) or _SIGNED.match(line) or _DEVICE.match(line):
        return True
    if _RULE.match(line):
        return _is_head(lines, place + 1)
    return _is_head(lines, place)


def _is_head(lines: Sequence[str], place: int) -> bool:
    """The head of a mail that Outlook quotes: from whom, and soon after it when it was sent."""
    following = [line[:_LONGEST] for line in lines[place : place + 2 + _LOOKED_AHEAD] if line.strip()][:_LOOKED_AHEAD]
    return bool(following) and bool(_FROM.match(following[0])) and any(_SENT.match(line) for line in following[1:])


def _introduction(lines: Sequence[str], place: int) -> int:
    """How many lines a client's introduction of a quoted mail takes here; 0 where there is none."""
    if max(map(len, lines[place : place + _LOOKED_AHEAD])) > _LONGEST:
        return 0
    if _WROTE.match(lines[place]):
        return 1
    if not _BEGINS.match(lines[place]):
        return 0
    for length in range(2, _LOOKED_AHEAD + 1):
        if _WROTE.match(" ".join(line.strip() for line in lines[place : place + length])):
            return length
    return 0
