"""What is read of a mail."""

from dataclasses import dataclass

MAX_MAIL = 10 * 2**20  # bytes of a whole message with what is attached
MAX_WORDS = 20_000  # letters of what somebody wrote themselves
MAX_ADDRESSES = 100


@dataclass(frozen=True, slots=True)
class Mail:
    """`sender` is the one address it says it is from, empty where it names none or several. `recipients` are those in
    its header. `words` is what the sender wrote, without quoted mails and signatures. `id` is its Message-ID.
    `is_automatic`: a machine sent it. `attachments` counts files; pictures inside the text and signed names of the
    sender are none. `checks`: what mail servers found about the sender, as in `checks.checks_in`."""

    sender: str
    recipients: tuple[str, ...]
    id: str
    words: str
    is_automatic: bool
    attachments: int
    checks: tuple[str, ...] = ()
