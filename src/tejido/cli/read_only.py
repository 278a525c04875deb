"""tejido read-only: a node that is read and not written to."""

import typer

from tejido.config.words import gettext as _

from .console import answer
from .faults import Fault
from .house import choose_folder, set_up
from .options import Data, Json, examples

app = typer.Typer(
    no_args_is_help=True,
    help=_("Keeps the node read-only for a while: pages are read, and whatever would be written is refused."),
)


@app.command(
    help=_("From now on nothing is written. Every process of the node notices at once; nobody is signed out."),
    epilog=examples("tejido read-only on --data /srv/tejido"),
)
def on(data: Data = None, json: Json = False) -> None:
    _set_up(data)
    from tejido.web import held

    if not held.why():
        held.hold(held.Why.ASKED)
    answer({"read_only": True}, _("The node is read-only. “tejido read-only off” ends that."), as_json=json)


@app.command(
    help=_(
        "Writing begins again. A node that was restored from a backup, and in which something is missing since, is not "
        "released by this: two persons confirm it on its pages."
    ),
    epilog=examples("tejido read-only off --data /srv/tejido"),
)
def off(data: Data = None, json: Json = False) -> None:
    _set_up(data)
    from tejido.web import held

    if held.why() is held.Why.RESTORED:
        sentence = _("This node was restored and something is missing. Two persons confirm that on its pages.")
        raise Fault(sentence, "needs_two")
    held.let_go()
    answer({"read_only": False}, _("The node is written to again."), as_json=json)


def _set_up(data: Data) -> None:
    choose_folder(data)
    set_up()
