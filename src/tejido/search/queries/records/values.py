"""What a record gives to the index."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tejido.formats.markdown import plain

from ...models import Entry
from ...names import RECORD
from ...terms import METHOD, filter_of, terms_in

# A record that others read as a copy of its own has an entry for each of them; where they say the same, whoever may
# read several is shown the one with the highest number.
FOR_VISITORS, FOR_NETWORK, FOR_INSIDE = range(3)
# Who reads it: everybody; the seats of the network; whoever is not signed in, whose page of it is another one.
PUBLIC, NETWORK, VISITORS = filter_of("public", ""), filter_of("network", ""), filter_of("visitors", "")
Texts = Mapping[str, str]
EMPTY: Texts = MappingProxyType({})


def body_filter(body: str) -> str:
    """Whoever takes part in a body."""
    return filter_of("body", body)


def inside_filter(body: str) -> str:
    """Whoever reads the meetings of a body from inside."""
    return filter_of("inside", body)


def preparing_filter(body: str) -> str:
    """Whoever prepares the meetings of a body, and sees them before they are convened."""
    return filter_of("preparing", body)


def own_filter(member: str) -> str:
    """The seats of a member."""
    return filter_of("own", member)


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry as the record says that it should be."""

    kind: str
    id: str
    language: str
    number: int
    title: Texts
    heading: str
    words: str
    url: str
    day: str
    since: datetime
    filters: tuple[str, ...]

    @property
    def place(self) -> tuple[int, str, str]:
        return self.number, self.id, self.language

    @property
    def digest(self) -> str:
        said = (self.kind, self.heading, self.words, self.url, self.day, *sorted(self.title.items()), *self.filters)
        return hashlib.sha256("\n".join((str(METHOD), *map(str, said))).encode()).hexdigest()

    def row(self, source: str) -> Entry:
        terms = sorted(terms_in(f"{self.heading} {self.words}", self.language)) + list(self.filters)
        return Entry(
            kind=self.kind,
            source=source,
            place=self.id,
            language=self.language,
            number=self.number,
            title=dict(self.title),
            heading=self.heading,
            words=self.words,
            url=self.url,
            day=self.day,
            digest=self.digest,
            terms=" ".join(terms),
        )


@dataclass(frozen=True, slots=True)
class About:
    """What the pieces of a record have in common. `member` is the code of whom it is about, if it is of one."""

    kind: str
    title: Texts
    since: datetime
    day: str
    member: str = ""

    def said(
        self,
        id: str,
        texts: Texts,
        url: Callable[[str], str],
        readers: Iterable[str],
        *,
        heading: Texts = EMPTY,
        number: int = FOR_INSIDE,
    ) -> Iterator[Piece]:
        """A piece in each language in which something is said. `url` is the page for a language."""
        shared = (*readers, filter_of("version", RECORD), filter_of("kind", self.kind))
        shared += (filter_of("member", self.member or "none"),)
        for language, text in texts.items():
            if words := plain(text):
                yield Piece(
                    kind=self.kind,
                    id=id,
                    language=language,
                    number=number,
                    title=self.title,
                    heading=plain(heading.get(language, ""))[:200],
                    words=words,
                    url=url(language),
                    day=self.day,
                    since=self.since,
                    filters=(*shared, filter_of("language", language)),
                )


def in_each_language(words: Callable[[], object]) -> dict[str, str]:
    """Words of the interface in each of its languages."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = str(words())
    return found


def sentences(*parts: str | None) -> str:
    """Parts, some of which may be nothing, one after the other."""
    said = [part.strip() for part in parts if part]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in said)


def instant_of(day: date | None) -> datetime:
    """The beginning of a day of the register; of what nobody dated, the earliest there is."""
    day = day or date(1970, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def page(view: str, *places: object, anchor: str = "") -> Callable[[str], str]:
    """The same page for every language."""
    address = reverse(view, args=places) + anchor
    return lambda _language: address


def open_page(view: str, *places: object, anchor: str = "") -> Callable[[str], str]:
    """A page that everybody may read: its address begins with the language, Spanish for what the interface has not."""
    known = {language for language, _name in settings.LANGUAGES}
    return lambda said: reverse(view, args=[said[:2] if said[:2] in known else "es", *places]) + anchor
