"""The acts of deliberation. Each asks its rule, changes, and writes the ledger, in one transaction."""

from .assent import agree, declare, lift_objection, raise_objection, withdraw_declaration
from .awaiting import put_before
from .conclusions import conclude_meeting, conclude_silence, withdraw_proposal
from .dispositions import answer_disposition, dispose, group_comments
from .mirrors import SaidDisposition, SaidRound, mirror_dispositions, mirror_round
from .positions import (
    begin_correction,
    clear_position,
    give_answer,
    release_position,
    remove_answer,
    return_position,
    withdraw_position,
)
from .proposals import change_text, extend_silence, propose, request_extension
from .remarks import BroughtRemark, make_remark, nothing_to_remark, withdraw_remark
from .rounds import extend_round, open_round
from .tables import BroughtDisposition, bring_dispositions, bring_remarks
from .through_node import SaidAnswer, SaidPosition, take_released, take_withdrawal
from .word import keep_word_answer, take_word_answer

__all__ = [
    "BroughtDisposition",
    "BroughtRemark",
    "SaidAnswer",
    "SaidDisposition",
    "SaidPosition",
    "SaidRound",
    "agree",
    "answer_disposition",
    "begin_correction",
    "bring_dispositions",
    "bring_remarks",
    "change_text",
    "clear_position",
    "conclude_meeting",
    "conclude_silence",
    "declare",
    "dispose",
    "extend_round",
    "extend_silence",
    "give_answer",
    "group_comments",
    "keep_word_answer",
    "lift_objection",
    "make_remark",
    "mirror_dispositions",
    "mirror_round",
    "nothing_to_remark",
    "open_round",
    "propose",
    "put_before",
    "raise_objection",
    "release_position",
    "remove_answer",
    "request_extension",
    "return_position",
    "take_released",
    "take_withdrawal",
    "take_word_answer",
    "withdraw_declaration",
    "withdraw_position",
    "withdraw_proposal",
    "withdraw_remark",
]
