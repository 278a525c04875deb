"""A mail of RFC 5322 as a value. It runs in the limited child process (`formats.child.parse_mail`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

from ..bad_file import BadFile, Code
from .checks import checks_in
from .markup import as_text
from .quoting import own_words
from .values import MAX_ADDRESSES, MAX_MAIL, MAX_WORDS, Mail

# Where mail servers write for whom a message was.
_RECIPIENTS = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")
_LISTS = ("list-id", "list-post", "list-unsubscribe", "x-autoreply", "x-autorespond", "x-auto-reply-from")
_BULK = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
# What a client adds by itself: signatures of the mail, cards of the sender.
_BESIDE = {
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/vcard",
    "text/x-vcard", "text/directory",
}  # fmt: skip  # one list
_ADDRESS = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}")


def read(raw: bytes) -> Mail:
    """BadFile where it is too big or no mail."""
    if len(raw) > MAX_MAIL:
        raise BadFile(Code.TOO_BIG)
    message = message_from_bytes(raw, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise BadFile(Code.NOT_MAIL)
    senders = _addresses(message, ("from",))
    return Mail(
        sender=senders[0] if len(senders) == 1 else "",
        recipients=tuple(_addresses(message, _RECIPIENTS)[:MAX_ADDRESSES]),
        id=_said(message, "message-id").strip()[:500],
        words=own_words(_body(message))[:MAX_WORDS],
        is_automatic=_is_automatic(message),
        attachments=sum(_is_attachment(part) for part in _files(message)),
        checks=checks_in(message),
    )


def _said(message: EmailMessage, name: str) -> str:
    """A header as text; what cannot be read is nothing."""
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # what the standard library raises on broken headers
        return ""


def _all(message: EmailMessage, name: str) -> list[str]:
    try:
        return [str(value) for value in message.get_all(name) or ()]
    except (ValueError, IndexError, AttributeError, TypeError):
        return []


def _addresses(message: EmailMessage, names: tuple[str, ...]) -> list[str]:
    """Each address once, in small letters."""
    said = [value for name in names for value in _all(message, name)]
    found = [address.strip().lower() for _name, address in getaddresses(said)]
    return list(dict.fromkeys(address for address in found if _ADDRESS.fullmatch(address)))


def _is_automatic(message: EmailMessage) -> bool:
    """Sent by a machine (RFC 3834), by a list, or about the delivery of another mail."""
    submitted = _said(message, "auto-submitted").partition(";")[0].strip().lower()
    if submitted not in {"", "no"} or _said(message, "precedence").strip().lower() in _BULK:
        return True
    if any(message.get(name) is not None for name in _LISTS) or message.get_content_type() == "multipart/report":
        return True
    return any(path.strip() == "<>" for path in _all(message, "return-path"))


def _body(message: EmailMessage) -> str:
    """The text, or the HTML as text where there is no other."""
    part = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(part, EmailMessage) or part.get_content_maintype() != "text":
        return ""
    text = _text(part)
    return as_text(text) if part.get_content_subtype() == "html" else text


def _text(part: EmailMessage) -> str:
    """The words of a part, in whatever letters it says or may be in."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("utf-8", "replace")


def _files(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every part that is no text of the mail itself; a mail within it is one."""
    text = message.get_body(preferencelist=("plain", "html"))
    for part in message.walk():
        is_file = not part.is_multipart() or part.get_content_type() == "message/rfc822"
        if isinstance(part, EmailMessage) and is_file and part is not text:
            yield part


def _is_attachment(part: EmailMessage) -> bool:
    """A picture inside the text is none, nor is the same text in another form."""
    kind, way = part.get_content_type(), part.get_content_disposition()
    if kind in _BESIDE:
        return False
    if kind in {"text/plain", "text/html"}:
        return way == "attachment" or bool(part.get_filename())
    return not (kind.startswith("image/") and way != "attachment" and part.get("content-id") is not None)
