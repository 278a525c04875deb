"""A small network, made by the commands in seconds: for tests that need many people at a real server and not much to
read. It is made in a process of its own, on the database that the environment names."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

MAKE = """
import json, sys
from datetime import timedelta
from tejido.cli.house import open_house, now
open_house(None)
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tejido.curriculum.commands import Import, create_text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.commands import open_round
from tejido.engine.document import Document, Kind, Passage, passage_id
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import open_account
from tejido.registry import commands
from tejido.registry.names import Role
from tejido.registry.queries import actor_of, network_body

at = now()
commands.found_network(actor=CONSOLE, name={"en": "Small"}, languages=["es"], zone="UTC", at=at)

def seated(member, institution, role):
    row = commands.enter_institution(
        actor=CONSOLE, member=member, code=institution, name={"en": institution}, branch="executive", at=at
    )
    seat = commands.create_seat(actor=CONSOLE, institution=row, role=role, title={"en": "S"}, at=at)
    email = f"{role}.{member.code if member else 'network'}@example.org"
    account = open_account(actor=CONSOLE, email=email, name=email, language="es", zone="UTC", at=at)
    since = at - timedelta(days=30)
    return commands.begin_mandate(actor=CONSOLE, seat=seat, account=account, since=since, at=at)

def session(account):
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.save()
    return store.session_key

secretariat = actor_of(seated(None, "SEC", Role.SECRETARIAT), is_fresh=True)
accounts = []
for number in range(18):
    code = f"X{chr(65 + number)}"
    since = at.date() - timedelta(days=60)
    member = commands.enter_sourced_member(
        actor=CONSOLE, code=code, name={"en": code}, since=since, source="test", at=at
    )
    accounts.append(seated(member, "MRE", Role.FOCAL_POINT).account)
words = "La prevención empieza mucho antes de la violencia, y es una tarea de todas las instituciones. "
passages = []
for number in range(60):
    kind = Kind.PARAGRAPH if number % 10 else Kind.HEADING
    key = passage_id(bytes([number] * 8))
    passages.append(Passage.of(key, kind, {"es": f"{words}{number}"}, level=0 if number % 10 else 1))
text = create_text(
    actor=secretariat, body=network_body(), title="Small", source=Import({"es": Document.of(passages)}), reason="",
    at=at, slug="small",
)
round_ = open_round(
    actor=secretariat, text=text, revision=latest_revision(text), local=(at + timedelta(days=30)).replace(tzinfo=None),
    zone="UTC", reply_days=21, invitation={}, at=at,
)
several = [session(accounts[number % 18]) for number in range(int(sys.argv[1]))]
print(json.dumps({"round": round_.key, "passage": passages[1].id, "sessions": several}))
"""

PAGES = ("/", "/members/", "/texts/", "/texts/small/", "/es/", "/search/?q=prevenci%C3%B3n")


@dataclass(frozen=True)
class Small:
    """What was made: the key of a round, a passage of its text, and sessions of focal points of 18 members in turn."""

    round: str
    passage: str
    sessions: list[str]

    def remark(self, body: str) -> tuple[str, dict[str, str]]:
        """The address and the fields of a remark."""
        fields = {"passage": self.passage, "body": body, "wording": "", "type": "technical", "language": "es"}
        return f"/rounds/{self.round}/remarks/", fields


def make(data: Path, sessions: int, **environment: str) -> Small:
    everything = {**os.environ, "LC_ALL": "C.UTF-8", **environment, "TEJIDO_DATA": str(data)}
    everything.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-c", MAKE, str(sessions)]
    made = subprocess.run(command, env=everything, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return Small(**json.loads(made.stdout.splitlines()[-1]))
