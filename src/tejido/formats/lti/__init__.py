"""LTI 1.3 and LTI Advantage: what platforms say and what a tool answers, as values.

The specifications, all of 1EdTech: LTI 1.3 Core, Security Framework 1.0, Deep Linking 2.0, Assignment and Grade
Services 2.0, Dynamic Registration 1.0. Time, ids, nonces and keys are arguments; nothing here is sent or fetched.
"""

from .claims import SCORES, Choosing, Context, Grades, Message, Opening, Person, Reading
from .faults import Fault, Unfit
from .keys import Key, jwk, read_keys, write_keys
from .launches import LONGEST, OLDEST, SKEW, Expected, read_launch
from .messages import (
    SCORE_TYPE,
    Item,
    Sender,
    Tool,
    Visit,
    assertion_claims,
    authentication_address,
    choice_claims,
    item_data,
    registration_data,
    score_data,
    scores_address,
    token_request,
    with_query,
)
from .registration import PlatformDescription, read_configuration, read_registered
from .strict import origin, read_object, text
from .tokens import read_token, write_token

__all__ = [
    "LONGEST",
    "OLDEST",
    "SCORES",
    "SCORE_TYPE",
    "SKEW",
    "Choosing",
    "Context",
    "Expected",
    "Fault",
    "Grades",
    "Item",
    "Key",
    "Message",
    "Opening",
    "Person",
    "PlatformDescription",
    "Reading",
    "Sender",
    "Tool",
    "Unfit",
    "Visit",
    "assertion_claims",
    "authentication_address",
    "choice_claims",
    "item_data",
    "jwk",
    "origin",
    "read_configuration",
    "read_keys",
    "read_launch",
    "read_object",
    "read_registered",
    "read_token",
    "registration_data",
    "score_data",
    "scores_address",
    "text",
    "token_request",
    "with_query",
    "write_keys",
    "write_token",
]
