"""Messages of discussions that stand, where their readers never become fewer: beside texts, rounds, procedures,
convened meetings, announced seminars, opened modules and regional initiatives. Beside what a member may show no more
they are in no index."""

from collections.abc import Iterator

from tejido.discussions.models import Message, Thread
from tejido.discussions.queries.places import PLACES, Readers
from tejido.discussions.queries.places.values import Index

from ...names import Kind
from .values import NETWORK, About, Piece, body_filter, inside_filter, own_filter, page


def pieces_of_thread(row: Thread) -> Iterator[Piece]:
    """Each message under the subject, in its own language."""
    readers = readers_of(row)
    if not readers:
        return
    for message in Message.objects.filter(thread=row, withdrawn_at=None, hidden_at=None):
        title = {row.language: row.subject}
        about = About(Kind.MESSAGE, title, message.at, message.at.date().isoformat(), _member(row))
        url = page("discussions:thread", row.key, anchor=f"#m-{message.number}")
        yield from about.said(message.key, {message.language: message.words}, url, readers)


def _member(row: Thread) -> str:
    return row.member.code if row.member else ""


def readers_of(row: Thread) -> list[str]:
    """Who reads a thread, as the index names readers. Nobody where the index cannot say it exactly."""
    place = PLACES.get(row.place)
    found = place.known(row.object) if place is not None and place.known is not None else None
    if place is None or found is None:
        return []
    readers = place.readers(found)
    if row.member is None:
        return _of_network(readers) if readers.is_shared else []
    return _of_member(readers, row.member.code)


def _of_network(readers: Readers) -> list[str]:
    match readers.index:
        case Index.BODY:
            return [body_filter(readers.body)]
        case Index.INSIDE:
            return [inside_filter(readers.body)]
        case Index.NETWORK:
            return [NETWORK]
    return []


def _of_member(readers: Readers, member: str) -> list[str]:
    """Of what the whole network reads, the member's seats; of its own bodies, who takes part in them. Some of its seats
    may not know the meetings of a committee, so these are left out."""
    if readers.member == member:
        return _of_network(readers)
    return [own_filter(member)] if readers.is_shared and readers.index in {Index.BODY, Index.NETWORK} else []
