"""Threads and what was written in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Q

from tejido.ledger.actors import Actor

from ..models import Mention, Message, Thread
from .places import PLACES, Beside

MOST = 200  # threads in a list; older ones are found beside their objects


@dataclass(frozen=True, slots=True)
class ThreadContext:
    """A thread with its object, which the actor may read, and everything that was written, withdrawn or hidden."""

    thread: Thread
    beside: Beside
    messages: tuple[Message, ...]
    mentions: tuple[Mention, ...]

    @property
    def is_in_reach(self) -> bool:
        """Whether those read the object for whom the thread is meant. Of what its member shows no more, nothing is
        written for others: they would read it once it is shown again."""
        return self.thread.member_id is not None or self.beside.readers.is_shared

    def mentioned(self, message: Message) -> list[Mention]:
        return [mention for mention in self.mentions if mention.message_id == message.key]


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A thread in a list. `size` counts what stands."""

    thread: Thread
    beside: Beside
    size: int


def in_spaces_of(actor: Actor) -> Q:
    """The threads of the network's space and of the actor's member. For the public, none."""
    if actor.is_public:
        return Q(pk=None)
    return Q(member=None) | Q(member__code=actor.member or "-")


def beside_for(actor: Actor, place: str, key: str, at: datetime) -> Beside:
    """The object beside which there can be threads. ObjectDoesNotExist for the public, for a strange place, and as the
    app's own loader says it."""
    if actor.is_public or place not in PLACES:
        raise ObjectDoesNotExist
    found = PLACES[place]
    return Beside(found, key, found.load(actor, key, at))


def thread_for(actor: Actor, key: str, at: datetime) -> ThreadContext:
    """ObjectDoesNotExist for who is not in its space or may not read its object, exactly as for an unknown key."""
    row = Thread.objects.select_related("member", "seat__institution__member").get(in_spaces_of(actor), key=key)
    beside = beside_for(actor, row.place, row.object, at)
    messages = Message.objects.filter(thread=row).select_related("seat__institution__member")
    mentions = Mention.objects.filter(message__thread=row).select_related("seat__institution__member")
    return ThreadContext(row, beside, tuple(messages), tuple(mentions))


def message_of(context: ThreadContext, number: int) -> Message:
    """A message of a thread that the actor reads. ObjectDoesNotExist otherwise."""
    for message in context.messages:
        if message.number == number:
            return message
    raise ObjectDoesNotExist


def count_beside(actor: Actor, place: str, key: str) -> int:
    """How many threads there are beside an object that the caller has loaded for the actor. One query."""
    return Thread.objects.filter(in_spaces_of(actor), place=place, object=key).count()


def threads_beside(actor: Actor, beside: Beside) -> list[ThreadLine]:
    """The threads beside an object, what was written last first."""
    rows = Thread.objects.filter(in_spaces_of(actor), place=beside.place.code, object=beside.key)
    threads = list(rows.select_related("member"))
    sizes = _sizes(threads)
    return [ThreadLine(row, beside, sizes.get(row.key, 0)) for row in threads]


def threads_for(actor: Actor) -> list[ThreadLine]:
    """The threads that the actor may read, what was written last first. Two queries, and a fixed number for each kind
    of object."""
    rows = list(Thread.objects.filter(in_spaces_of(actor)).select_related("member")[:MOST])
    found = readable(actor, rows)
    sizes = _sizes(found)
    return [ThreadLine(row, found[row], sizes.get(row.key, 0)) for row in rows if row in found]


def readable(actor: Actor, threads: Sequence[Thread]) -> dict[Thread, Beside]:
    """Of threads in the actor's spaces those whose object it may read, with that."""
    objects = {}
    for code in {row.place for row in threads} & set(PLACES):
        keys = {row.object for row in threads if row.place == code}
        objects.update({(code, key): loaded for key, loaded in PLACES[code].many(actor, keys).items()})
    return {
        row: Beside(PLACES[row.place], row.object, objects[row.place, row.object])
        for row in threads
        if (row.place, row.object) in objects
    }


def _sizes(threads: Iterable[Thread]) -> dict[str, int]:
    rows = Message.objects.filter(thread__in=list(threads), withdrawn_at=None, hidden_at=None)
    counted = rows.order_by().values_list("thread").annotate(size=Count("pk"))
    return dict(counted)
