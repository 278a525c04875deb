"""Questionnaires, their results and what was observed, for those who may know of them."""

from .answers import Observation, Reading, answer_for, answers_of, observations, observations_in, topic_for, topics
from .guests import Door, door_of, doors_of, summary_of
from .questionnaires import (
    Progress,
    Shelf,
    progress_of,
    question_for,
    questionnaire_for,
    questionnaires_of,
    questions_of,
    sessions_of,
    shelf,
    sources_for,
)
from .results import Asked, Beside, Results, results_for

__all__ = [
    "Asked",
    "Beside",
    "Door",
    "Observation",
    "Progress",
    "Reading",
    "Results",
    "Shelf",
    "answer_for",
    "answers_of",
    "door_of",
    "doors_of",
    "observations",
    "observations_in",
    "progress_of",
    "question_for",
    "questionnaire_for",
    "questionnaires_of",
    "questions_of",
    "results_for",
    "sessions_of",
    "shelf",
    "sources_for",
    "summary_of",
    "topic_for",
    "topics",
]
