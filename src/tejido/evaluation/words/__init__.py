"""Questionnaires and their results in words, in the language of who reads."""

from .saying import choices_of, group_words, questionnaire_words, wording_of
from .showing import Bar, Group, Mean, Remark, Shown, has_comparisons, shown

__all__ = [
    "Bar",
    "Group",
    "Mean",
    "Remark",
    "Shown",
    "choices_of",
    "group_words",
    "has_comparisons",
    "questionnaire_words",
    "shown",
    "wording_of",
]
