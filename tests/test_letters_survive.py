"""A process that is killed while it sends loses no letter and repeats at most one, on a real line to a mail server."""

import os
import signal
import socket
import subprocess
import threading
from collections import Counter
from email import message_from_bytes

import pytest

from at_console import COMMAND, Console

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]
LETTERS, KILLED_AT = 6, 3

QUEUE = """
from tejido.cli.house import open_house, now
open_house(None)
from tejido.people.models import Account, Letter
for n in range(6):
    to = Account.objects.create_user(f"person-{n}@example.org")
    Letter.objects.create(to=to, occasion=f"test:{n}", subject="Aviso", body="Texto", queued_at=now())
"""
SEND = """
from datetime import timedelta
import sys
from tejido.cli.house import open_house, now
open_house(None)
from tejido.people.commands import send_queued
print(send_queued(at=now() + timedelta(minutes=int(sys.argv[1]))))
"""


class MailServer(threading.Thread):
    """Takes mails as RFC 5321 says. After it took the one of number `kill_at` it kills who sent it, before it says so:
    the letter was accepted, and the sender never hears of it."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.taken: list[str] = []
        self.kill_at, self.sender = 0, 0

    def run(self) -> None:
        while True:
            line, _where = self.listening.accept()
            with line, line.makefile("rwb") as talk:
                try:
                    self._talk(talk)
                except OSError:
                    continue

    def _talk(self, talk) -> None:
        self._say(talk, b"220 mail.example")
        while word := talk.readline():
            verb = word[:4].upper()
            if verb == b"DATA":
                self._say(talk, b"354 go on")
                self._take(b"".join(iter(talk.readline, b".\r\n")))
            self._say(talk, b"221 bye" if verb == b"QUIT" else b"250 ok")

    def _take(self, mail: bytes) -> None:
        self.taken.append(str(message_from_bytes(mail)["Message-ID"]))
        if len(self.taken) == self.kill_at:
            os.kill(self.sender, signal.SIGKILL)
            os.waitid(os.P_PID, self.sender, os.WEXITED | os.WNOWAIT)

    @staticmethod
    def _say(talk, words: bytes) -> None:
        talk.write(words + b"\r\n")
        talk.flush()


def sending(console: Console, server: MailServer, minutes: int) -> int:
    """Sends what is due as a process of its own does, some minutes later. How it ended."""
    environment = console.environment(
        TEJIDO_SMTP_HOST="127.0.0.1", TEJIDO_SMTP_PORT=str(server.listening.getsockname()[1]), TEJIDO_SMTP_TLS="no"
    )
    command = [COMMAND[0], "-c", SEND, str(minutes)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        server.sender = process.pid
        return process.wait(60)


@pytest.mark.thorough
def test_a_kill_between_the_server_s_yes_and_ours_loses_no_letter_and_repeats_one(prepared: Console) -> None:
    assert prepared.run([COMMAND[0], "-c", QUEUE]).code == 0
    server = MailServer()
    server.start()
    server.kill_at = KILLED_AT
    assert sending(prepared, server, 0) == -signal.SIGKILL
    assert len(server.taken) == KILLED_AT
    server.kill_at = 0
    assert sending(prepared, server, 1) == 0, "the others leave at once"
    assert len(server.taken) == LETTERS
    assert sending(prepared, server, 10) == 0
    assert sorted(Counter(server.taken).values()) == [1] * (LETTERS - 1) + [2]
    assert sending(prepared, server, 20) == 0
    assert len(server.taken) == LETTERS + 1, "nobody gets a third one"
