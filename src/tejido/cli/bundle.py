"""tejido bundle: what nodes hand to one another, at the console. `show` needs no data folder, no database and no
network."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.engine.exchange import BUNDLE_LIMIT, BadBundle, Bundle, bundle_digest, read_bundle
from tejido.engine.proof import is_named

from .console import answer
from .faults import Fault
from .files import read, write_all
from .house import now, open_house
from .options import Data, Json, argument, examples, flag, option

app = typer.Typer(
    name="bundle",
    no_args_is_help=True,
    help=_("Bundles: signed files in which nodes hand adopted texts and what belongs to them to one another."),
    epilog=examples(
        "tejido bundle make --thing 'edition curriculo' --for 7wq2-… --out .",
        "tejido bundle show sur-3.tejido.json --key 7wq2-…",
        "tejido bundle take sur-3.tejido.json --yes",
    ),
)

File = Annotated[Path, argument("FILE", _("The bundle, as the other side gave it."))]
Key = Annotated[str, option("--key", "KEY", _("The sender's key or its fingerprint, as you have it from elsewhere."))]
Yes = Annotated[bool, flag("--yes", _("Take it in; without it, only what would change is shown."))]
Things = Annotated[
    list[str] | None,
    option(
        "--thing", "'KIND NAME'", _("What it holds, once for each: “edition curriculo”. Without any, what there is.")
    ),
]
For = Annotated[str, option("--for", "FINGERPRINT", _("The verified node that it is for. Without it: for everybody."))]
Days = Annotated[int, option("--days", "N", _("For how many days it is good."))]
Out = Annotated[Path, option("--out", "DIR", _("The folder for the file."))]


@app.command(help=_("Make a bundle of adopted and published things."))
def make(
    thing: Things = None, for_: For = "", days: Days = 90, out: Out = Path(), data: Data = None, json: Json = False
) -> None:
    open_house(data)
    from tejido.exchange.commands import make_bundle
    from tejido.exchange.kinds import KINDS
    from tejido.exchange.queries import verified_peers
    from tejido.ledger.actors import CONSOLE

    if not thing:
        names = [f"{kind.code} {choice.name}" for kind in KINDS.values() for choice in kind.choices(CONSOLE)]
        answer({"things": names}, "\n".join(names), as_json=json)
        return
    peers = [peer for peer in verified_peers() if peer.fingerprint == for_]
    if for_ and not peers:
        raise Fault(_("No verified node has the fingerprint “%(name)s”.") % {"name": for_}, "no_peer")
    picks = [(kind, name) for kind, _blank, name in (each.partition(" ") for each in thing)]
    peer = peers[0] if peers else None
    made = make_bundle(actor=CONSOLE, peer=peer, picks=picks, at=now(), days=days)
    name = f"{peer.code if peer else 'public'}-{made.sequence}.tejido.json"
    (place,) = write_all(out, {name: bytes(made.raw)})
    answer({"file": str(place), "sequence": made.sequence, "digest": made.digest}, str(place), as_json=json)


@app.command(help=_("Say what a bundle is and whether its signature holds: offline, and without any data folder."))
def show(file: File, key: Key = "", json: Json = False) -> None:
    raw = read(file)
    try:
        found = read_bundle(raw, BUNDLE_LIMIT)
    except BadBundle as problem:
        said = {"ok": False, "code": problem.code.value, "where": problem.where}
        words = _("This is no whole bundle: %(code)s %(where)s") % said
        answer(said, f"✗ {words}", as_json=json)
        raise typer.Exit(1) from problem
    is_trusted = is_named(found.sender.key, key) if key else None
    answer(_shown(found, is_trusted), _in_words(found, is_trusted), as_json=json)
    if is_trusted is False:
        raise typer.Exit(1)


def _shown(found: Bundle, is_trusted: bool | None) -> dict[str, Any]:
    sender = found.sender
    return {
        "ok": is_trusted is not False,
        "trusted": is_trusted,
        "sender": {"kind": sender.kind.value, "name": sender.name, "code": sender.code, "key": sender.fingerprint},
        "audience": list(found.audience),
        "sequence": found.sequence,
        "made": found.made,
        "expires": found.expires,
        "digest": bundle_digest(found),
        "contents": [{"kind": c.kind, "name": c.name, "version": c.version} for c in found.contents],
    }


def _in_words(found: Bundle, is_trusted: bool | None) -> str:
    values = {
        "name": found.sender.name, "key": found.sender.fingerprint, "sequence": found.sequence, "made": found.made,
        "expires": found.expires, "audience": ", ".join(found.audience),
    }  # fmt: skip  # one mapping
    lines = [
        _("✓ Whole, and signed with the key %(key)s, which calls itself “%(name)s”."),
        _("  Number %(sequence)s for %(audience)s, made %(made)s, good until %(expires)s."),
    ]
    known = {
        True: _("✓ This is the key that you gave."),
        False: _("✗ This is not the key that you gave: somebody else made it."),
        None: _("  Compare the key with the one that you have from elsewhere, or give it with --key."),
    }
    over = datetime.fromisoformat(found.expires) <= datetime.now(UTC)
    lines += [known[is_trusted], *([_("✗ It is over: nobody takes it in any more.")] if over else [])]
    held = [f"  - {content.kind} {content.name} {content.version}" for content in found.contents]
    return "\n".join([*(line % values for line in lines), *held])


@app.command(help=_("Look at a bundle, and take it in whole with --yes."))
def take(file: File, yes: Yes = False, data: Data = None, json: Json = False) -> None:
    raw = read(file)
    open_house(data)
    from tejido.exchange.commands import receive_bundle, take_bundle
    from tejido.exchange.imports import bundle_in
    from tejido.exchange.names import Standing
    from tejido.exchange.pages import previews
    from tejido.exchange.refusals import sentence, sentence_of
    from tejido.formats.bad_file import BadFile
    from tejido.ledger.actors import CONSOLE
    from tejido.web.bad_files import sentence as sentence_of_file

    try:
        found = bundle_in(raw, file.name)
    except BadFile as problem:
        raise Fault(sentence_of_file(problem), "bad_file") from problem
    except BadBundle as problem:
        raise Fault(sentence_of(problem), problem.code.value) from problem
    parcel = receive_bundle(actor=CONSOLE, bundle=found, raw=raw, at=now())
    if parcel.state in {Standing.REFUSED, Standing.LAPSED}:
        raise Fault(sentence(parcel.refusal, parcel.told), parcel.refusal)
    lines = [f"{line.novelty.label}: {line.sentence}" for each in previews(CONSOLE, parcel) for line in each.lines]
    if yes and parcel.state == Standing.WAITING:
        parcel = take_bundle(actor=CONSOLE, parcel=parcel, at=now())
    said = {"state": parcel.state, "digest": parcel.digest, "preview": lines}
    answer(said, "\n".join([*lines, str(Standing(parcel.state).label)]), as_json=json)
