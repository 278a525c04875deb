"""tejido demo: the demonstration network, ready to be tried."""

from typing import Annotated

from tejido.config.words import gettext as _

from .console import progress, say
from .house import choose_folder, now, open_house
from .options import Data, flag
from .serve import DEFAULT_BIND, DEFAULT_WORKERS, Bind, Workers, get_ready, listen, ready_to_listen, run_child
from .sister import make, serve_beside

NoServe = Annotated[bool, flag("--no-serve", _("Only make the network; “tejido serve” serves it later."))]
Sister = Annotated[
    bool,
    flag("--sister", _("With a second network, in Africa, that begins from a text of the first: on the next port.")),
]


def demo(
    data: Data = None, no_serve: NoServe = False, sister: Sister = False, bind: Bind = DEFAULT_BIND,
    workers: Workers = DEFAULT_WORKERS,
) -> None:  # fmt: skip  # one command, read as one
    if no_serve:
        _build(data)
        if sister:
            make(choose_folder(data))
        return
    folder, address = ready_to_listen(data, bind)
    run_child("demo", "--no-serve")
    other = make(folder) if sister else None
    get_ready()
    beside = serve_beside(other, address) if other else None
    try:
        listen(folder, address, workers)
    finally:
        if beside is not None:
            beside.terminate()


def _build(data: Data) -> None:
    folder = open_house(data)
    _refuse_beside_a_real_one()
    from tejido.demonstration.build import build

    with progress() as show:
        build(at=now(), progress=show)
    say(_("The demonstration network is in %(folder)s.") % {"folder": folder})


def _refuse_beside_a_real_one() -> None:
    """A folder holds one network, and a real one is never mixed with invented institutions."""
    from tejido.ledger.refusals import Refusal, Refused
    from tejido.registry.names import No
    from tejido.registry.queries import network
    from tejido.web.languages import in_my_language

    served = network()
    if served is not None and not served.is_demonstration:
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": in_my_language(served.name)}))
