"""The acts about good practices, and what is only written on drafts."""

from .adapting import begin_adaptation, keep_adaptation, release_adaptation, withdraw_adaptation
from .drafts import (
    add_passage,
    add_proof,
    begin_practice,
    drop_practice,
    keep_facts,
    keep_words,
    remove_passage,
    remove_proof,
)
from .enquiries import answer_enquiry, ask_contact
from .peers import answer_remark, ask_peer, be_ready, decline_review, end_readiness, give_review, keep_review
from .publishing import publish_practice, submit, take_back, withdraw_practice

__all__ = [
    "add_passage",
    "add_proof",
    "answer_enquiry",
    "answer_remark",
    "ask_contact",
    "ask_peer",
    "be_ready",
    "begin_adaptation",
    "begin_practice",
    "decline_review",
    "drop_practice",
    "end_readiness",
    "give_review",
    "keep_adaptation",
    "keep_facts",
    "keep_review",
    "keep_words",
    "publish_practice",
    "release_adaptation",
    "remove_passage",
    "remove_proof",
    "submit",
    "take_back",
    "withdraw_adaptation",
    "withdraw_practice",
]
