"""What mail servers wrote into a mail about its sender (RFC 8601): whether SPF, DKIM and DMARC hold.

Anybody can write such a line; only those of a server are believed that is known to take away foreign lines in its name.
"""

import re
from collections.abc import Iterable
from email.message import EmailMessage

HEADER = "authentication-results"
MOST, LONGEST = 20, 600  # lines that are kept of a mail, the uppermost, and letters of one
_ASIDE = re.compile(r'"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)', re.DOTALL)
_DEEPEST = 5  # comments within comments
_RESULT = re.compile(r"\s*(spf|dkim|dmarc)(?:/\d+)?\s*=\s*([a-z]+)")
_FAILED = {"fail", "hardfail"}


def checks_in(message: EmailMessage) -> tuple[str, ...]:
    """Each line as the name of its server and what it found: "mx.example.org spf=pass dmarc=fail". The raw text is
    read: encoded words in it, which come from the sender, are not."""
    raw = [str(value) for name, value in message.raw_items() if name.lower() == HEADER]
    return tuple(_line(value)[:LONGEST] for value in raw[:MOST])


def _line(value: str) -> str:
    text = value.lower()
    for _depth in range(_DEEPEST):
        text = _ASIDE.sub(" ", text)
    server, *results = text.split(";")
    found = [f"{match[1]}={match[2]}" for each in results if (match := _RESULT.match(each))]
    return " ".join([*server.split()[:1], *found])


def has_failed(checks: Iterable[str], server: str) -> bool:
    """Whether this server found that the sender is not who the mail says. DMARC decides where it holds: a mail that was
    passed on fails SPF."""
    return any(_refutes(results) for name, *results in map(str.split, filter(None, checks)) if name == server)


def _refutes(results: Iterable[str]) -> bool:
    found = [each.partition("=")[::2] for each in results]
    failed = {method for method, result in found if result in _FAILED}
    return "dmarc" in failed or bool(failed and ("dmarc", "pass") not in found)
