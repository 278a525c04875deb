"""What a statement says of somebody who has completed something."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .statements import Statement

PASSED = "http://adlnet.gov/expapi/verbs/passed"
COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
SATISFIED = "https://w3id.org/xapi/adl/verbs/satisfied"  # cmi5: all lessons of a course that it takes
FINISHING = (COMPLETED, PASSED, SATISFIED)


@dataclass(frozen=True, slots=True)
class Completion:
    """Who (the account in which system, and their name as it is said), what, when, and how well.

    `activities` are the ids by which what was completed is known: that of the object, and for a course of cmi5 those
    by which its publisher knows it. Those of a lesson's course are none of them: who finishes a lesson finishes no
    course.
    `at` is None where no time is said. `score` is a share of one, None where none is said. `has_passed` is None where
    nothing is said of success.
    """

    activities: tuple[str, ...]
    home: str
    account: str
    name: str
    at: datetime | None
    score: float | None
    has_passed: bool | None
    duration: str


def completion_of(statement: Statement) -> Completion | None:
    """None for every statement that is not about an agent with an account who passed or completed an activity, and
    for one that says that it is not completed after all."""
    data, result = statement.data, statement.data.get("result", {})
    account = data["actor"].get("account") if data["actor"].get("objectType", "Agent") == "Agent" else None
    if statement.verb not in FINISHING or not statement.activities or result.get("completion") is False:
        return None
    if account is None:
        account = {"homePage": "", "name": ""}
    return Completion(
        activities=(data["object"]["id"], *(_groups(data) if statement.verb == SATISFIED else ())),
        home=account["homePage"],
        account=account["name"],
        name=data["actor"].get("name", ""),
        at=statement.timestamp,
        score=_share(result.get("score", {})),
        has_passed=result.get("success", True if statement.verb == PASSED else None),
        duration=result.get("duration", ""),
    )


def _groups(data: dict[str, Any]) -> list[str]:
    return [each["id"] for each in data.get("context", {}).get("contextActivities", {}).get("grouping", ())]


def _share(score: dict[str, Any]) -> float | None:
    """The score as a share of one: `scaled`, or where raw stands between min and max."""
    if "scaled" in score:
        return float(max(score["scaled"], 0))
    if {"raw", "max"} <= set(score) and score["max"] > score.get("min", 0):
        least = score.get("min", 0)
        return float((score["raw"] - least) / (score["max"] - least))
    return None
