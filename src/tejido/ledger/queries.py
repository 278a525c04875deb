"""Reading the ledger."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import Max, OuterRef, Q, Subquery, Sum

from tejido.engine.proof import (
    EMPTY_ROOT,
    KEY_LENGTH,
    NodeLookup,
    consistency_nodes,
    consistency_proof,
    fingerprint,
    from_text,
    inclusion_nodes,
    inclusion_proof,
    public_key,
    root_at,
    root_nodes,
)

from .models import Line, Node, NodeKey, SignedTreeHead, Tree
from .names import NETWORK, closed_tree

_AT_ONCE = 2_000  # lines that are held


def stored_nodes(tree: str, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """The hashes of complete subtrees by (level, place), in one query. At most a few dozen are ever wanted."""
    where = Q(pk__in=[])
    for level, place in set(wanted):
        where |= Q(level=level, place=place)
    rows = Node.objects.filter(where, tree=tree).values_list("level", "place", "hash")
    return {(level, place): bytes(hash) for level, place, hash in rows}


def lookup(tree: str, wanted: Iterable[tuple[int, int]]) -> NodeLookup:
    """What the engine asks for, from one query over the nodes that it will ask for."""
    known = stored_nodes(tree, wanted)
    return lambda level, place: known[level, place]


def size_of(tree: str) -> int:
    """How many lines the ledger of a space has; 0 for a space in which nothing was ever done."""
    return Tree.objects.filter(name=tree).values_list("size", flat=True).first() or 0


def root_of(tree: str, size: int) -> bytes:
    """The root over the first `size` lines. KeyError where a stored node is missing."""
    return root_at(size, lookup(tree, root_nodes(size))) if size else EMPTY_ROOT


def first_act() -> datetime | None:
    """The instant of the first line of the network's ledger."""
    return Line.objects.filter(tree=NETWORK, place=0).values_list("at", flat=True).first()


def heads_now() -> list[tuple[str, int, str]]:
    """(name, lines, root in hexadecimal digits) of every ledger of this node, by name."""
    sizes = Tree.objects.order_by("name").values_list("name", "size")
    return [(name, size, root_of(name, size).hex()) for name, size in sizes]


def inclusion_of(line: Line, size: int) -> list[bytes]:
    """The proof that a line is in the tree of the first `size` lines."""
    wanted = [node for nodes in inclusion_nodes(line.place, size) for node in nodes]
    return inclusion_proof(line.place, size, lookup(line.tree_id, wanted))


def consistency_of(tree: str, old_size: int, new_size: int) -> list[bytes]:
    """The proof that the first `old_size` lines are still what they were. Empty where there is nothing to prove."""
    wanted = [node for nodes in consistency_nodes(old_size, new_size) for node in nodes]
    return consistency_proof(old_size, new_size, lookup(tree, wanted))


def node_key() -> bytes:
    """The public key, 32 bytes, with which this node signs heads, receipts and records."""
    return public_key(settings.LEDGER_KEY)


def keys_of_node(*, revoked: bool = True) -> dict[str, bytes]:
    """The public keys with which this node signs or signed, by their fingerprints, the one in use last. `revoked`: also
    those in which nobody trusts any more, though the one in use be among them until the node is started again."""
    rows, own = list(NodeKey.objects.all()), node_key()
    ended = {row.fingerprint for row in rows if row.revoked_at and not revoked}
    found = {row.fingerprint: from_text(row.public, KEY_LENGTH) for row in rows}
    found.pop(fingerprint(own), None)
    return {name: key for name, key in {**found, fingerprint(own): own}.items() if name not in ended}


def latest_head(tree: str) -> SignedTreeHead | None:
    """The latest head of a ledger that left the house."""
    return SignedTreeHead.objects.filter(tree=tree).order_by("-size", "-at").first()


def canonical_lines(tree: str, size: int) -> Iterator[tuple[int, bytes]]:
    """(place, the bytes that were hashed) of the first `size` lines of a ledger, in their order; so many at once that
    memory stays flat."""
    lines = Line.objects.filter(tree=tree, place__lt=size).order_by("place").values_list("place", "canonical")
    for start in range(0, size, _AT_ONCE):
        for place, canonical in lines.filter(place__gte=start, place__lt=start + _AT_ONCE):
            yield place, bytes(canonical)


def recent_lines(
    trees: Sequence[str], since: datetime, limit: int = 20, leaving_out: Collection[str] = (), hidden: Q | None = None
) -> list[Line]:
    """The latest lines of the ledgers that the caller may read, newest first, without the acts named and without what
    `hidden` finds."""
    found = Line.objects.filter(tree__in=trees, at__gte=since).exclude(act__in=leaving_out)
    seen = found if hidden is None else found.exclude(hidden)
    return list(seen.order_by("-at", "-place").defer("canonical")[:limit])


def written_at(acts: Collection[str], objects: Collection[str]) -> dict[str, datetime]:
    """When the network's ledger last wrote one of these acts down, by the object that the act was about."""
    found = Line.objects.filter(tree=NETWORK, act__in=acts, object__in=objects).values("object")
    return dict(found.annotate(last=Max("at")).values_list("object", "last"))


def lines_of_seat(seat: str, limit: int = 30) -> list[Line]:
    """What was done from a seat, whoever held it, newest first, but for what stands in closed ledgers. Only for the
    seat itself."""
    if not seat:
        return []
    seen = Line.objects.filter(seat=seat).exclude(tree__name__startswith=closed_tree(""))
    return list(seen.order_by("-at", "-place").defer("canonical")[:limit])


def lines_in_all() -> int:
    """How many lines all ledgers have together."""
    return Tree.objects.aggregate(lines=Sum("size"))["lines"] or 0


def newest_line() -> datetime | None:
    """When the last line of any ledger was written: of each ledger the index knows it."""
    latest = Line.objects.filter(tree=OuterRef("pk")).order_by("-at").values("at")[:1]
    found: datetime | None = Tree.objects.aggregate(at=Max(Subquery(latest)))["at"]
    return found


def newest_head() -> datetime | None:
    """When a head of any ledger last left the house."""
    return SignedTreeHead.objects.order_by("-at").values_list("at", flat=True).first()
