"""tejido network: what the network of a folder is, its rules, and a new one that begins from another one's text."""

from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.server import use_origin
from tejido.config.words import gettext as _

from .console import answer, say
from .faults import Fault, misused
from .files import read
from .house import choose_folder, now, open_house
from .init import Email, Person, tell_founded
from .options import Data, Json, argument, examples, option
from .plans import plan_of, read_plan
from .serve import DEFAULT_BIND, Bind, address_in, lead_links_to

app = typer.Typer(
    no_args_is_help=True,
    help=_("The network of this folder: its languages, tiers and rules, and a new one that begins elsewhere."),
)

Hours = Annotated[int, option("--silence-hours", "N", _("How long a silence lasts at least. Default: as it is."))]
Tiers = Annotated[
    list[str] | None,
    option("--tier", "KIND=NAME", _("A tier that the network has: community or local; may be given several times.")),
]
Decided = Annotated[str, option("--decided", "WHERE", _("Where the network decided it: a meeting, an adopted text."))]
PlanPath = Annotated[Path | None, option("--plan", "FILE", _("A TOML file whose tiers and rules are taken."))]


Record = Annotated[
    Path, argument("FILE", _("The adoption record of the text, a .record.json file; or a bundle, a .tejido.json file."))
]
TextFile = Annotated[Path | None, argument("TEXT", _("The text itself, the .text.json file beside the record."))]
Thing = Annotated[
    str, option("--thing", "'KIND NAME'", _("The text of a bundle that holds several: “edition curriculo”."))
]
Key = Annotated[
    str, option("--key", "FINGERPRINT", _("The fingerprint of the other network's key, asked for by another way."))
]
OwnPlan = Annotated[Path, option("--plan", "FILE", _("The new network: a TOML file, as for “tejido init --plan”."))]


@app.command(
    help=_(
        "Founds a new network that begins from an adopted text of another one, with its own name, languages, members, "
        "tiers and rules.\n\n"
        "The text stays the other network's; the new one writes its own version of it, says where it departs and why, "
        "and is offered later editions. Everything is founded, or nothing, and then the reason is said."
    ),
    epilog=examples(
        "tejido network derive guide-1.record.json guide-1.text.json --key FINGERPRINT --plan network.toml",
        "tejido network derive public-4.tejido.json --thing 'edition guide' --key FINGERPRINT --plan network.toml",
    ),
)
def derive(
    record: Record, plan: OwnPlan, text: TextFile = None, thing: Thing = "", key: Key = "", email: Email = "",
    person: Person = "", data: Data = None, bind: Bind = "", json: Json = False,
) -> None:  # fmt: skip  # one command, read as one
    address, file = address_in(bind or DEFAULT_BIND), read_plan(plan)
    files = [(path.name, read(path)) for path in (record, text) if path is not None]
    if not bind:
        use_origin(choose_folder(data))
    lead_links_to(address)
    open_house(data)
    from tejido.adaptation.commands import derive_network
    from tejido.ledger.actors import CONSOLE

    signed = _signed(files, thing, key)
    made = derive_network(actor=CONSOLE, plan=plan_of(file, email, person), signed=signed, key=key, at=now())
    tell_founded(made.founded, bind=str(address), as_json=json, version=made.version.text.slug)
    say(_("Its version of the text is “%(text)s”. It departs in nothing yet.") % {"text": made.version.text.slug})


def _signed(files: list[tuple[str, bytes]], thing: str, key: str) -> Any:
    """The edition in a record and its text, or in one bundle, which is read in the limited child process."""
    from tejido.adaptation.commands import read_signed
    from tejido.engine.exchange import BadBundle
    from tejido.exchange.imports import bundle_in, founding_edition
    from tejido.exchange.refusals import sentence_of
    from tejido.formats.bad_file import BadFile
    from tejido.web.bad_files import sentence

    if len(files) > 1:
        return read_signed(*(raw for _name, raw in files))
    ((name, raw),) = files
    try:
        return founding_edition(bundle_in(raw, name), thing, key, now())
    except BadFile as problem:
        raise Fault(sentence(problem), "bad_file") from problem
    except BadBundle as problem:
        raise Fault(sentence_of(problem), problem.code.value) from problem


@app.command(
    help=_("Says what the network is called, its languages, tiers and rules, and the fingerprint of its key."),
    epilog=examples("tejido network show", "tejido network show --json"),
)
def show(data: Data = None, json: Json = False) -> None:
    open_house(data)
    found = _described(_served())
    lines = [f"{label}: {value}" for label, value in _facts(found)]
    answer(found, "\n".join(lines), as_json=json)


@app.command(
    help=_(
        "Writes down the rules that the network decided: how long a silence lasts at least, and which tiers it has.\n\n"
        "What is open goes on by the rule under which it began. Names of tiers in several languages come from a plan."
    ),
    epilog=examples(
        "tejido network rules --silence-hours 96 --decided 'Meeting of 3 March 2027'",
        "tejido network rules --plan network.toml --decided 'Rules of procedure, article 4'",
    ),
)
def rules(
    silence_hours: Hours = 0, tier: Tiers = None, plan: PlanPath = None, decided: Decided = "", data: Data = None,
    json: Json = False,
) -> None:  # fmt: skip  # one command, read as one
    open_house(data)
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.commands import rule_network

    served = _served()
    file = read_plan(plan) if plan else None
    hours = silence_hours or (file.number("rules.silence_hours", served.silence_hours) if file else 0)
    tiers = {**served.tiers, **({kind: file.texts(f"tiers.{kind}") for kind in file.table("tiers")} if file else {})}
    tiers |= {kind: dict.fromkeys(served.languages, name) for kind, name in map(_tier, tier or ())}
    rule_network(
        actor=CONSOLE, network=served, silence_hours=hours or served.silence_hours, tiers=tiers, decided=decided,
        at=now(),
    )  # fmt: skip  # one act, read as one
    found = _described(_served())
    answer(found, "\n".join(f"{label}: {value}" for label, value in _facts(found)), as_json=json)
    say(_("Written down. What is open goes on as it began."))


def _tier(said: str) -> tuple[str, str]:
    kind, parted, name = said.partition("=")
    if not (parted and name.strip()):
        raise misused(_("“%(tier)s” is no tier like community=NAME.") % {"tier": said})
    return kind.strip(), name.strip()


def _served() -> Any:
    from tejido.registry.queries import network

    served = network()
    if served is None:
        raise Fault(_("There is no network here. “tejido init” founds one."), "no_network")
    return served


def _described(served: Any) -> dict[str, Any]:
    from tejido.engine.proof import fingerprint
    from tejido.ledger.queries import node_key

    return {
        "name": served.name,
        "languages": served.languages,
        "zone": served.zone,
        "tiers": served.tiers,
        "silence_hours": served.silence_hours,
        "decided": served.decided,
        "fingerprint": fingerprint(node_key()),
    }


def _facts(found: dict[str, Any]) -> list[tuple[str, str]]:
    from tejido.web.languages import in_my_language

    tiers = ", ".join(in_my_language(name) or kind for kind, name in found["tiers"].items())
    return [
        (_("Network"), in_my_language(found["name"])),
        (_("Languages"), ", ".join(found["languages"])),
        (_("Time zone"), found["zone"]),
        (_("Tiers"), tiers or "—"),
        (_("A silence lasts at least"), _("%(hours)s hours") % {"hours": found["silence_hours"]}),
        (_("Decided"), found["decided"] or "—"),
        (_("Fingerprint of its key"), found["fingerprint"]),
    ]
