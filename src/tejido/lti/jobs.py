"""What the clock does for the systems of schools: keys, results that are due, and what is over. A job that runs late or
twice does the same: the platform leaves out a result that it has already."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from . import commands, queries
from .letters import Failed, Tokens, send_score
from .names import FINAL, OF_SYSTEM, Problem
from .proof import Forged

if TYPE_CHECKING:  # jobs name the types of rows and never touch tables
    from .models import Score, ToolKey

SECONDS = 8.0  # of one look, so that nothing else waits for slow systems
MOST = 200  # results of one look
_tokens = Tokens()


def run_due(at: datetime) -> int:
    """How many things were done."""
    done = commands.begin_key(at=at) + commands.give_up_keys(at=at) + commands.clear_out(at=at)
    return done + send_due(at)


def send_due(at: datetime) -> int:
    """Sends what is due, for some seconds. A system that does not answer is left alone for a while, with all that is
    due for it. How many results were taken."""
    due = queries.due_scores(at, MOST)
    key = queries.signing_key(at) if due else None
    until, passed_over, sent = time.monotonic() + SECONDS, set[str](), 0
    for score in due:
        if time.monotonic() > until:
            break
        if score.platform_id not in passed_over:
            problem = _sent(score, key, at)
            sent += problem is None
            if problem in OF_SYSTEM:
                passed_over.add(score.platform_id)
                commands.put_off(score=score, at=at)
    return sent


def _sent(score: Score, key: ToolKey | None, at: datetime) -> Problem | None:
    """What kept it from being taken, if anything."""
    try:
        if key is None:
            raise Failed(Problem.NO_KEY)
        send_score(score.platform, score, commands.subject_of(score), key, _tokens, at)
    except Forged:
        found = Problem.LOST
    except Failed as problem:
        found = problem.problem
    else:
        commands.is_sent(score=score, at=at)
        return None
    commands.is_not_sent(score=score, problem=found, is_final=found in FINAL, at=at)
    return found
