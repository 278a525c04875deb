"""What is done with questionnaires, by the secretariat and by participants."""

from .answering import answer, enter_papers
from .coding import Coding, add_topic, code_answer, release_results, retire_topic
from .opening import close_questionnaire, open_questionnaire
from .preparing import (
    begin_questionnaire,
    discard_questionnaire,
    move_question,
    put_question,
    remove_question,
)

__all__ = [
    "Coding",
    "add_topic",
    "answer",
    "begin_questionnaire",
    "close_questionnaire",
    "code_answer",
    "discard_questionnaire",
    "enter_papers",
    "move_question",
    "open_questionnaire",
    "put_question",
    "release_results",
    "remove_question",
    "retire_topic",
]
