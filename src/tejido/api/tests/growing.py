"""Something of everything that programs read: each step adds one to every collection."""

from datetime import UTC, datetime, timedelta

from cast import FOUNDED, NOW, Cast, make_text
from tejido.adaptation.tests import doings as adapting
from tejido.annual.tests import doings as reports
from tejido.cooperation.tests import doings as cooperation
from tejido.correspondence.tests import doings as letters
from tejido.deliberation.tests import doings as deliberation
from tejido.deliberation.tests.stage import opened
from tejido.engine.measure import Counting
from tejido.exchange.models import Item, Parcel
from tejido.exchange.names import Direction as Sent
from tejido.exchange.names import Standing
from tejido.figures.models import Figure, Publication
from tejido.indicators.tests import doings as indicators
from tejido.ledger.actors import CONSOLE
from tejido.mechanisms.tests import doings as mechanisms
from tejido.meetings.tests import doings as meetings
from tejido.nominations.tests import doings as nominations
from tejido.practices.tests import doings as practices
from tejido.programmes.tests import doings as programmes
from tejido.records.tests import doings as records
from tejido.registry.commands import create_committee, enter_institution, enter_member
from tejido.reviews.tests import doings as reviews
from tejido.schools.tests import doings as schools
from tejido.seminars.tests import doings as seminars
from tejido.timetable.tests import doings as timetable
from tejido.training.tests import doings as training
from tejido.translation.commands import Entry, enter_concept

STATES = ("XA", "XB", "XC")
AT = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)


class Growing:
    """A network in which everything is there once, and once more with each step; at most three times."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.size = cast, 0
        deliberation.fill_cumbre(cast)
        self.text = make_text(cast, slug="largo")
        self.round = opened(cast, make_text(cast, slug="ronda"))
        self.spoken = opened(cast, make_text(cast, slug="dicho"))
        self.meeting = meetings.opened(cast)
        self.cycle = seminars.begin(cast)
        self.seminar = seminars.announced(cast, self.cycle)
        self.call = nominations.open_call(cast, self.seminar)
        self.initiative = programmes.initiative(cast)
        self.peer = letters.sister(code="L")
        self.course = records.course(cast, make_text(cast, slug="curso"))
        self.step()

    def step(self) -> None:
        step, self.size = self.size, self.size + 1
        self._register(step)
        self._texts(step)
        self._deliberation(step)
        self._meetings(step)
        self._national(step)
        self._together(step)
        self._training(step)

    def _register(self, step: int) -> None:
        names = {"es": f"Nombre {step}"}
        enter_member(actor=CONSOLE, code=f"Y{step}", name=names, languages=["es"], since=FOUNDED, at=NOW)
        enter_institution(
            actor=CONSOLE, member=self.cast.members["XA"], code=f"I{step}", name=names, branch="executive", at=NOW
        )
        create_committee(actor=self.cast.secretariat, name=names, at=NOW)
        mechanisms.entry(self.cast)

    def _texts(self, step: int) -> None:
        text = make_text(self.cast, slug=f"texto-{step}")
        adapting.adopt(self.cast, text)
        adapting.derive(self.cast, text)
        theirs = adapting.derive(
            self.cast, text, by="XB/focal_point", space=adapting.Space(member=self.cast.members["XB"])
        )
        adapting.show(self.cast, theirs, by="XB/focal_point")
        deliberation.revise(self.cast, self.text, es=f"Otra cosa {step}.")
        enter_concept(actor=self.cast.secretariat, entry=Entry((("es", f"voz {step}", "preferred"),)), at=NOW)

    def _deliberation(self, step: int) -> None:
        cast = self.cast
        round_ = opened(cast, make_text(cast, slug=f"ronda-{step}"))
        for row in (self.round, round_):
            deliberation.remark(cast, row)
        deliberation.answer(cast, round_)
        deliberation.released(cast, self.spoken, STATES[step])
        for comment in (line.comment for line in deliberation.lines(self.spoken).values()):
            deliberation.dispose(cast, self.spoken, comment)
        procedure = deliberation.propose(cast, make_text(cast, slug=f"acuerdo-{step}"))
        deliberation.agree(cast, procedure)
        deliberation.object_to(cast, procedure, "XB/focal_point")
        deliberation.declare(cast, procedure)

    def _meetings(self, step: int) -> None:
        start = NOW + timedelta(days=40 + step)
        meetings.convened(self.cast, number=20 + step, starts_at=start, ends_at=start + timedelta(hours=3))
        meetings.report(self.cast, meetings.promise(self.cast, self.meeting))
        seminar = seminars.announced(self.cast, seminars.begin(self.cast, number=60 + step))
        nominations.open_call(self.cast, seminar)
        nominations.enter(self.cast, self.call, number=step + 1)
        timetable.plan(self.cast, self.seminar, 9 + step, 9.5 + step)

    def _national(self, step: int) -> None:
        cast = self.cast
        programmes.release(cast, programmes.initiative(cast, who="XB/focal_point"), who="XB/focal_point")
        programmes.initiative(cast)
        programmes.area(cast)
        indicators.milestone(cast, self.initiative)
        indicators.report(cast, indicators.define(cast, counting=Counting.EACH))
        question = indicators.question(cast, name={"es": f"Pregunta {step}"})
        theirs = indicators.report(cast, question, who="XB/focal_point")
        indicators.release(cast, theirs, who="XB/focal_point")
        review = reviews.begin(cast)
        reviews.find(cast, review)
        theirs = reviews.begin(cast, "XB/focal_point", of="XB")
        reviews.release(cast, theirs, who="XB/focal_point")

    def _together(self, step: int) -> None:
        cast = self.cast
        practices.published(cast)
        practices.begun(cast)
        cooperation.ask_for(cast)
        cooperation.show(cast, cooperation.offer(cast))
        cooperation.propose(cast)
        reports.issue(cast, reports.opened(cast, since=2020 + step, until=2020 + step))
        self._elsewhere(step)
        letters.send(cast, letters.draft(cast, self.peer))

    def _elsewhere(self, step: int) -> None:
        """A list that another network handed over."""
        parcel = Parcel.objects.create(
            peer=self.peer, direction=Sent.RECEIVED, state=Standing.LAPSED, at=NOW, office="x", done_at=NOW
        )
        entries = [{"id": "sal", "name": {"es": "Salud"}}]
        Item.objects.create(
            peer=self.peer, kind="vocabulary", name=f"vocabulary-{step}", version=1, digest="0" * 64,
            data={"entries": entries}, parcel=parcel, at=NOW,
        )  # fmt: skip  # one row

    def _training(self, step: int) -> None:
        cast = self.cast
        schools.reported(cast)
        schools.norm(cast, schools.state(cast), cadres=["police"], norm=f"Ley {step}")
        training.begin(cast, self.course.derivation)
        records.cohort(cast, self.course, code=f"A-{step}")
        row = Publication.objects.create(
            member=cast.members["XB"], year=2020 + step, audience="network", groups=[], digest="0", at=NOW, office=""
        )
        for by in ("", "sex"):
            Figure.objects.create(publication=row, year=row.year, counts="first", by=by, persons=5)


def narrowed(growing: Growing, collection: str) -> dict[str, str]:
    """What a list is narrowed to here, for those that have to be."""
    return {
        "revisions": {"text": growing.text.slug},
        "remarks": {"round": growing.round.key},
        "comments": {"round": growing.spoken.key},
        "sessions": {"seminar": growing.seminar.key},
        "nominations": {"seminar": growing.seminar.key},
        "areas": {"member": "XA"},
    }.get(collection, {})
