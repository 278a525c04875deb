"""A ledger of forty lines, and the ways in which somebody with access to the database could falsify it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction

from tejido.engine.proof import append_nodes, leaf_hash, rfc3339, root_at, root_nodes, sign_head, signed_head_to_data
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.lines import canonical
from tejido.ledger.models import Line, Node, SignedTreeHead, Tree
from tejido.ledger.queries import lookup

AT = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
SIZE = 40
TREE = "network"
FOCAL_POINT = Actor(seat="seat00000001", mandate="mandate00001", office="XA/focal_point/MRE", role="focal_point")


def write(count: int = 1, tree: str = TREE, **values: object) -> Line:
    """Writes that many lines in one transaction; gives the last one."""
    with transaction.atomic():
        start = Tree.objects.filter(name=tree).values_list("size", flat=True).first() or 0
        for place in range(start, start + count):
            line = _record(tree, place, **values)
    return line


def _record(tree: str, place: int, **values: object) -> Line:
    facts = {"number": place}
    at = AT + timedelta(minutes=place)
    given = {"actor": FOCAL_POINT, "act": "revision-saved", "kind": "revision", "object": f"object{place}"}
    return record(**{**given, "tree": tree, "at": at, "facts": facts, **values})


@contextmanager
def undone() -> Iterator[None]:
    """What is done here to the database is undone in the end, so that forty falsifications cost one ledger."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def line_at(place: int, tree: str = TREE) -> Line:
    return Line.objects.get(tree=tree, place=place)


def swap(one: int, other: int) -> None:
    """Two lines change places, each with its own bytes."""
    first, second = line_at(one), line_at(other)
    Line.objects.filter(pk=first.pk).update(place=SIZE + 1000)
    Line.objects.filter(pk=second.pk).update(place=one)
    Line.objects.filter(pk=first.pk).update(place=other)


def cut(size: int) -> None:
    """The ledger as if nothing had been written after its first `size` lines."""
    Line.objects.filter(tree=TREE, place__gte=size).delete()
    for level in range(SIZE.bit_length() + 1):
        Node.objects.filter(tree=TREE, level=level, place__gte=size >> level).delete()
    Tree.objects.filter(name=TREE).update(size=size)
    SignedTreeHead.objects.filter(tree=TREE, size__gt=size).delete()


def rewrite(place: int) -> None:
    """One line says something else, its bytes agree, and every hash above it and every head is made anew."""
    line = line_at(place)
    line.office = "XB/focal_point/MRE"
    line.canonical = canonical(line)
    line.save()
    rebuild()


def rebuild() -> None:
    """Every hash and every head is computed again from the lines, with the server's own key."""
    Node.objects.filter(tree=TREE).delete()
    known: dict[tuple[int, int], bytes] = {}
    for line in Line.objects.filter(tree=TREE).order_by("place"):
        new = append_nodes(line.place, leaf_hash(bytes(line.canonical)), lambda level, place: known[level, place])
        known.update({(level, place): hash for level, place, hash in new})
    Node.objects.bulk_create(
        [Node(tree_id=TREE, level=level, place=place, hash=hash) for (level, place), hash in known.items()]
    )
    for head in SignedTreeHead.objects.filter(tree=TREE):
        _sign_again(head)


def _sign_again(head: SignedTreeHead) -> None:
    root = root_at(head.size, lookup(TREE, root_nodes(head.size)))
    head.root = root.hex()
    head.data = signed_head_to_data(sign_head(TREE, head.size, root, rfc3339(head.at), settings.LEDGER_KEY))
    head.save()
