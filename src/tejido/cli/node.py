"""tejido init --member and tejido node: a member's own node, and the line between it and its network's node."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from tejido.config.server import Address, use_origin
from tejido.config.words import gettext as _
from tejido.config.words import language

from .console import answer, say, table
from .faults import Fault
from .files import read
from .house import choose_folder, now, open_house
from .link import address_for
from .options import Data, Json, examples
from .serve import lead_links_to

app = typer.Typer(no_args_is_help=True, help=_("A member's own node, and the line to the node of its network."))


@app.command(
    help=_(
        "Makes bundles of what is new, sends what waits and fetches what waits on the other side, at once.\n\n"
        "“tejido serve” does the same every half minute."
    ),
    epilog=examples("tejido node exchange", "tejido node exchange --json"),
)
def exchange(data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.exchange.commands import try_soon
    from tejido.exchange.jobs import run_due
    from tejido.exchange.queries.lines import lines_for
    from tejido.exchange.sentences import trouble
    from tejido.ledger.actors import CONSOLE

    for row in lines_for(CONSOLE):
        try_soon(peer=row.peer)  # whoever types this knows that the line is there
    done, rows = run_due(now()), lines_for(CONSOLE)
    lines = [{"node": row.peer.name, "waiting": len(row.waiting), "trouble": trouble(row)} for row in rows]
    table_rows = [list(line.values()) for line in lines]
    empty = _("No node is known here with which bundles are exchanged by themselves.")
    shown = table([_("Node"), _("Waiting"), _("Trouble")], table_rows) if lines else empty
    answer({"done": done, "nodes": lines}, shown, as_json=json)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of the node to be: `heard` are the groups of the fingerprint that were read out to them."""

    member: str
    invitation: Path
    heard: str
    email: str
    person: str


def found_node(asked: Asked, data: Path | None, address: Address, *, as_json: bool) -> None:
    """Founds the node and writes the answer for the network's node into its folder."""
    raw = read(asked.invitation)
    folder = choose_folder(data)
    use_origin(folder)
    lead_links_to(address)
    open_house(data)
    found = _found(raw, asked, folder)
    answer(found, found["link"], as_json=as_json)
    say(_("The node of %(member)s is founded. The link above lets %(email)s in, once, within seven days.") % found)
    say(_("Its fingerprint is %(fingerprint)s. Read its last two groups out to your seat in the network.") % found)
    say(_("Its answer is in %(file)s. It goes over the line by itself, or by hand.") % found)


def _found(raw: bytes, asked: Asked, folder: Path) -> dict[str, Any]:
    from tejido.engine.exchange import BadBundle
    from tejido.exchange.commands import Person
    from tejido.exchange.commands import found_node as found
    from tejido.exchange.imports import invitation_in
    from tejido.exchange.queries import own_fingerprint

    try:
        invitation = invitation_in(raw, asked.invitation.name)
    except BadBundle as problem:
        sentence = _("“%(name)s” is no invitation of a network's node, or was changed (%(code)s).")
        said = {"name": asked.invitation.name, "code": problem.code.value}
        raise Fault(sentence % said, "not_an_invitation") from problem
    first = Person(asked.email, asked.person or asked.email.split("@")[0], language())
    founding, account = found(invitation=invitation, member=asked.member, said=asked.heard, person=first, at=now())
    file = folder / f"{asked.member}.acceptance.json"
    file.write_bytes(founding.acceptance)
    return {
        "member": asked.member,
        "email": asked.email,
        "fingerprint": own_fingerprint(),
        "file": str(file),
        "link": address_for(account),
    }
