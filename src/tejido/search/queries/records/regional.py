"""Regional initiatives: the common part for every seat, and for everybody once it is shown; of the parts what members
released to the network or to everybody. What only participants read is in no index."""

from collections.abc import Iterator

from tejido.regional.models import RegionalCommon, RegionalInitiative, RegionalMilestone, RegionalRelease
from tejido.regional.names import SAID, Audience

from ...names import Kind
from .values import FOR_VISITORS, NETWORK, VISITORS, About, Piece, Texts, page, sentences


def pieces_of_initiative(row: RegionalInitiative) -> Iterator[Piece]:
    about = About(Kind.REGIONAL, row.body.name, row.at, row.at.date().isoformat())
    is_public = row.published_at is not None
    yield from _said(row, about, "initiative", _common(row), is_public=is_public)
    releases = RegionalRelease.objects.filter(initiative=row, withdrawn_at=None, field__in=SAID)
    for shown in releases.exclude(audience=Audience.PARTICIPANTS).select_related("part", "member"):
        of_member = About(Kind.REGIONAL, row.body.name, shown.at, shown.at.date().isoformat(), shown.member.code)
        is_for_all = is_public and shown.audience == Audience.PUBLIC
        yield from _said(row, of_member, shown.key, shown.part.value, is_public=is_for_all)


def _common(row: RegionalInitiative) -> dict[str, str]:
    """Name, aim, results and milestones in each language that any of them is told in."""
    common = RegionalCommon.objects.filter(initiative=row).order_by("number").last()
    told: list[Texts] = [row.body.name]
    if common is not None:
        told += [common.aim, common.results]
    told += RegionalMilestone.objects.filter(initiative=row, dropped_at=None).values_list("what", flat=True)
    tags = dict.fromkeys(tag for texts in told for tag in texts)
    return {tag: sentences(*(texts.get(tag) for texts in told)) for tag in tags}


def _said(row: RegionalInitiative, about: About, id: str, texts: Texts, *, is_public: bool) -> Iterator[Piece]:
    url = page("regional:initiative", row.key)
    yield from about.said(id, texts, url, [NETWORK])
    if is_public:
        yield from about.said(id, texts, url, [VISITORS], number=FOR_VISITORS)
