"""Builds the demonstration network: every act of the story, in the order of its date, through the commands alone.

Nothing is written past the commands, so what is shown is what they allow; a change that forbids a part of the story is
found here.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tejido.registry.queries import network

from . import (
    annual_story,
    certificates_story,
    cooperation_story,
    courses_story,
    discussions_story,
    evaluation_story,
    experience_story,
    figures_story,
    indicators_story,
    languages_story,
    lessons_story,
    lineage_story,
    lti_story,
    meetings_story,
    modules_story,
    national_mechanism,
    nominations_story,
    practices_story,
    presence_story,
    programmes_story,
    promotion_story,
    records_story,
    regional_story,
    reporting_story,
    reviews_story,
    risk_story,
    schools_story,
    seminars_story,
    smaller_texts,
    succession,
    timetable_story,
    two_editions,
    versions_story,
)
from .curriculum_story import story
from .mechanisms import story as mechanisms
from .network import founding
from .stage import Stage, in_order

# What is shown while it is built: from how many days ago, and what was going on from then.
PERIODS = (
    (300, _("The register: members, institutions and seats")),
    (20, _("The first edition of the curriculum")),
    (0, _("The second round, and what else is under way")),
)


def build(at: datetime, progress: Callable[[str, int, int], None]) -> None:
    """Fills an empty, migrated database with the demonstration as it stands at `at` (aware). All or nothing.

    `progress` is told after each act what is being built, how many acts were done and how many there are. Where there
    is a network already, nothing is done: a demonstration is built once, and a real network is never touched.
    """
    with transaction.atomic():
        if network() is not None:
            return
        stage = Stage(at)
        chapters = (
            founding,
            story,
            smaller_texts,
            national_mechanism,
            mechanisms,
            versions_story,
            two_editions,
            courses_story,
            schools_story,
            certificates_story,
            records_story,
            figures_story,
            lineage_story,
            meetings_story,
            seminars_story,
            timetable_story,
            nominations_story,
            presence_story,
            evaluation_story,
            lessons_story,
            succession,
            languages_story,
            lti_story,
            risk_story,
            promotion_story,
            programmes_story,
            indicators_story,
            reviews_story,
            reporting_story,
            practices_story,
            cooperation_story,
            regional_story,
            modules_story,
            discussions_story,
            annual_story,
            experience_story,
        )
        plan = in_order(chapter.steps(stage) for chapter in chapters)
        for done, step in enumerate(plan, 1):
            step.do(step.at)
            progress(_period(at - step.at), done, len(plan))


def _period(ago: timedelta) -> str:
    return next(str(words) for days, words in PERIODS if ago >= timedelta(days=days))
