"""What PyLTI1p3, with which tools are written, says of messages of platforms, and what it would send itself. It stands
in the environment that `make peers` makes. Reads a JSON object: `tokens` by name, `keys` (a JWK set), `issuer`,
`client`, `deployment`, `nonce`, `now` (seconds). Writes one: `verdicts`, empty where a token is taken, and `grade`,
`choice` and `item`, what it would send.

    python pylti.py < asked.json
"""

import json
import sys
from datetime import UTC, datetime

import jwt.api_jwt
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.exception import LtiException
from pylti1p3.grade import Grade
from pylti1p3.lineitem import LineItem
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.tool_config import ToolConfDict

ASKED = json.load(sys.stdin)


class Clock(datetime):
    """Stands at `now`."""

    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(ASKED["now"], tz or UTC)


jwt.api_jwt.datetime = Clock
TOOL = ToolConfDict({
    ASKED["issuer"]: [{
        "default": True, "client_id": ASKED["client"], "auth_login_url": "https://x.example/", "key_set_url": None,
        "auth_token_url": "https://x.example/", "key_set": ASKED["keys"], "deployment_ids": [ASKED["deployment"]],
    }]
})  # fmt: skip  # one registration


class Session:
    """This visit was begun here, in this browser."""

    def check_nonce(self, nonce):
        return nonce == ASKED["nonce"]

    def check_state_is_valid(self, state, token_hash):
        return True

    def save_launch_data(self, *told):
        """Nothing is kept."""

    set_state_valid = save_launch_data


class Launch(MessageLaunch):
    def _get_request_param(self, key):
        return {"id_token": self.token, "state": "s"}.get(key, "")


def launch(token):
    made = Launch(object(), TOOL, Session(), object())
    made.token = token
    return made.validate()


def verdict(token):
    try:
        launch(token)
    except LtiException as problem:
        return str(problem)
    return ""


grade = Grade().set_score_given(1).set_score_maximum(2).set_activity_progress("InProgress")
grade.set_grading_progress("FullyGraded").set_timestamp("2027-03-01T12:00:00.000+00:00").set_user_id("7")
line = LineItem().set_score_maximum(2).set_label("l").set_resource_id("r").set_tag("t")
item = (
    DeepLinkResource()
    .set_url("https://x.example/")
    .set_title("t")
    .set_lineitem(line)
    .set_icon_url("https://x.example/")
)
choice = launch(ASKED["tokens"]["choosing"]).get_deep_link().get_message_jwt([item])
json.dump(
    {
        "verdicts": {name: verdict(token) for name, token in ASKED["tokens"].items()},
        "grade": json.loads(grade.get_value()),
        "choice": choice,
        "item": item.to_dict(),
    },
    sys.stdout,
)
