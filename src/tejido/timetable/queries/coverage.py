"""What of the text the programme treats."""

from tejido.engine.coverage import Coverage, Session, Treated, coverage
from tejido.engine.document import Document

from .programmes import Programme


def coverage_of(programme: Programme, document: Document) -> Coverage:
    """The sessions laid against the text that is taught. A session that runs once for each group counts each time: what
    is reckoned is the time that is given, not the time of one person."""
    sessions = [
        Session(row.key, round((row.ends_at - row.starts_at).total_seconds() / 60), tuple(map(Treated, row.treats)))
        for row in (line.session for line in programme.lines)
        if row.treats
    ]
    return coverage(document, sessions, minimum={})
