"""Two demonstration networks side by side, in two data folders: each step runs in one of them, and what goes from one
to the other are files, as between real networks."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from tejido.adaptation.commands import bring_edition, derive_network, read_signed
from tejido.correspondence import commands as letters
from tejido.correspondence.commands import Contents
from tejido.correspondence.models import FormalLetter
from tejido.correspondence.names import Direction
from tejido.correspondence.proof import travelling
from tejido.curriculum.models import Text
from tejido.curriculum.queries import canonical_file, edition_of
from tejido.engine.proof import write_canonical
from tejido.exchange.commands import introduce_peer, verify_peer
from tejido.exchange.imports import introduction_in
from tejido.exchange.models import Peer
from tejido.exchange.queries import own_introduction
from tejido.ledger.actors import CONSOLE
from tejido.registry.models import Seat
from tejido.registry.names import Role
from tejido.registry.queries import actor_of, mandate_of, network

from ..two_editions import GUIDE
from . import story, words
from .register import ZONE, plan

INTRODUCTION, LETTER, ANSWER = "introduction.json", "letter.json", "answer.json"
DAYS = 30


def give(folder: Path, at: datetime) -> None:
    """In the first network: both editions of its guide and who it is, for whoever wants to begin from them."""
    text = Text.objects.get(slug=GUIDE)
    for number in (1, 2):
        edition = edition_of(text, number)
        (folder / f"{number}.record.json").write_bytes(bytes(edition.record))
        (folder / f"{number}.text.json").write_bytes(canonical_file(edition.revision))
    (folder / INTRODUCTION).write_bytes(own_introduction(at))


@transaction.atomic
def found(folder: Path, at: datetime) -> None:
    """In the second one: founded from the first edition, with its own version of it; the second edition is offered, and
    a letter asks the first network what it thinks. Nothing is done where there is a network already."""
    if network() is not None:
        return
    first, second = (read_signed(*_files(folder, number)) for number in (1, 2))
    made = derive_network(actor=CONSOLE, plan=plan(), signed=first, key=first.key, at=at)
    made.version.text.title = dict(words.TITLE)
    made.version.text.save(update_fields=["title"])
    cast = story.Cast({("", Role.SECRETARIAT): _secretary(at)})
    story.enter(cast, at)
    story.adapt(cast, made.version, at)
    bring_edition(actor=cast.secretariat, derivation=made.version, signed=second, at=at)
    peer = _introduce(folder, at)
    until = (at + timedelta(days=DAYS)).replace(hour=12, minute=0, second=0, microsecond=0, tzinfo=None)
    said = Contents("consultation", words.QUESTION["subject"], words.QUESTION["words"], until, ZONE)
    act: dict[str, Any] = {"actor": cast.secretariat, "at": at}
    letter = letters.draft_letter(**act, peer=peer, contents=said, is_demonstration=True)
    letter = letters.send_letter(**act, letter=letter, seen=letter.edit)
    _write(folder / LETTER, travelling(letter))
    (folder / INTRODUCTION).write_bytes(own_introduction(at))


@transaction.atomic
def answer(folder: Path, at: datetime) -> None:
    """In the first network: the second one is known now, its letter came in, and its answer goes back."""
    peer, actor = _introduce(folder, at), _secretary(at)
    act: dict[str, Any] = {"actor": actor, "at": at}
    letter = letters.take_letter(**act, peer=peer, data=_read(folder / LETTER))
    reply = letters.answer_letter(**act, letter=letter)
    letters.write_letter(
        **act,
        letter=reply,
        contents=Contents("", words.REPLY["subject"], words.REPLY["words"], zone=ZONE),
        seen=reply.edit,
    )
    reply.refresh_from_db()
    _write(folder / ANSWER, travelling(letters.send_letter(**act, letter=reply, seen=reply.edit)))
    FormalLetter.objects.update(is_demonstration=True)


@transaction.atomic
def conclude(folder: Path, at: datetime) -> None:
    """In the second network: the answer came in."""
    sent = FormalLetter.objects.get(direction=Direction.OUT)
    letters.take_letter(actor=_secretary(at), peer=sent.peer, data=_read(folder / ANSWER), at=at)
    FormalLetter.objects.update(is_demonstration=True)


STEPS = {step.__name__: step for step in (give, found, answer, conclude)}


def _files(folder: Path, number: int) -> tuple[bytes, bytes]:
    return (folder / f"{number}.record.json").read_bytes(), (folder / f"{number}.text.json").read_bytes()


def _introduce(folder: Path, at: datetime) -> Peer:
    """The other network. Its fingerprint is compared here with itself: in a demonstration nobody telephones."""
    introduction = introduction_in((folder / INTRODUCTION).read_bytes(), INTRODUCTION)
    peer = introduce_peer(actor=CONSOLE, introduction=introduction, at=at, is_demonstration=True)
    verify_peer(actor=CONSOLE, peer=peer, said="".join(peer.fingerprint.split("-")[-2:]), at=at)
    return Peer.objects.get(key=peer.key)


def _secretary(at: datetime) -> Any:
    seat = Seat.objects.get(role=Role.SECRETARIAT, institution__member=None)
    mandate = mandate_of(seat, at)
    return actor_of(mandate, is_fresh=True) if mandate else CONSOLE


def _write(path: Path, data: Any) -> None:
    path.write_bytes(write_canonical(data))


def _read(path: Path) -> Any:
    return json.loads(path.read_bytes())
