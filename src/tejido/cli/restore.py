"""tejido restore: a backup put back into an empty place."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.environment import data_folder
from tejido.config.words import gettext as _
from tejido.config.words import ngettext
from tejido.engine.proof import Receipt, read_receipt

from .console import Progress, answer, progress
from .faults import Fault
from .files import read
from .house import now, point_at, set_up
from .options import Data, Json, argument, examples, option

HELP = _(
    "Puts a backup back into an empty data folder, and into an empty database where DATABASE_URL names one.\n\n"
    "The whole file is looked through before anything is written, and what was written is read back. All of it is "
    "done, or nothing.\n\n"
    "With receipts that members kept it is found out what was done after the backup. Then the node starts read-only."
)
EXAMPLES = examples(
    "tejido restore tejido-2027-03-01.age --key tejido.key --data /srv/tejido",
    "tejido restore copy.age --key tejido.key --risk-keys risk.age --receipt paraguay.receipt.json",
)

_KEY = _("The file with the key that opens the backup. May be given several times.")
_APART = _("The file with the keys of risk analyses.")
_RECEIPT = _("A receipt that a member kept. May be given several times.")
File = Annotated[Path, argument("FILE", _("The backup."))]
Keys = Annotated[list[Path], option("--key", "FILE", _KEY)]
Apart = Annotated[Path | None, option("--risk-keys", "FILE", _APART)]
Receipts = Annotated[list[Path] | None, option("--receipt", "FILE", _RECEIPT)]
_ERASURES = _("The list of erasures that “tejido erasures” wrote last. Without it two persons have to confirm.")
Erasures = Annotated[Path | None, option("--erasures", "FILE", _ERASURES)]


def restore(
    file: File,
    key: Keys,
    risk_keys: Apart = None,
    receipt: Receipts = None,
    erasures: Erasures = None,
    data: Data = None,
    json: Json = False,
) -> None:
    from tejido.keeping.opening import apart_keys, identities_in, look_through
    from tejido.keeping.places import a_place_for, put_keys

    for named in filter(None, [file, *key, risk_keys, erasures]):
        read_start(named)
    identities = [identity for path in key for identity in identities_in(path)]
    receipts = {str(path): _receipt(path) for path in receipt or []}
    point_at(data)
    folder = data_folder()
    with a_place_for(folder) as draft, progress() as show:
        contents = look_through(file, identities, _stage(show, _("Looking through the backup")))
        put_keys(draft, contents.keys | (apart_keys(risk_keys, identities) if risk_keys else {}))
        point_at(draft)
        set_up()
        from tejido.keeping.erasures import read_list
        from tejido.keeping.restoring import describe, put_back

        erased = read_list(read(erasures), erasures) if erasures else None
        restored = put_back(
            file, identities, contents, draft=draft, folder=folder, receipts=receipts, erased=erased, at=now(),
            told=_stage(show, _("Putting back")),
        )  # fmt: skip  # one call
    point_at(folder)
    told = {**describe(restored), "folder": str(folder)}
    answer(told, "\n".join(_words(told)), as_json=json)
    if told["read_only"]:
        raise typer.Exit(1)


def read_start(path: Path) -> None:
    """A fault where there is no such file."""
    if not path.is_file():
        read(path)


def _stage(show: Progress, words: str) -> Callable[[str], object]:
    done = iter(range(1, 100_000))
    return lambda _table: show(words, next(done), 0)


def _receipt(path: Path) -> Receipt:
    try:
        return read_receipt(read(path))
    except ValueError as problem:
        raise Fault(_("“%(file)s” is not a receipt.") % {"file": path}, "not_a_receipt") from problem


def _words(told: dict[str, Any]) -> list[str]:
    said = [
        _("%(rows)s rows of %(tables)s tables of the backup of %(made)s are in %(folder)s.") % told,
        _("%(lines)s lines in %(ledgers)s ledgers recomputed: every line is the one that was written.") % told,
    ]
    if told["erased_again"]:
        count = told["erased_again"]
        sentence = ngettext("%(count)s erasure was done again.", "%(count)s erasures were done again.", count)
        said.append(sentence % {"count": count})
    if told["read_only"]:
        said.append(_("The node starts read-only until two persons have confirmed on its pages:"))
    said += [f"  ✗ {_missing_words(each)}" for each in told["missing"]]
    return said + [f"  ✗ {_reason_words(each)}" for each in told["reasons"]]


def _reason_words(code: str) -> str:
    if code == "no_erasures":
        return _("no list of erasures was given; whoever was erased after the backup may be here again")
    return _("the list of erasures is older than the backup, or of another ledger")


def _missing_words(each: dict[str, Any]) -> str:
    if each["verdict"] == "truncated":
        return _("“%(ledger)s”: the receipt of %(member)s knows %(lines)s lines, here are %(here)s.") % each
    from tejido.desk.proof import OUTCOMES
    from tejido.engine.proof import Verdict

    return f"“{each['ledger']}” ({each['member']}): {OUTCOMES[Verdict(each['verdict'])]}"
