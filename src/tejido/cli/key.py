"""tejido key: the key of this node, and a new one that two persons may put in its place."""

import os
import secrets

import typer

from tejido.config.words import gettext as _

from .console import answer, say
from .faults import Fault
from .house import now, open_house
from .options import Data, Json, examples

app = typer.Typer(
    no_args_is_help=True,
    help=_("The key with which this node signs, and a new one that two persons put in its place on a page."),
)


@app.command(
    help=_(
        "Makes a new key and prints its fingerprint. It is not used before two persons agreed to it on the page "
        "“The key of this node” and the node was started again.\n\n"
        "On several machines, copy the file keys/ledger-next to each of them."
    ),
    epilog=examples("tejido key new", "tejido key new --data /srv/tejido"),
)
def new(data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.custody.queries.keys import next_file, offered, pending_change
    from tejido.engine.proof import KEY_LENGTH

    place = next_file()
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as problem:
        sentence = _("A new key is prepared already: %(fingerprint)s. Remove “%(file)s” to make another one.")
        waiting = pending_change(now())
        if waiting is not None and waiting.agreed_at is not None:
            sentence = _("Two persons have agreed to the prepared key %(fingerprint)s. Start the node again.")
        raise Fault(sentence % {"fingerprint": offered(), "file": place}, "key_prepared") from problem
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_LENGTH))
        file.flush()
        os.fsync(file.fileno())
    answer({"fingerprint": offered(), "file": str(place)}, offered(), as_json=json)
    say(_("Read these groups out to the two persons. Then start the node again when they have agreed."))


@app.command(
    help=_("Prints the fingerprint of the key in use, and of one that is prepared."), epilog=examples("tejido key show")
)
def show(data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.custody.queries.keys import offered
    from tejido.engine.proof import fingerprint
    from tejido.ledger.queries import node_key

    own, prepared = fingerprint(node_key()), offered()
    lines = [_("In use: %(fingerprint)s") % {"fingerprint": own}]
    lines += [_("Prepared: %(fingerprint)s") % {"fingerprint": prepared}] if prepared else []
    answer({"fingerprint": own, "prepared": prepared}, "\n".join(lines), as_json=json)
