"""Loading certificates: for an actor, for whoever holds a code by the code, for holders by their link."""

from tejido.presence.queries import Checked, issuing_keys

from .checking import checked, revoked_places

__all__ = ["Checked", "checked", "issuing_keys", "revoked_places"]
