"""tejido export --member: everything that a member has here, as one file."""

from pathlib import Path
from typing import Any

from tejido.config.words import gettext as _

from .console import answer, say
from .faults import Fault, misused
from .house import now, open_house


def take_out(member: str, out: Path | None, data: Path | None, *, as_json: bool) -> None:
    """Writes the file whole, under another name until it is on the disk."""
    if out is None:
        raise misused(_("Name the file with --out."), "missing_option")
    open_house(data)
    from tejido.keeping.places import new_file
    from tejido.takeout.papers import write_member
    from tejido.web.one_instant import one_instant

    with new_file(out) as file:  # the ledger says nothing of a file that cannot be there
        taking = _taken(member)
        say(_("Writing files…"))
        with one_instant():
            count = write_member(file, taking)
    told = {"member": member, "file": str(out), "files": count, "lines": taking.head.head.size}
    sentence = _("%(files)s files of %(member)s are in %(file)s. It is not sealed: hand it to the member alone.")
    answer(told, sentence % told, as_json=as_json)


def _taken(member: str) -> Any:
    """The act of the console, read by the member's focal point. Fault for a code that is not there."""
    from tejido.custody.commands import take_out as act
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.queries import network
    from tejido.takeout.papers import Taking
    from tejido.takeout.queries import reader_of
    from tejido.web.languages import in_my_language

    at, served = now(), network()
    reader = reader_of(member, at)
    if served is None or reader is None:
        sentence = _("“%(member)s” is no member with a seat for its focal point.")
        raise Fault(sentence % {"member": member}, "unknown_member")
    receipt = act(actor=CONSOLE, member=member, network=in_my_language(served.name), at=at)
    return Taking(reader, at, receipt)
