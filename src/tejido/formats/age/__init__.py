"""Files encrypted to one or several keys, in the age format (age-encryption.org/v1, X25519 recipients): what this
writes the `age` command opens, and the other way round. Streams: whatever the length, one chunk of 64 KiB is held.

The specification: C2SP, age.md.
"""

from .keys import BadKey, new_identity, recipient_of, secret_of, share_of
from .reading import NotOpened, opened
from .writing import Sealing

__all__ = ["BadKey", "NotOpened", "Sealing", "new_identity", "opened", "recipient_of", "secret_of", "share_of"]
