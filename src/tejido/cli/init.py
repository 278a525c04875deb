"""tejido init: an empty network with its first seat, and the link by which its holder comes in."""

import sys
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import available_timezones

import typer

from tejido.config.server import Address, use_origin
from tejido.config.words import gettext as _
from tejido.config.words import language

from .console import answer, say
from .faults import misused
from .house import choose_folder, now, open_house
from .link import address_for
from .node import Asked, found_node
from .options import Data, Json, option
from .plans import plan_of, read_plan
from .serve import DEFAULT_BIND, Bind, address_in, lead_links_to

SECRETARIAT = {
    "es": "Secretaría Técnica",
    "pt": "Secretaria Técnica",
    "en": "Technical Secretariat",
    "fr": "Secrétariat technique",
}
Name = Annotated[str, option("--name", "NAME", _("The name of the network."))]
Languages = Annotated[str, option("--languages", "TAGS", _("Its languages, the negotiated one first: es,pt,en,fr."))]
Zone = Annotated[str, option("--zone", "ZONE", _("Its time zone, such as America/Asuncion."))]
Email = Annotated[str, option("--email", "EMAIL", _("The address of the first person of the secretariat."))]
PlanPath = Annotated[
    Path | None, option("--plan", "FILE", _("A TOML file with name, languages, zone, rules, tiers and members."))
]
Person = Annotated[str, option("--person", "NAME", _("That person's name."))]

Member = Annotated[str, option("--member", "CODE", _("Found a member's own node: the member's code, such as PY."))]
Invited = Annotated[Path | None, option("--invitation", "FILE", _("The invitation that the network's node made."))]
Heard = Annotated[
    str,
    option("--fingerprint", "GROUPS", _("The last two groups of the network node's fingerprint, as you heard them.")),
]

CODE = "ST"  # the secretariat's code among the network's own institutions


def init(
    name: Name = "",
    languages: Languages = "",
    zone: Zone = "",
    email: Email = "",
    person: Person = "",
    plan: PlanPath = None,
    member: Member = "",
    invitation: Invited = None,
    fingerprint: Heard = "",
    data: Data = None,
    bind: Bind = "",
    json: Json = False,
) -> None:
    address = address_in(bind or DEFAULT_BIND)
    if member or invitation is not None:
        _found_own_node(member, invitation, fingerprint, email, person, data, address, json)
        return
    if plan is not None:
        refuse_beside_a_plan(name, languages, zone)
        _found_as_planned(plan, email, person, data, bind, json)
        return
    name = asked(name, "--name", _("Name of the network"))
    tags = _tags(asked(languages, "--languages", _("Languages, the negotiated one first"), "es,pt,en,fr"))
    zone = _zone(asked(zone, "--zone", _("Time zone"), "America/Argentina/Buenos_Aires"))
    email = _address(asked(email, "--email", _("E-mail of the first person of the secretariat")))
    if not bind:
        use_origin(choose_folder(data))  # a folder that was served before the network had a name
    lead_links_to(address)
    open_house(data)
    _refuse_second_seat()
    link = _found(name, tags, zone, email, person or email.split("@")[0])
    found: dict[str, Any] = {"network": name, "languages": tags, "zone": zone, "email": email, "link": link}
    answer(found, link, as_json=json)
    say(_("The network “%(network)s” is founded. The link above lets %(email)s in, once, within seven days.") % found)
    elsewhere = _("It leads to where “tejido serve --bind %(bind)s” serves; “tejido link %(email)s” makes another one.")
    say(elsewhere % {"bind": address, "email": email})


def _found_own_node(
    member: str,
    invitation: Path | None,
    fingerprint: str,
    email: str,
    person: str,
    data: Path | None,
    address: Address,
    as_json: bool,
) -> None:
    if not member or invitation is None:
        raise misused(_("A member's own node is founded with both --member and --invitation."))
    question = _("Last two groups of the network node's fingerprint, as you heard them")
    heard = asked(fingerprint, "--fingerprint", question)
    email = _address(asked(email, "--email", _("E-mail of the member's focal point")))
    found_node(Asked(member.upper(), invitation, heard, email, person), data, address, as_json=as_json)


def refuse_beside_a_plan(*values: str) -> None:
    """What a plan says is not said a second time."""
    if any(value.strip() for value in values):
        raise misused(_("With --plan, name, languages and zone stand in the plan."))


def _found_as_planned(path: Path, email: str, person: str, data: Path | None, bind: str, as_json: bool) -> None:
    address, file = address_in(bind or DEFAULT_BIND), read_plan(path)
    if not bind:
        use_origin(choose_folder(data))
    lead_links_to(address)
    open_house(data)
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.commands import found_by_plan

    founded = found_by_plan(actor=CONSOLE, plan=plan_of(file, email, person), at=now())
    tell_founded(founded, bind=str(address), as_json=as_json)


def tell_founded(founded: Any, *, bind: str, as_json: bool, **more: Any) -> None:
    """What was founded, and the link by which the first person comes in."""
    from tejido.web.languages import in_my_language

    served, link = founded.network, address_for(founded.account)
    found: dict[str, Any] = {
        "network": in_my_language(served.name),
        "languages": served.languages,
        "zone": served.zone,
        "email": founded.account.email,
        "link": link,
        **more,
    }
    answer(found, link, as_json=as_json)
    say(_("The network “%(network)s” is founded. The link above lets %(email)s in, once, within seven days.") % found)
    elsewhere = _("It leads to where “tejido serve --bind %(bind)s” serves; “tejido link %(email)s” makes another one.")
    say(elsewhere % {"bind": bind, "email": founded.account.email})


def asked(value: str, option: str, question: str, default: str = "") -> str:
    """The option's value, else the answer of the person at the terminal. Without a terminal, a fault."""
    if value.strip():
        return value.strip()
    if not sys.stdin.isatty():
        raise misused(_("“%(name)s” is missing.") % {"name": option})
    return str(typer.prompt(question, default=default or None, err=True)).strip()


def _tags(languages: str) -> list[str]:
    tags = [tag.strip() for tag in languages.split(",") if tag.strip()]
    if not tags or len(set(tags)) < len(tags):
        raise misused(_("“%(tags)s” is not a list of languages like es,pt,en,fr.") % {"tags": languages})
    return tags


def _zone(zone: str) -> str:
    if zone not in available_timezones():
        raise misused(_("“%(zone)s” is not a time zone like America/Asuncion.") % {"zone": zone})
    return zone


def _address(email: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError as problem:
        raise misused(_("“%(email)s” is not an e-mail address.") % {"email": email}) from problem
    return email


def _refuse_second_seat() -> None:
    """A folder holds one network. The empty one that an import founded has no seat yet, and may be named."""
    from tejido.ledger.refusals import Refusal, Refused
    from tejido.registry.names import No
    from tejido.registry.queries import network, secretariat_holders
    from tejido.web.languages import in_my_language

    served = network()
    if served is not None and (served.is_demonstration or secretariat_holders(now())):
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": in_my_language(served.name)}))


def _found(name: str, tags: list[str], zone: str, email: str, person: str) -> str:
    """Makes the network, its secretariat and the account in its first seat, or nothing. Gives the link to it."""
    from django.db import transaction

    from tejido.ledger.actors import CONSOLE
    from tejido.people.commands import open_account
    from tejido.registry.commands import begin_mandate, create_seat, enter_institution, found_network, name_network
    from tejido.registry.names import Branch, Role
    from tejido.registry.queries import network

    at, names = now(), {tag: SECRETARIAT.get(tag.split("-")[0], SECRETARIAT["en"]) for tag in tags}
    with transaction.atomic():
        served, texts = network(), dict.fromkeys(tags, name)
        if served is None:
            found_network(actor=CONSOLE, name=texts, languages=tags, zone=zone, at=at)
        else:
            name_network(actor=CONSOLE, network=served, name=texts, languages=tags, zone=zone, at=at)
        institution = enter_institution(
            actor=CONSOLE, member=None, code=CODE, name=names, branch=Branch.EXECUTIVE, at=at
        )
        seat = create_seat(actor=CONSOLE, institution=institution, role=Role.SECRETARIAT, title=names, at=at)
        account = open_account(actor=CONSOLE, email=email, name=person, language=language(), zone=zone, at=at)
        begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at, at=at)
        return address_for(account)
