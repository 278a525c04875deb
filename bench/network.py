"""A network for the benchmarks: 18 members, one long text in four languages, released comments, and as many people of
each member as are wanted."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from change import LANGUAGES, text
from prepared import prepare, session_of

PASSAGES = 500
MEMBERS = [f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQR"]


def build(comments: int, people: int = 1) -> tuple[str, str]:
    """Builds it in the configured database. Returns the key of the round and a session of a focal point."""
    at = datetime.now(UTC)
    seats = _members(at)
    _people(people, at)
    round_ = _round(seats["secretariat"], at)
    _comments(round_, comments, at)
    return round_.key, session_of(seats["focal_point"].account)


def tokens(count: int) -> list[str]:
    """Access tokens of the first focal point of the network that is built already, to read with."""
    from tejido.api.commands import make_token
    from tejido.api.names import Scope
    from tejido.registry.models import Mandate
    from tejido.registry.names import Role
    from tejido.registry.queries import actor_of

    at = datetime.now(UTC)
    mandate = Mandate.objects.filter(seat__role=Role.FOCAL_POINT).order_by("seat__institution__member__code").first()
    actor, until = actor_of(mandate, is_fresh=True), at + timedelta(days=1)
    make = {"actor": actor, "scope": Scope.READ, "areas": (), "expires_at": until, "at": at}
    return [make_token(name=f"bench {number}", **make).shown for number in range(count)]


def _members(at: datetime) -> dict[str, Any]:
    """The members with a focal point each, and the secretariat. Returns the mandates of the secretariat and of the
    first focal point."""
    from tejido.ledger.actors import CONSOLE
    from tejido.registry import commands
    from tejido.registry.names import Role

    commands.found_network(actor=CONSOLE, name={"en": "Bench"}, languages=list(LANGUAGES), zone="UTC", at=at)
    mandates = {"secretariat": _seated(None, "SEC", Role.SECRETARIAT, at)}
    for code in MEMBERS:
        member = commands.enter_sourced_member(
            actor=CONSOLE, code=code, name={"en": code}, since=at.date() - timedelta(days=900), source="bench", at=at
        )
        mandate = _seated(member, "MRE", Role.FOCAL_POINT, at)
        mandates.setdefault("focal_point", mandate)
    return mandates


def _people(each: int, at: datetime) -> None:
    """Holders of seats, so that every member has as many as this."""
    from tejido.ledger.actors import CONSOLE
    from tejido.people.commands import open_account
    from tejido.registry import commands
    from tejido.registry.models import Member
    from tejido.registry.names import Role

    for member in Member.objects.order_by("code"):
        for number in range(1, each):
            row = commands.enter_institution(
                actor=CONSOLE, member=member, code=f"I{number}", name={"en": f"I{number}"}, branch="executive", at=at
            )
            seat = commands.create_seat(
                actor=CONSOLE, institution=row, role=Role.REPRESENTATIVE, title={"en": "R"}, at=at
            )
            email = f"r{number}.{member.code}@example.org"
            account = open_account(actor=CONSOLE, email=email, name=email, language="en", zone="UTC", at=at)
            commands.begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at - timedelta(days=800), at=at)


def _seated(member: Any, institution: str, role: str, at: datetime) -> Any:
    from tejido.ledger.actors import CONSOLE
    from tejido.people.commands import open_account
    from tejido.registry import commands

    code = member.code if member else "network"
    row = commands.enter_institution(
        actor=CONSOLE, member=member, code=institution, name={"en": institution}, branch="executive", at=at
    )
    seat = commands.create_seat(actor=CONSOLE, institution=row, role=role, title={"en": f"{role} {code}"}, at=at)
    account = open_account(
        actor=CONSOLE, email=f"{role}.{code}@example.org", name=code, language="en", zone="UTC", at=at
    )
    return commands.begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at - timedelta(days=800), at=at)


def _round(secretariat: Any, at: datetime) -> Any:
    from tejido.curriculum.commands import Import, create_text
    from tejido.curriculum.queries import latest_revision
    from tejido.deliberation.commands import open_round
    from tejido.engine.document import Document, passage_id
    from tejido.registry.queries import actor_of, network_body

    chance = random.Random(7)
    passages = [passage.with_id(passage_id(chance.randbytes(8))) for passage in text(PASSAGES)]
    by_language = {tag: Document.of(p.with_texts({tag: p.text(tag)}) for p in passages) for tag in LANGUAGES}
    actor = actor_of(secretariat, is_fresh=True)
    made = create_text(
        actor=actor, body=network_body(), title="Bench", source=Import(by_language), reason="", at=at, slug="bench"
    )
    return open_round(
        actor=actor,
        text=made,
        revision=latest_revision(made),
        local=(at + timedelta(days=30)).replace(tzinfo=None),
        zone="UTC",
        reply_days=21,
        invitation={},
        at=at,
    )


def _comments(round_: Any, count: int, at: datetime) -> None:
    """Released comments, spread over members and passages, each with a wording and a reason."""
    from tejido.curriculum.queries import document_of
    from tejido.deliberation.models import Comment, Position, Release
    from tejido.registry.queries import network_body, parties_of

    document = document_of(round_.revision)
    parties = parties_of(network_body())
    positions = [Position(round=round_, party=party, begun_at=at) for party in parties]
    Position.objects.bulk_create(positions)
    releases = [Release(position=p, digest="0" * 64, at=at, office="bench") for p in positions]
    Release.objects.bulk_create(releases)
    rows = []
    for number in range(count):
        release = releases[number % len(releases)]
        passage = document.passages[number * 7 % len(document)]
        rows.append(_comment(round_, release, number // len(releases) + 1, passage, at))
    Comment.objects.bulk_create(rows)


def _comment(round_: Any, release: Any, number: int, passage: Any, at: datetime) -> Any:
    from tejido.deliberation.models import Comment

    words = passage.text("es").split()
    return Comment(
        round=round_,
        party=release.position.party,
        release=release,
        number=number,
        passage=passage.id,
        stance="amend",
        type="technical",
        language="es",
        wording=" ".join([*words[:-1], "enmendado"]),
        reason="Razón de la enmienda, en una frase de extensión corriente.",
        at=at,
    )


if __name__ == "__main__":
    import sys

    prepare()
    print(*(tokens(int(sys.argv[2])) if sys.argv[1] == "tokens" else build(*map(int, sys.argv[1:]))))
