"""tejido backup: everything that this node holds, in one file that only chosen keys open."""

import os
from pathlib import Path
from typing import Annotated

import typer

from tejido.config.words import gettext as _
from tejido.formats.age import BadKey, new_identity, recipient_of, share_of

from .console import answer, progress, say
from .faults import Fault, misused
from .house import now, open_house
from .options import Data, Json, examples, option

app = typer.Typer(invoke_without_command=True)

HELP = _(
    "Writes everything that this node holds into one file, sealed for the recipients: texts, acts, ledger, accounts, "
    "and the keys of the data folder. The node may be running.\n\n"
    "Not in it: who is signed in, one-time links, mail that waits, secrets of other systems, and the keys of risk "
    "analyses, which --risk-keys-to writes into a file of their own.\n\n"
    "“tejido restore” puts it back. The age command opens it as well."
)
EXAMPLES = examples(
    "tejido backup key --to tejido.key",
    "tejido backup --to /var/backups/tejido-2027-03-01.age --recipient age1…",
    "tejido backup --to copy.age --recipient age1… --recipient age1… --risk-keys-to risk.age",
)

_TO = _("The file to write. It must not be there yet.")
_RECIPIENT = _("Whoever may open it: a key that begins with age1. May be given several times.")
_APART = _("Also write the keys of risk analyses, into this file, over the one that is there.")
To = Annotated[Path | None, option("--to", "FILE", _TO)]
Recipients = Annotated[list[str] | None, option("--recipient", "KEY", _RECIPIENT)]
Apart = Annotated[Path | None, option("--risk-keys-to", "FILE", _APART)]


@app.callback()
def backup(
    context: typer.Context,
    to: To = None,
    recipient: Recipients = None,
    risk_keys_to: Apart = None,
    data: Data = None,
    json: Json = False,
) -> None:
    if context.invoked_subcommand:
        return
    if to is None or not recipient:
        raise misused(_("Name the file with --to and at least one recipient with --recipient."), "missing_option")
    for each in recipient:
        _must_be_recipient(each)
    open_house(data)
    _write(to, recipient, risk_keys_to, as_json=json)


def _must_be_recipient(text: str) -> None:
    try:
        share_of(text)
    except BadKey as problem:
        sentence = _("“%(key)s” is not a recipient. “tejido backup key” makes one; it begins with age1.")
        raise misused(sentence % {"key": text}, "not_a_recipient") from problem


def _write(to: Path, recipients: list[str], apart: Path | None, *, as_json: bool) -> None:
    from tejido.keeping.backup import back_up, back_up_apart

    with progress() as show:
        made = back_up(to, recipients, at=now(), told=lambda _table, done, total: show(_("Writing"), done, total))
    keys = back_up_apart(apart, recipients) if apart else None
    rows, tables = made.written.rows, len(made.written.tables)
    told = {
        "file": str(to), "rows": rows, "tables": tables, "bytes": made.size, "sha256": made.written.digest,
        "key": made.fingerprint, "risk_keys": keys,
    }  # fmt: skip  # one answer
    sentence = _("%(rows)s rows of %(tables)s tables are in %(file)s, signed with the key %(key)s.") % told
    if keys is None:
        say(_("The keys of risk analyses are not in it: --risk-keys-to writes them into a file of their own."))
    answer(told, sentence, as_json=as_json)


_KEY_TO = _("The file for the key that opens backups. It must not be there yet.")


@app.command(
    help=_(
        "Makes a pair of keys: one that opens backups, into a file, and its recipient, which is printed.\n\n"
        "Keep the file away from this machine. Without it nobody opens a backup, and nobody can make it again."
    ),
    epilog=examples("tejido backup key --to tejido.key"),
)
def key(to: Annotated[Path, option("--to", "FILE", _KEY_TO)], json: Json = False) -> None:
    identity = new_identity()
    recipient = recipient_of(identity)
    try:
        handle = os.open(to, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    except FileExistsError as problem:
        raise Fault(
            _("“%(file)s” is there already; a key is never written over.") % {"file": to}, "file_exists"
        ) from problem
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# created: {now():%Y-%m-%dT%H:%M:%SZ}\n# public key: {recipient}\n{identity}\n")
    answer({"recipient": recipient, "file": str(to)}, recipient, as_json=json)
