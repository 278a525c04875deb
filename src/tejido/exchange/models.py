"""Other nodes, their keys, and the bundles that went to them and came from them.

A row is never deleted: who was trusted when, what was handed over and why something was refused stays to be read.
"""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Body, Member

from .names import Direction, End, Errand, Kind, News, Standing, State


class Peer(Keyed):
    """Another node. `code` is a member's code, or the key of a network; `fingerprint` that of the key in use; `address`
    its origin, empty where bundles go by hand. `body` is where the texts stand that were taken in from a network. On a
    member's own node the node of its network `is_home`."""

    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=39, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.INTRODUCED)
    address = models.CharField(max_length=300, blank=True)
    body = models.OneToOneField(Body, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_office = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)
    is_home = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="one_peer_per_code")]


class PeerKey(Keyed):
    """A key of a peer. `public` is its text form. From `until` on another one stands in for it."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="keys")
    public = models.CharField(max_length=43)
    fingerprint = models.CharField(max_length=39, unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["since", "key"]

    @property
    def is_in_use(self) -> bool:
        return self.until is None and self.revoked_at is None


class Parcel(Keyed):
    """One bundle. `peer` is empty for what is for everybody or for several, and where nobody here has the sender's key.
    `bundle` is its id, `digest` that of its body, `contents` what it holds without the data. `raw` is the file, empty
    where it was refused. `refusal` is a code, and `told` its place and values (see `sentences`)."""

    peer = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="+")
    direction = models.CharField(max_length=8, choices=Direction.choices)
    state = models.CharField(max_length=9, choices=Standing.choices)
    bundle = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=64, blank=True)
    sequence = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    audience = models.JSONField(default=list, blank=True)
    made = models.DateTimeField(null=True, blank=True)
    expires = models.DateTimeField(null=True, blank=True)
    contents = models.JSONField(default=list, blank=True)
    raw = models.BinaryField(blank=True, default=b"")
    size = models.PositiveIntegerField(default=0)
    refusal = models.CharField(max_length=40, blank=True)
    told = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    done_at = models.DateTimeField(null=True, blank=True)
    done_office = models.CharField(max_length=120, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "sequence"],
                condition=models.Q(direction=Direction.SENT),
                name="one_sent_bundle_per_number",
            ),
            models.UniqueConstraint(
                fields=["peer", "bundle"],
                condition=models.Q(direction=Direction.RECEIVED, state=Standing.TAKEN),
                name="one_taking_per_bundle",
            ),
        ]
        indexes = [models.Index(fields=["peer", "direction", "state"], name="parcels_of_peer")]


class Carried(Keyed):
    """One content of a bundle that went out, so that what is in none is found without reading any of them. What the
    bundle says of itself stays what counts: this is written with it, and never changed."""

    parcel = models.ForeignKey(Parcel, models.PROTECT, related_name="+")
    peer = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    version = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["parcel", "kind", "name"], name="one_row_per_carried_content")]
        indexes = [models.Index(fields=["peer", "kind", "name"], name="carried_to_peer")]


class Item(Keyed):
    """The latest state of one thing taken in from a peer. `object` is the key of what it became here: a text; `data` is
    as it came where it became nothing else."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    version = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    object = models.CharField(max_length=12, blank=True)
    data = models.JSONField(default=dict, blank=True)
    parcel = models.ForeignKey(Parcel, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["peer", "kind", "name"], name="one_item_per_name")]


class SeenHead(Keyed):
    """A signed head of another node's ledger, as it came: from that node itself, or from `told_by` another one."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    told_by = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="+")
    parcel = models.ForeignKey(Parcel, models.PROTECT, null=True, blank=True, related_name="+")
    tree = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    data = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["size", "at", "key"]
        constraints = [
            models.UniqueConstraint(fields=["peer", "tree", "size", "root"], name="one_row_per_seen_head"),
        ]


class Alarm(Keyed):
    """A ledger was cut, rewritten or told in two versions. It stays, and stands at the top until two persons looked.
    `peer` is whose ledger it is, empty where it is this node's own; `told` are the values of its sentence."""

    peer = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="+")
    parcel = models.ForeignKey(Parcel, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=40)
    tree = models.CharField(max_length=80)
    told = models.JSONField(default=dict)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]


class AlarmLook(Keyed):
    """A person looked at an alarm and says what was done. `account` is empty at the console."""

    alarm = models.ForeignKey(Alarm, models.PROTECT, related_name="+")
    account = models.CharField(max_length=36, blank=True)
    office = models.CharField(max_length=120)
    said = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]


class Invitation(Keyed):
    """A member was invited to found a node of its own: once, until an instant. `peer` is the node that answered."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    peer = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at", "key"]


class Contact(Keyed):
    """How it goes with the line to a peer: when it answered last, and since when it does not. `problem` is the reason
    of `web.outgoing`; on a member's own node, of the network's node, also what that one answered."""

    peer = models.OneToOneField(Peer, models.PROTECT, related_name="+")
    tried_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)


class Holdup(Keyed):
    """A peer that answers refused something: `thing` is the key of the bundle or telling, `problem` the code of why.
    The errand is tried again at `next_at`; everything else with this peer goes on. Without a problem it goes on too."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    errand = models.CharField(max_length=10, choices=Errand.choices)
    thing = models.CharField(max_length=12, blank=True)
    tried_at = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["peer", "errand"], name="one_holdup_per_errand")]


class Founding(Keyed):
    """This node is a member's own: whose, by which invitation, and which peer is the node of its network. At most one
    row. `acceptance` is the file by which that node learns of this one."""

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    network = models.OneToOneField(Peer, models.PROTECT, related_name="+")
    invitation = models.CharField(max_length=40)
    acceptance = models.BinaryField(default=b"")
    at = models.DateTimeField()


class Topic(Keyed):
    """A peer is told of what is new of a kind, from one instant to another; `until` is empty while it is."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=News.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["since", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["peer", "kind"], condition=models.Q(until=None), name="one_standing_topic_per_kind"
            )
        ]


class Telling(Keyed):
    """A peer is told of one thing, once. It waits until the peer has answered, was given up, or is not wanted any more:
    `ended_at`. `nonce` is 16 random bytes in hexadecimal digits."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=News.choices)
    name = models.CharField(max_length=120)
    sequence = models.PositiveBigIntegerField()
    nonce = models.CharField(max_length=32)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    end = models.CharField(max_length=8, choices=End.choices, blank=True)

    class Meta:
        ordering = ["sequence"]
        constraints = [
            models.UniqueConstraint(fields=["peer", "kind", "name"], name="one_telling_per_thing"),
            models.UniqueConstraint(fields=["peer", "sequence"], name="one_telling_per_number"),
        ]


class Heard(Keyed):
    """A peer said that something new waits there. `signer` is the fingerprint of the key that signed it: each key has
    its own numbers. `looked_at`: when this node had fetched what it may fetch."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    signer = models.CharField(max_length=39)
    sequence = models.PositiveBigIntegerField()
    nonce = models.CharField(max_length=32)
    at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-sequence"]
        constraints = [models.UniqueConstraint(fields=["peer", "signer", "sequence"], name="one_hearing_per_number")]

    @property
    def label(self) -> str:
        """What kind of thing it is; one that this version does not know by its code."""
        return str(News(self.kind).label) if self.kind in News.values else self.kind
