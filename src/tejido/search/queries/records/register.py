"""The register: members with what sources say of them and what they tell of their mechanisms, institutions with their
seats, and the dated events of the network's past. Who holds a seat is in no index."""

from collections.abc import Iterator

from tejido.registry.models import Event, Institution, InstitutionName, Member, Network, Seat, Standing
from tejido.registry.queries.past import is_corrected

from ...names import Kind
from .mechanisms import pieces_of_mechanism
from .values import (
    FOR_INSIDE,
    FOR_VISITORS,
    NETWORK,
    PUBLIC,
    VISITORS,
    About,
    Piece,
    Texts,
    in_each_language,
    instant_of,
    open_page,
    page,
    sentences,
)

_EARLIEST = instant_of(None)


def pieces_of_member(member: Member) -> Iterator[Piece]:
    named = {language: f"{name} ({member.code})" for language, name in member.name.items()}
    yield from _of_member(member, "member", named, About(Kind.REGISTER, member.name, _EARLIEST, "", member.code))
    for source in Standing.objects.filter(member=member):
        since = instant_of(source.since)
        about = About(Kind.REGISTER, member.name, since, source.since.isoformat(), member.code)
        yield from _of_member(member, source.key, source.says, about, in_each_language(source.get_status_display))
    yield from pieces_of_mechanism(member)


def _of_member(member: Member, id: str, texts: Texts, about: About, heading: Texts | None = None) -> Iterator[Piece]:
    """The register is open: signed in or not, each has a page of it."""
    inside, outside = page("registry:member", member.code), open_page("public:member", member.code)
    yield from about.said(id, texts, inside, [NETWORK], heading=heading or {}, number=FOR_INSIDE)
    yield from about.said(id, texts, outside, [VISITORS], heading=heading or {}, number=FOR_VISITORS)


def pieces_of_institution(row: Institution) -> Iterator[Piece]:
    """The institution with all that it was called, and its seats, of which only seats know."""
    title, member = _owner(row), row.member.code if row.member else ""
    about = About(Kind.REGISTER, title, instant_of(row.since), row.since.isoformat() if row.since else "", member)
    texts = {
        language: " · ".join(filter(None, (*names, row.code, row.place_name)))
        for language, names in _names(row).items()
    }
    yield from about.said("institution", texts, page("registry:institution", row.key), [PUBLIC])
    for seat in Seat.objects.filter(institution=row):
        day = seat.since.isoformat() if seat.since else ""
        of_seat = About(Kind.REGISTER, title, instant_of(seat.since), day, member)
        url = page("registry:seat_history", seat.key)
        yield from of_seat.said(seat.key, seat.title, url, [NETWORK], heading=row.name)


def _owner(row: Institution) -> Texts:
    """The member that it is of, or the network."""
    if row.member is not None:
        return dict(row.member.name)
    network = Network.objects.first()
    return dict(network.name) if network else {}


def _names(row: Institution) -> dict[str, list[str]]:
    """In each language its name and what it was called before; not what it will be called."""
    found: dict[str, list[str]] = {language: [name] for language, name in row.name.items()}
    known = list(InstitutionName.objects.filter(institution=row))
    present = [name.since for name in known if name.name == row.name and name.since is not None]
    for earlier in known:
        if earlier.since is None or (present and earlier.since < max(present)):
            for language, name in earlier.name.items():
                if name not in found.setdefault(language, []):
                    found[language].append(name)
    return found


def pieces_of_event(event: Event) -> Iterator[Piece]:
    """What was corrected is told by its correction alone."""
    if is_corrected(event):
        return
    about = About(Kind.EVENT, event.title, event.entered_at or _EARLIEST, event.since)
    texts = {
        language: sentences(title, event.says.get(language), event.place.get(language))
        for language, title in event.title.items()
    }
    anchor = f"#e-{event.key}"
    anchor = f"#e-{event.key}"
    yield from about.said("event", texts, page("registry:past", anchor=anchor), [NETWORK])
    yield from about.said("event", texts, open_page("public:meetings", anchor=anchor), [VISITORS], number=FOR_VISITORS)
