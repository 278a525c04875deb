"""Offers and requests while they are shown, and the results of projects that all their members show. Drafts, terms and
everything else of a project are in no index."""

from collections.abc import Iterator

from tejido.cooperation.models import ChosenMember, Posting, Project, ProjectResult, Terms
from tejido.cooperation.names import Reach
from tejido.cooperation.queries.projects import context_of

from ...names import Kind
from .values import NETWORK, About, Piece, own_filter, page


def pieces_of_posting(row: Posting) -> Iterator[Piece]:
    """Read by the seats of the network, or by those of its own and of the chosen members."""
    if row.shown_at is None:
        return
    about = About(Kind.COOPERATION, row.title, row.shown_at, row.shown_at.date().isoformat(), row.member.code)
    readers = [NETWORK] if row.reach == Reach.NETWORK else [own_filter(code) for code in _chosen(row)]
    url = page("cooperation:posting", row.key)
    for name, texts in (("title", row.title), ("says", row.says), ("words", row.words), ("conditions", row.conditions)):
        yield from about.said(name, texts, url, readers)


def _chosen(row: Posting) -> list[str]:
    chosen = ChosenMember.objects.filter(posting=row).values_list("member__code", flat=True)
    return [row.member.code, *chosen]


def pieces_of_project(row: Project) -> Iterator[Piece]:
    """Its title and its result, once the network reads them."""
    result: ProjectResult | None = None
    if row.shown_at is None or (result := ProjectResult.objects.filter(project=row).last()) is None:
        return
    terms: Terms = context_of(row).shown
    about = About(Kind.COOPERATION, terms.title, row.shown_at, row.shown_at.date().isoformat())
    url = page("cooperation:project", row.key)
    yield from about.said("title", terms.title, url, [NETWORK])
    yield from about.said("result", result.says, url, [NETWORK])
