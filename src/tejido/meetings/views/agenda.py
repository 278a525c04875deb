"""The agenda: built item by item, announced, adopted; its documents; the outcome that the chair declares."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.deliberation.rules.adoption import may_conclude_meeting
from tejido.ledger.refusals import Refusal
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language

from .. import commands, pages
from ..forms import FileForm, ItemForm, PaperForm, RoomForm
from ..names import State
from ..queries.agenda import (
    adoption_of,
    agenda_digest,
    announced,
    file_of,
    is_adopted,
    is_used,
    lines_of,
    paper_for,
    procedures_to_bind,
    sources_for,
)
from ..queries.attendance import attendance_of, rooms_of
from ..queries.commitments import carried_by, to_carry
from ..queries.meetings import MeetingContext
from ..rules.agenda import may_announce, may_change_agenda, may_declare_outcome, may_lay, may_strike
from ..signals import annexes_of
from .loading import (
    ask_again,
    convening,
    done,
    language_for,
    load_item,
    load_meeting,
    must,
    party_choices,
    seat_choices,
)
from .papers import paper_downloads

MOVES = ("up", "down", "first", "last")


def _item_form(context: MeetingContext, data: Any = None, item: Any = None, **kwargs: Any) -> ItemForm:
    """Of a new item, or of one that is there: its adoption stays to be chosen, and is not asked for once declared."""
    rows = [] if item is not None and is_adopted(item) else procedures_to_bind(context.body, item)
    procedures = [(row.key, in_my_language(row.text.title)) for row in rows]
    seats = seat_choices(context, item.presenter if item is not None else None)
    return ItemForm(data, languages=context.meeting.languages, seats=seats, procedures=procedures, **kwargs)


def _may_change(context: MeetingContext) -> bool:
    adopted = adoption_of(context.meeting) is not None
    return may_change_agenda(context.capacity, context.meeting, is_adopted=adopted) is None


@require_GET
def agenda(request: ActorRequest, key: str) -> HttpResponse:
    """The agenda with its documents; for who facilitates, with what changes it."""
    context = load_meeting(request, key)
    lines, told = lines_of(context.meeting), announced(context.meeting)
    items = [line.item for line in lines]
    may_change, digest = _may_change(context), agenda_digest(items)
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "lines": lines,
        "total": sum(item.minutes or 0 for item in items),
        "carried": carried_by([item.key for item in items]),
        "may_change": may_change,
        "to_carry": len(to_carry(context.meeting)) if may_change else 0,
        "is_revised": told is not None and told.digest != digest,
        "may_announce": may_announce(context.capacity, context.meeting, told.digest if told else "", digest) is None,
        "may_convene": may_change and convening(context, len(items), request.now) is None,
        "told": told,
        "adoption": adoption_of(context.meeting),
        "form": _item_form(context) if may_change else None,
        "files": paper_downloads(key, "agenda", language_for(request, context)),
    }
    return render(request, "meetings/agenda.html", page)


@require_POST
def items(request: ActorRequest, key: str) -> HttpResponse:
    """A new item at the end."""
    context = load_meeting(request, key)
    form = _item_form(context, request.POST)
    if not form.is_valid():
        back = reverse("meetings:agenda", args=[key])
        return ask_again(request, form, context, title=_("A new item"), button=_("Put on the agenda"), way_back=back)
    commands.add_item(actor=request.actor, meeting=context.meeting, at=request.now, **_values(form))
    messages.success(request, _("The item stands at the end of the agenda."))
    return redirect(f"{reverse('meetings:agenda', args=[key])}#new")


def _values(form: ItemForm) -> dict[str, Any]:
    values = form.cleaned_data
    return {
        "title": form.texts,
        "kind": values["kind"],
        "minutes": values["minutes"],
        "presenter": values["presenter"],
        **({"procedure": values["procedure"]} if "procedure" in values else {}),
    }


@require_http_methods(["GET", "POST"])
def item(request: ActorRequest, key: str) -> HttpResponse:
    """One item: what lies before it, who is in the room, the outcome; for who facilitates, its change."""
    context, row = load_item(request, key)
    form = _item_form(context, request.POST or None, row, initial=_initial(row))
    if request.method == "POST":
        if form.is_valid():
            commands.change_item(actor=request.actor, item=row, at=request.now, **_values(form))
            return done(request, "meetings:item", _("Saved."), key)
        back = reverse("meetings:item", args=[key])
        return ask_again(request, form, context, title=_("Change the item"), button=_("Save"), way_back=back)
    line = next(line for line in lines_of(context.meeting) if line.item.key == key)
    page = {**_item_page(context, line, form), "annexes": annexes_of(request.actor, [key]).get(key, ())}
    return render(request, "meetings/item.html", page)


def _initial(row: Any) -> dict[str, Any]:
    texts = {f"text_{tag}": words for tag, words in row.title.items()}
    same = {"kind": row.kind, "minutes": row.minutes, "presenter": row.presenter_id, "procedure": row.procedure_id}
    return {**same, **texts}


def _item_page(context: MeetingContext, line: Any, form: ItemForm) -> dict[str, Any]:
    attendance = attendance_of(context.meeting)
    room = rooms_of([line.item], attendance)[line.item.key]
    may_enter_papers = may_lay(context.capacity, context.meeting) is None
    bound = pages.bound_adoption(line, room)
    may_change = _may_change(context)
    parties = party_choices(attendance_line.party for attendance_line in attendance)
    return {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "line": line,
        "item": line.item,
        "room": room,
        "bound": bound,
        "form": form if may_change else None,
        "why_not_struck": _striking(line.item) if may_change else None,
        "papers": PaperForm(sources=pages.source_choices(sources_for(context.body))) if may_enter_papers else None,
        "file": FileForm() if may_enter_papers else None,
        "carried": carried_by([line.item.key])[line.item.key],
        "outcome": RoomForm(
            parties=[(p.code, in_my_language(p.name)) for p in bound.members], initial={"present": bound.in_room}
        )
        if bound and _declaring(context, line.item) is None
        else None,
        "parties": parties,
        "is_held": context.meeting.state in {State.OPENED, State.CLOSED},
    }


def _striking(item: Any) -> Refusal | None:
    return may_strike(is_used=is_used(item), is_adopted=is_adopted(item))


def _declaring(context: MeetingContext, item: Any) -> Refusal | None:
    """Why this seat cannot declare the text of the item adopted now. Whether all agree is asked when it does."""
    refusal = may_declare_outcome(context.meeting, is_bound=item.procedure is not None)
    is_over = item.procedure not in procedures_to_bind(context.body)
    return refusal or may_conclude_meeting(context.capacity, item.procedure, is_over, context.meeting.key)


@require_POST
def moves(request: ActorRequest, key: str) -> HttpResponse:
    """One place up or down, or to an end: by buttons, so that it can be done without a mouse."""
    _context, row = load_item(request, key)
    to = request.POST.get("to", "")
    if to not in MOVES:
        raise Http404
    number = commands.move_item(actor=request.actor, item=row, to=to, at=request.now)
    said = _("“%(title)s” is now item %(number)s.") % {"title": in_my_language(row.title), "number": number}
    messages.success(request, said)
    return redirect(f"{reverse('meetings:agenda', args=[row.meeting_id])}#item-{key}")


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    _context, row = load_item(request, key)
    commands.strike_item(actor=request.actor, item=row, at=request.now)
    return done(request, "meetings:agenda", _("The item is off the agenda."), row.meeting_id)


@require_POST
def announcements(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    commands.announce_agenda(actor=request.actor, meeting=context.meeting, at=request.now)
    return done(request, "meetings:agenda", _("Announced. Everybody who was invited has been told."), key)


@require_POST
def adoptions(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    commands.adopt_agenda(actor=request.actor, meeting=context.meeting, at=request.now)
    return done(request, "meetings:agenda", _("The agenda is adopted."), key)


@require_POST
def carryings(request: ActorRequest, key: str) -> HttpResponse:
    """Every open commitment of earlier meetings as one item."""
    context = load_meeting(request, key)
    commands.carry_commitments(actor=request.actor, meeting=context.meeting, at=request.now)
    return done(request, "meetings:agenda", _("The open commitments are on the agenda."), key)


@require_POST
def papers(request: ActorRequest, key: str) -> HttpResponse:
    """A text of the house before an item."""
    context, row = load_item(request, key)
    sources = sources_for(context.body)
    form = PaperForm(request.POST, sources=pages.source_choices(sources))
    if not form.is_valid():
        back = reverse("meetings:item", args=[key])
        return ask_again(request, form, context, title=_("A document"), button=_("Lay before the item"), way_back=back)
    source = pages.source_of(sources, form.cleaned_data["source"])
    commands.add_paper(actor=request.actor, item=row, source=source, at=request.now)
    return done(request, "meetings:item", _("The document lies before the item."), key)


@require_POST
def files(request: ActorRequest, key: str) -> HttpResponse:
    context, row = load_item(request, key)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        back = reverse("meetings:item", args=[key])
        return ask_again(request, form, context, title=_("A file"), button=_("Lay before the item"), way_back=back)
    sent = form.cleaned_data["file"]
    commands.add_file(actor=request.actor, item=row, name=sent.name, data=sent.read(), at=request.now)
    return done(request, "meetings:item", _("The document lies before the item."), key)


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        _context, paper = paper_for(request.actor, key)
    commands.remove_paper(actor=request.actor, paper=paper, at=request.now)
    return done(request, "meetings:item", _("The document was taken away."), paper.item_id)


@require_GET
def file(request: ActorRequest, key: str, digest: str) -> HttpResponse:
    """A file, always as one to be saved: nothing that was uploaded runs in this house."""
    context = load_meeting(request, key)
    with or_404():
        row = file_of(context.meeting, digest)
    response = saved(bytes(row.data), row.media_type, row.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def outcomes(request: ActorRequest, key: str) -> HttpResponse:
    """The chair declares the text that is bound to the item adopted."""
    context, row = load_item(request, key)
    line = next(line for line in lines_of(context.meeting) if line.item.key == key)
    bound = pages.bound_adoption(line, rooms_of([row], attendance_of(context.meeting))[key])
    form = RoomForm(request.POST, parties=[(p.code, p.code) for p in bound.members] if bound else [])
    must(form.is_valid())
    commands.declare_outcome(actor=request.actor, item=row, present=form.cleaned_data["present"], at=request.now)
    return done(request, "meetings:item", _("Adopted. The edition is sealed and stands in the minutes."), key)
