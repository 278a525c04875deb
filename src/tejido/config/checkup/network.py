"""What is in the database: somebody can serve the network, letters go out, the ledger is signed by this node."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..words import gettext as _
from ..words import ngettext
from .backups import of_backups
from .finding import Finding
from .surroundings import is_local

LATE = timedelta(hours=1)  # letters leave and keys are destroyed within a minute where the clock runs


def of_network() -> Iterator[Finding]:
    from django.conf import settings

    from tejido.ledger.queries import first_act
    from tejido.registry.queries import network, secretariat_holders

    served, at = network(), datetime.now(UTC)
    if served is None:
        remedy = _("“tejido init” founds one.")
        yield Finding("no_network", _("There is no network in this folder yet."), remedy)
        return
    if not secretariat_holders(at):
        sentence = _("Nobody holds a seat of the secretariat, so nobody can serve the network.")
        yield Finding("no_secretariat", sentence, _("“tejido init” gives an empty network its first seat."))
    if served.is_demonstration:
        yield from _open_demonstration()
    else:
        yield from of_backups(Path(settings.DATA), first_act(), at)
    yield from _letters(at)
    yield from _work(at)
    yield from _signing_key()
    yield from _keys(at)


def _open_demonstration() -> Iterator[Finding]:
    from django.conf import settings

    if not is_local(settings.ORIGIN):
        sentence = _("This is a demonstration: whoever reaches %(origin)s can take any seat by one click.")
        remedy = _("Keep it on this machine, or found a network of your own in another folder.")
        yield Finding("demonstration_open", sentence % {"origin": settings.ORIGIN}, remedy)


def _letters(at: datetime) -> Iterator[Finding]:
    from tejido.people.queries import letters_given_up, letters_waiting

    count = letters_given_up()
    if count:
        sentence = ngettext(
            "%(count)s letter was given up: the mail server refused it again and again.",
            "%(count)s letters were given up: the mail server refused them again and again.",
            count,
        )
        yield Finding(
            "letters_given_up", sentence % {"count": count}, _("“tejido letters” lists them and sends them again.")
        )
    count = letters_waiting(at - LATE)
    if count:
        sentence = ngettext(
            "%(count)s letter has been waiting for more than an hour.",
            "%(count)s letters have been waiting for more than an hour.",
            count,
        )
        remedy = _("“tejido serve” sends them: start it, or look at what it writes.")
        yield Finding("letters_waiting", sentence % {"count": count}, remedy)


def _work(at: datetime) -> Iterator[Finding]:
    """What the node does by itself: that it does it, and that it does not fail again and again."""
    from tejido.running.queries import failing, is_alive, last_beat

    last = last_beat("clock")
    if last is not None and not is_alive("clock", at):
        sentence = _("The clock of the node stands still: it last looked at %(at)s UTC.")
        remedy = _("“tejido serve” has the clock: start it, or look at what it writes.")
        yield Finding("clock_still", sentence % {"at": f"{last:%Y-%m-%d %H:%M:%S}"}, remedy)
    for row in failing():
        sentence = _("The work “%(work)s” has failed %(count)s times one after the other (%(problem)s).")
        values = {"work": row.work, "count": row.failures, "problem": row.problem}
        yield Finding(
            "work_fails", sentence % values, _("Look at what “tejido serve” writes; the work is tried again.")
        )


def _signing_key() -> Iterator[Finding]:
    from django.conf import settings

    from tejido.custody.queries.keys import used_key
    from tejido.engine.proof import fingerprint, signed_head_from_data
    from tejido.ledger.queries import keys_of_node, latest_head, node_key

    head, used, own = latest_head("network"), used_key(), fingerprint(node_key())
    is_other = used is not None and used.fingerprint != own
    if is_other or (head is not None and signed_head_from_data(head.data).head.key not in keys_of_node()):
        sentence = _("The ledger was signed with another key than the one in %(folder)s.")
        remedy = _(
            "Put the old key back from a copy: receipts and records can be checked with no other. Where there is no "
            "copy, two persons revoke the old one on the page “The key of this node”."
        )
        yield Finding("key_changed", sentence % {"folder": settings.KEY_FOLDER}, remedy)


def _keys(at: datetime) -> Iterator[Finding]:
    """Of analyses that were destroyed. Their words are deleted; a copy of the database could still be read."""
    from django.conf import settings

    from tejido.risk.jobs import unshredded

    left = unshredded(at - LATE)
    if left:
        sentence = _("Risk analyses were destroyed, and their key files are still there: %(keys)s.")
        remedy = _(
            "Let the node write to %(folder)s and keep “tejido serve” running: it destroys them, or logs why not."
        )
        folder = settings.KEY_FOLDER / "risk"
        yield Finding("keys_not_shredded", sentence % {"keys": ", ".join(left)}, remedy % {"folder": folder})
