"""How what a delegate takes into the room is made of what was loaded.

It holds the member's own position, so it is made for the member's own seats only. Everything else in it the network
knows.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.curriculum.queries import document_of
from tejido.deliberation.models import Answer, Comment, Objection, Release
from tejido.deliberation.names import Stance
from tejido.deliberation.queries.comments import CommentLine
from tejido.deliberation.queries.positions import PositionState
from tejido.deliberation.queries.rounds import RoundContext
from tejido.deliberation.queries.state import ProcedureState
from tejido.deliberation.sentences import of_procedure
from tejido.engine.change import Span
from tejido.formats.markdown import plain
from tejido.registry.models import Party
from tejido.registry.queries import day_of
from tejido.registry.words import seat_words
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language
from tejido.web.marking import marked
from tejido.web.reading import ReadPassage, reading

from ..models import Paper
from ..names import Presence
from ..queries.brief import Loaded, TextLoaded
from ..words import title_of, who_promised
from .values import Brief, ItemBrief, OpenPassage, PastMeeting, Person, Promise, Saying, TextBrief


def meeting_brief(found: Loaded, at: datetime) -> Brief:
    """The paper for a meeting: its agenda with the texts on it, promises, attendance so far, and offices."""
    meeting = found.context.meeting
    return Brief(
        title=title_of(meeting),
        body=in_my_language(meeting.body.name),
        member=_members(found.context.capacity.party, found.texts.values()),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=meeting.zone,
        place=", ".join(filter(None, (meeting.place, meeting.room_url))),
        made_at=at,
        items=tuple(_items(found, at)),
        texts=(),
        ours=tuple(_promises(found, at, is_ours=True)),
        theirs=tuple(_promises(found, at, is_ours=False)),
        attendance=tuple(_attendance(found)),
        people=tuple(_people(found)),
    )


def round_brief(loaded: TextLoaded, context: RoundContext, at: datetime) -> Brief:
    """The paper for a round that no meeting is held on yet."""
    text = context.text
    return Brief(
        title=_("%(title)s, round %(number)s") % {"title": in_my_language(text.title), "number": context.round.number},
        body=in_my_language(context.body.name),
        member=_members(context.party, [loaded]),
        starts_at=None,
        ends_at=None,
        zone=context.round.zone,
        place="",
        made_at=at,
        items=(),
        texts=(_text(loaded, at),),
        ours=(),
        theirs=(),
        attendance=(),
        people=(),
    )


def _members(party: Party | None, texts: Iterable[TextLoaded]) -> str:
    """Whose own word the paper may hold, each once: a text of another body brings the position of the party there."""
    parties = [party, *(loaded.context.party for loaded in texts if loaded.ours and loaded.context)]
    return ", ".join(dict.fromkeys(in_my_language(found.name) for found in parties if found))


def _items(found: Loaded, at: datetime) -> list[ItemBrief]:
    made = []
    for line in found.lines:
        texts = [found.texts[key] for key in found.texts_of(line) if key in found.texts]
        made.append(
            ItemBrief(
                number=line.number,
                title=in_my_language(line.item.title),
                kind=str(line.item.get_kind_display()),
                minutes=line.item.minutes,
                presenter=seat_words(line.item.presenter),
                papers=tuple(_paper(paper) for paper in line.papers),
                texts=tuple(_text(loaded, at) for loaded in texts),
                annexes=found.annexes.get(line.item.key, ()),
            )
        )
    return made


def _paper(paper: Paper) -> str:
    """What lies before an item, by its title."""
    if paper.file is not None:
        return paper.file.name
    for row, words in (
        (paper.procedure, _("%(title)s, for adoption")),
        (paper.round, _("%(title)s, in consultation")),
        (paper.edition, _("%(title)s, edition")),
        (paper.revision, _("%(title)s, revision")),
    ):
        if row is not None:
            return words % {"title": in_my_language(row.text.title)}
    return in_my_language(paper.text.title) if paper.text else ""


def _text(loaded: TextLoaded, at: datetime) -> TextBrief:
    state = loaded.state
    revision = state.revision if state else loaded.context.round.revision if loaded.context else loaded.revision
    assenting = {a.party.code for a in state.binding_agreements} if state else set()
    return TextBrief(
        title=in_my_language(loaded.text.title),
        stage=str(of_procedure(state, at).text) if state else "",
        revision=revision.number,
        digest=revision.digest,
        known=_known(loaded.ours, loaded.stands) if loaded.ours else "",
        agreed=tuple(sorted(assenting)),
        missing=tuple(sorted(state.codes - assenting)) if state else (),
        passages=tuple(_passages(loaded)),
    )


def _known(ours: PositionState, stands: Release | None) -> str:
    """What the others know of our position. A released one stands until its correction is released; a correction that
    is prepared is always of one that they saw."""
    if ours.position is None:
        return ""
    is_correction = ours.position.number > 1
    if not is_correction and ours.release is None:
        return _("Our position is not released: nobody else knows it.") if ours.answers else ""
    said = [
        _("Our position is released: the others know it.")
        if stands
        else _("Our position is withdrawn: the others know what it said, and that it no longer stands.")
    ]
    if ours.release is None:
        said.append(_("Our correction of it is not released: nobody else knows it."))
    return " ".join(said)


def _passages(loaded: TextLoaded) -> list[OpenPassage]:
    """What is open, in reading order, the text as a whole first."""
    if loaded.context is None and loaded.state is None:
        return []
    revision = loaded.state.revision if loaded.state else loaded.context.round.revision  # type: ignore[union-attr]  # one of both is there
    read = reading(document_of(revision), loaded.language)
    wanted = loaded.open_passages
    places: list[tuple[str, ReadPassage | None]] = [("", None)] + [(p.id, p) for p in read.passages]
    return [_passage(loaded, place, passage) for place, passage in places if place in wanted]


def _passage(loaded: TextLoaded, place: str, passage: ReadPassage | None) -> OpenPassage:
    lines = [line for line in loaded.lines if line.comment.passage == place]
    own = [line for line in lines if line.comment.party_id == loaded.party_key]
    answers = loaded.ours.answer_to(place) if loaded.ours else []
    told = {answer.key: _released_as(answer, own) for answer in answers}
    shown = [line for line in told.values() if line is not None]
    return OpenPassage(
        address=str(passage.address) if passage else "",
        text=plain(passage.passage.text(passage.shown_in)) if passage else "",
        language=passage.shown_in if passage else "",
        ours=tuple(_answer(answer, told[answer.key], passage) for answer in answers),
        others=tuple(_comment(line, passage) for line in lines if line not in shown),
        objections=tuple(_objections(loaded.state, place, passage)),
    )


def _released_as(answer: Answer, own: Sequence[CommentLine]) -> CommentLine | None:
    """The released comment that says what our answer says, with what was answered to it."""
    said = (answer.stance, answer.language, answer.wording, answer.reason)
    for line in own:
        c = line.comment
        if (c.stance, c.language, c.wording, c.reason) == said:
            return line
    return None


def _answer(answer: Answer, told: CommentLine | None, passage: ReadPassage | None) -> Saying:
    if told is not None:
        return _comment(told, passage)
    return Saying(
        "", str(answer.get_stance_display()), answer.wording, _spans(passage, answer), answer.language, answer.reason
    )


def _spans(passage: ReadPassage | None, row: Answer | Comment | Objection) -> tuple[Span, ...]:
    """A wording in the place of the passage, marked against it in its language. An addition stands as it is."""
    if isinstance(row, Answer | Comment) and row.stance != Stance.AMEND:
        return ()
    base = passage.passage.text(row.language) if passage else ""
    return marked(base, row.wording) if base and row.wording else ()


def _comment(line: CommentLine, passage: ReadPassage | None) -> Saying:
    comment, given = line.comment, line.disposition
    return Saying(
        who=line.label,
        stance=str(comment.get_stance_display()),
        wording=comment.wording,
        spans=_spans(passage, comment),
        language=comment.language,
        reason=comment.reason,
        outcome=str(given.get_outcome_display()) if given else "",
        outcome_reason=given.reason if given else "",
        reply=str(line.reply.get_kind_display()) if line.reply else "",
    )


def _objections(state: ProcedureState | None, place: str, passage: ReadPassage | None) -> list[Saying]:
    found = [line.objection for line in state.objections if line.stands] if state else []
    return [
        Saying(o.party.code, _("Objects"), o.wording, _spans(passage, o), o.language, o.reason)
        for o in found
        if o.passage == place
    ]


def _promises(found: Loaded, at: datetime, *, is_ours: bool) -> list[Promise]:
    today = day_of(at)
    return [
        Promise(
            who=who_promised(line.commitment),
            what=in_my_language(line.commitment.texts),
            due=line.commitment.due,
            is_overdue=line.is_overdue(today),
            meeting=title_of(line.commitment.meeting),
        )
        for line in found.commitments
        if line.is_ours is is_ours
    ]


def _attendance(found: Loaded) -> list[PastMeeting]:
    made = []
    for meeting, lines in found.attendance:
        present = [line.party.code for line in lines if line.presence in (Presence.PRESENT, Presence.REPRESENTED)]
        absent = [line.party.code for line in lines if line.party.code not in present]
        made.append(
            PastMeeting(
                title_of(meeting), day_of(meeting.starts_at, clocks(meeting.zone)), tuple(present), tuple(absent)
            )
        )
    return made


def _people(found: Loaded) -> Sequence[Person]:
    return [
        Person(seat_words(line.seat), str(line.reply.get_says_display()) if line.reply else "")
        for line in found.invitations
    ]
