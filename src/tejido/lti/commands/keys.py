"""The keys with which this node signs: begun, in time to be known before they are used, and given up."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from tejido.engine.proof import rfc3339
from tejido.formats.lti import Key, jwk
from tejido.ledger.actors import CLOCK
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.registry.queries import network

from .. import keys
from ..models import ToolKey
from ..names import Act
from ..queries import newest_key, outdated_keys

LIVES = timedelta(days=90)  # that a key signs
KNOWN_AFTER = timedelta(days=1)  # platforms fetch a key set at least daily
KEPT_FOR = timedelta(days=7)  # that a key is published after the next one signs


@transaction.atomic
def begin_key(*, at: datetime) -> bool:
    """The next key where the latest one is old or its file is gone. Whether there is a new one. The first key of a node
    signs at once; a later one is published for a day before it does."""
    latest = newest_key()
    if network() is None or (latest is not None and keys.is_there(latest.kid) and at < latest.signs_from + LIVES):
        return False
    kid = secrets.token_hex(8)
    public = jwk(Key(kid, "RS256", keys.make(kid).public_key()))
    signs_from = at + KNOWN_AFTER if latest is not None and keys.is_there(latest.kid) else at
    ToolKey.objects.filter(until=None).update(until=signs_from + KEPT_FOR)
    made = ToolKey.objects.create(kid=kid, public=public, since=at, signs_from=signs_from)
    facts = {"kid": kid, "signs_from": rfc3339(signs_from)}
    write_down(CLOCK, Act.TOOL_KEY_BEGUN, made, at, facts, tree=NETWORK)
    return True


def give_up_keys(*, at: datetime) -> int:
    """The files of keys that are published no more are removed. How many."""
    several = outdated_keys(at)
    for row in several:
        keys.destroy(row.kid)
    return len(several)
