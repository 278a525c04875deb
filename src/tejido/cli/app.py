"""The command line as a whole."""

from typing import Annotated

import typer

from tejido import __version__
from tejido.config.words import gettext as _

from . import (
    backup,
    bundle,
    demo,
    doctor,
    erasures,
    incoming,
    init,
    key,
    ledger,
    letters,
    link,
    network,
    node,
    outgoing,
    read_only,
    receive,
    register,
    restore,
    serve,
    sister,
    store,
    text,
    translation,
    verify,
)
from . import round as rounds
from .options import examples

app = typer.Typer(
    name="tejido",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=_(
        "The platform that a regional network of states for the prevention of genocide and mass atrocity runs on.\n\n"
        "Everything is kept in one folder: --data DIR, else TEJIDO_DATA, else the user's own folder. Answers go to "
        "standard output, remarks and progress to standard error.\n\n"
        "Exit codes: 0 done, 1 the answer is no, 2 used wrongly."
    ),
    epilog=examples(
        "tejido demo",
        "tejido init --data /srv/tejido",
        "tejido serve --data /srv/tejido --bind 127.0.0.1:8000",
        "tejido verify curriculo-1.record.json curriculo-1.text.json",
    ),
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"tejido {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", is_eager=True, callback=_print_version, help=_("Print the version and stop."))
]


@app.callback()
def tejido(version: Version = False) -> None:
    """Options of the command as a whole."""


app.command(
    help=_("Makes the demonstration network, with invented institutions and texts, and serves it on this machine."),
    epilog=examples("tejido demo", "tejido demo --sister", "tejido demo --data ./prueba --no-serve"),
)(demo.demo)
app.command(
    help=_(
        "Serves the network: brings the database and the static files up to date, then listens until it is stopped.\n\n"
        "The database is copied into the folder “backups” before a new version changes it."
    ),
    epilog=examples("tejido serve", "tejido serve --data /srv/tejido --bind 0.0.0.0:8000 --workers 4"),
)(serve.serve)
app.command(hidden=True)(serve.prepare)
app.command("demo-step", hidden=True)(sister.step)
app.command(
    help=_(
        "Founds an empty network with the first seat of its secretariat, and prints the link by which its holder comes "
        "in.\n\nIn a terminal it asks for what is not given.\n\n"
        "With --member and --invitation it founds a member's own node instead."
    ),
    epilog=examples(
        "tejido init",
        "tejido init --name 'Red de prueba' --languages es,pt --zone America/Asuncion --email st@example.org",
        "tejido init --plan network.toml --email st@example.org",
        "tejido init --member PY --invitation PY.invitation.json --email pf@example.org",
    ),
)(init.init)
app.add_typer(network.app, name="network")
app.add_typer(text.app, name="text")
app.add_typer(translation.app, name="translation")
app.add_typer(rounds.app, name="round")
app.add_typer(register.app, name="register")
app.add_typer(node.app, name="node")
app.add_typer(key.app, name="key")
app.command(help=outgoing.HELP, epilog=outgoing.EXAMPLES)(outgoing.export)
app.command("import", help=incoming.HELP, epilog=incoming.EXAMPLES)(incoming.import_)
app.command(
    help=_(
        "Checks offline that a text is the one that was adopted, and says in words what was checked.\n\n"
        "One changed byte ends with exit code 1, and the passage that differs is named.\n\n"
        "With one file alone it checks a certificate, a credential of Open Badges 3.0."
    ),
    epilog=examples(
        "tejido verify curriculo-1.record.json curriculo-1.text.json",
        "tejido verify curriculo-1.record.json curriculo-1.text.json --key FINGERPRINT --json",
        "tejido verify certificate.json",
    ),
)(verify.verify)
app.add_typer(ledger.app, name="ledger")
app.add_typer(backup.app, name="backup", help=backup.HELP, epilog=backup.EXAMPLES)
app.command(help=restore.HELP, epilog=restore.EXAMPLES)(restore.restore)
app.command(help=erasures.HELP, epilog=erasures.EXAMPLES)(erasures.erasures)
app.add_typer(read_only.app, name="read-only")
app.command("migrate-store", help=store.HELP, epilog=store.EXAMPLES)(store.migrate_store)
app.command("store-load", hidden=True)(store.store_load)
app.add_typer(bundle.app, name="bundle")
app.command(
    help=_("Makes a new one-time sign-in link for a person who has an account, and prints it."),
    epilog=examples("tejido link st@example.org"),
)(link.link)
app.command(help=receive.HELP, epilog=examples("tejido receive --to reply+…@tejido.example.org < message.eml"))(
    receive.receive
)
app.command(help=letters.HELP, epilog=examples("tejido letters", "tejido letters --all"))(letters.letters)
app.command(
    help=_("Says in words what is misconfigured, and what to do about it. Nothing is changed."),
    epilog=examples("tejido doctor", "tejido doctor --data /srv/tejido --json"),
)(doctor.doctor)
