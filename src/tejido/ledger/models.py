"""The append-only ledger: one Merkle tree per space, so that a member's private acts are not even countable from
outside."""

from django.db import models

from .keys import Keyed


class Tree(models.Model):
    """One space's ledger: "network", or "member:PY" for what a member does among its own."""

    name = models.CharField(max_length=80, primary_key=True)
    size = models.PositiveBigIntegerField(default=0)


class Node(models.Model):
    """The hash of a complete subtree of 2**level lines. Level 0 are the lines themselves."""

    tree = models.ForeignKey(Tree, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    place = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tree", "level", "place"], name="one_hash_per_node")]


class Line(Keyed):
    """One act. `canonical` is exactly what was hashed: offices, ids and digests, never names or free text.

    What people wrote is sealed by a salted digest in the line; `salt` and `details` can be erased and the proof
    still holds.
    """

    tree = models.ForeignKey(Tree, models.PROTECT, related_name="+")
    place = models.PositiveBigIntegerField()
    act = models.CharField(max_length=40, db_index=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    mandate = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=40)
    object = models.CharField(max_length=64, db_index=True)
    facts = models.JSONField(default=dict)
    canonical = models.BinaryField()
    salt = models.BinaryField(max_length=16, blank=True, default=b"")
    details = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tree", "place"], name="one_line_per_place")]
        indexes = [
            models.Index(fields=["tree", "at"], name="line_by_time"),
            models.Index(fields=["seat", "at"], name="line_of_seat"),
        ]


class SignedTreeHead(Keyed):
    """A head that left the house in a receipt or a record. The node must be able to stand by it for ever."""

    tree = models.ForeignKey(Tree, models.PROTECT, related_name="+")
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    at = models.DateTimeField()
    handed_to = models.CharField(max_length=40)
    data = models.JSONField()


class NodeKey(Keyed):
    """A key with which this node signs, or signed: `public` is its text form. From `until` on another one stands in for
    it; a revoked one signs for nobody. The private keys are files (`config.keys`)."""

    public = models.CharField(max_length=43)
    fingerprint = models.CharField(max_length=39, unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "key"]
