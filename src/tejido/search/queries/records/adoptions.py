"""Procedures of adoption: what was proposed and adopted, objections, and the reservations that travel with an
edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.deliberation.models import Adoption, Declaration, Objection, Procedure
from tejido.deliberation.names import Act
from tejido.registry.models import Party
from tejido.registry.names import BodyKind
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language, say

from ...names import Kind
from .values import FOR_VISITORS, VISITORS, About, Piece, body_filter, in_each_language, open_page, page, sentences


def pieces_of_procedure(row: Procedure) -> Iterator[Piece]:
    """Whoever takes part in the body reads all of it; everybody what a text of the network was adopted with."""
    adoption = Adoption.objects.filter(procedure=row).select_related("edition").defer("edition__record").first()
    told = _Told(row, adoption)
    yield from told.proposed()
    yield from told.adopted()
    for objection in Objection.objects.filter(procedure=row).select_related("party"):
        yield from told.objection(objection)
    for declaration in Declaration.objects.filter(procedure=row, withdrawn_at=None).select_related("party"):
        yield from told.declaration(declaration)


@dataclass(frozen=True, slots=True)
class _Told:
    """A procedure, and how it ended if it was adopted."""

    row: Procedure
    adoption: Adoption | None

    @property
    def readers(self) -> list[str]:
        return [body_filter(self.row.text.body_id)]

    @property
    def is_open(self) -> bool:
        """Whether everybody reads what was adopted."""
        return self.adoption is not None and self.row.text.body.kind == BodyKind.NETWORK

    def about(self, at: datetime, party: Party | None = None) -> About:
        body = self.row.text.body
        own = body.member.code if body.member else ""
        day = at.astimezone(clocks(self.row.zone)).date().isoformat()
        who = party.code if party and party.member_id else own
        return About(Kind.ADOPTION, self.row.text.title, at, day, who)

    def proposed(self) -> Iterator[Piece]:
        """What was said when it was proposed, or the title alone."""
        row = self.row
        said = row.explanation
        texts = {tag: sentences(title, said.get(tag)) for tag, title in row.text.title.items()}
        url = page("deliberation:procedure", row.key)
        yield from self.about(row.opened_at).said(
            "proposed", texts, url, self.readers, heading=in_each_language(lambda: Act.PROCEDURE_OPENED.label)
        )

    def adopted(self) -> Iterator[Piece]:
        if self.adoption is None:
            return
        text, number = self.row.text, self.adoption.edition.number
        edition = in_each_language(lambda: _("Edition %(number)s") % {"number": number})
        texts = {tag: sentences(say(text.title, tag).text, words) for tag, words in edition.items()}
        heading = in_each_language(lambda: Act.TEXT_ADOPTED.label)
        about = self.about(self.adoption.at)
        inside = page("deliberation:procedure", self.row.key)
        yield from about.said("adopted", texts, inside, self.readers, heading=heading)
        if self.is_open:
            url = open_page("public:text", text.slug, anchor=f"#e-{number}")
            yield from about.said("adopted", texts, url, [VISITORS], heading=heading, number=FOR_VISITORS)

    def objection(self, said: Objection) -> Iterator[Piece]:
        words = "\n\n".join(filter(None, (said.reason, said.wording)))
        url = page("deliberation:procedure", self.row.key)
        heading = in_each_language(lambda: f"{Act.OBJECTION_RAISED.label} · {in_my_language(said.party.name)}")
        about = self.about(said.at, said.party)
        return about.said(said.key, {said.language: words}, url, self.readers, heading=heading)

    def declaration(self, said: Declaration) -> Iterator[Piece]:
        """It travels with the edition: where that is open to everybody, so is the declaration."""
        heading = in_each_language(lambda: f"{said.get_kind_display()} · {in_my_language(said.party.name)}")
        about, inside = self.about(said.at, said.party), page("deliberation:procedure", self.row.key)
        yield from about.said(said.key, said.texts, inside, self.readers, heading=heading)
        if self.is_open and self.adoption is not None:
            url = page("curriculum:edition", self.row.text.slug, self.adoption.edition.number)
            yield from about.said(said.key, said.texts, url, [VISITORS], heading=heading, number=FOR_VISITORS)
