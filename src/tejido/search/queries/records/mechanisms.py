"""What a member tells of its National Mechanism, each part to those to whom it is released."""

from collections.abc import Iterator

from django.db.models import TextChoices

from tejido.mechanisms.models import Answer, Entry, Instrument
from tejido.mechanisms.names import Audience, Criterion, Rank, Topic
from tejido.registry.models import Member

from ...names import Kind
from .values import (
    FOR_VISITORS,
    NETWORK,
    VISITORS,
    About,
    Piece,
    Texts,
    in_each_language,
    open_page,
    own_filter,
    page,
    sentences,
)

Part = Entry | Instrument | Answer


def pieces_of_mechanism(member: Member) -> Iterator[Piece]:
    """Every part that was not struck out, and every answer that stands or is shown."""
    for entry in Entry.objects.filter(member=member, struck_at=None):
        yield from _of_profile(member, entry, _entry(entry), _words(Topic(entry.topic)))
    for row in Instrument.objects.filter(member=member, struck_at=None):
        yield from _of_profile(member, row, _instrument(row), _words(Rank(row.rank), row.number))
    for answer in Answer.objects.filter(member=member).select_related("assessment"):
        if answer.replaced_at is None or answer.audience != Audience.OWN:
            yield from _answer(member, answer)


def _words(choice: TextChoices, number: str = "") -> Texts:
    """What a part is about, in each language of the interface."""
    return in_each_language(lambda: " ".join(filter(None, (str(choice.label), number))))


def _entry(row: Entry) -> Texts:
    """The choice in the language of each word, or in all of them where nothing else is said."""
    labels = in_each_language(lambda: row.label)
    listed: dict[str, list[str]] = {}
    for name in row.names:
        for language, text in name.items():
            listed.setdefault(language, []).append(text)
    languages = dict.fromkeys([*row.says, *listed]) or dict.fromkeys(labels if row.label else [])
    return {
        language: sentences(labels.get(language), row.says.get(language), *listed.get(language, []))
        for language in languages
    }


def _instrument(row: Instrument) -> Texts:
    said = {language: sentences(row.title, text) for language, text in row.says.items()}
    return said or {row.language: row.title}


def _of_profile(member: Member, row: Entry | Instrument, texts: Texts, heading: Texts) -> Iterator[Piece]:
    about = About(Kind.MECHANISM, member.name, row.at, row.since, member.code)
    inside, outside = (
        page("mechanisms:mechanism", member.code),
        open_page("public:member", member.code, anchor="#mechanism"),
    )
    yield from about.said(row.key, texts, inside, _seats(row, member), heading=heading)
    if row.audience == Audience.PUBLIC:
        yield from about.said(row.key, texts, outside, [VISITORS], heading=heading, number=FOR_VISITORS)


def _seats(row: Part, member: Member) -> list[str]:
    """Which seats read it."""
    return [own_filter(member.code)] if row.audience == Audience.OWN else [NETWORK]


def _answer(member: Member, row: Answer) -> Iterator[Piece]:
    """An assessment has one page for all who read something of it."""
    day = row.assessment.day.isoformat()
    about = About(Kind.MECHANISM, member.name, row.at, day, member.code)
    words = "\n\n".join(filter(None, (row.words, row.evidence)))
    readers = _seats(row, member) + ([VISITORS] if row.audience == Audience.PUBLIC else [])
    url = page("mechanisms:assessment", row.assessment_id)
    yield from about.said(row.key, {row.language: words}, url, readers, heading=_words(Criterion(row.criterion)))
