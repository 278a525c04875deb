"""What is said where nothing is known, and what each step of the path usually needs, with the source of it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .names import Stage, Topic

Words = str | Promise

UNKNOWN: Mapping[str, Words] = {
    Topic.STAGE: _("Where this member stands on the path is not known to this register."),
    Topic.TYPE: _("The type of the mechanism is not known to this register."),
    Topic.RISK: _("Not known to this register."),
    Topic.TRAINING: _("Not known to this register."),
    Topic.PROTECTION: _("Not known to this register."),
    Topic.PARTNERSHIP: _("Not known to this register."),
    Topic.COMPOSITION: _("The composition is not known to this register."),
    Topic.HOST: _("The host institution is not known to this register."),
    Topic.SECRETARIAT: _("The secretariat is not known to this register."),
    Topic.BUDGET: _("The source of the budget is not known to this register."),
    Topic.WORK_PLAN: _("Whether there is a work plan is not known to this register."),
    Topic.SUBNATIONAL: _("No subnational seat is known to this register."),
}

MECHANISMS_2018 = "Capicotto & Scharf, Genocide Studies and Prevention 11:3, 2018"
# For each step: what it usually needs, as far as a source says so. Own words, never quotations.
NEEDS: Mapping[str, tuple[tuple[Words, str], ...]] = {
    Stage.FOCAL_POINT: (
        (
            _("At the launch meeting of 2012 each State undertook to name a national focal point."),
            "https://auschwitzinstitute.org/news/press-release (2012-04-03)",
        ),
        (
            _(
                "Not only foreign ministries take part: so do ombudsman offices, justice, defence, human rights, "
                "education and the public prosecution."
            ),
            "https://auschwitzinstitute.org/news/press-release (2012-04-03); https://dpe.gob.ec/",
        ),
    ),
    Stage.MINISTRY_NETWORK: (
        (
            _(
                "A mechanism brings together the areas of government that matter to prevention; civil society and "
                "academia are often included."
            ),
            "gaamac.org/news-post/9; gaamac.org/news-post/201",
        ),
        (_("It need not be formally established before it begins to work."), MECHANISMS_2018),
    ),
    Stage.ACT_IN_PREPARATION: (
        (
            _(
                "Mechanisms were made as new commissions, as a mandate added to an existing body, within the office of "
                "an ombudsman, from a treaty, or as a board of the executive."
            ),
            "gaamac.org/news-post/9; docslib.org/doc/12466273",
        ),
        (
            _("Four tasks are common to all: risk assessment and early warning, training, protection, partnerships."),
            MECHANISMS_2018,
        ),
    ),
    Stage.WORKING: (
        (
            _(
                "Paraguay's mechanism began with a workshop on the United Nations Framework of Analysis, then settled "
                "its structure, goals, working methods and next steps."
            ),
            "auschwitzinstitute.org, note of 2013 on the launch in Paraguay",
        ),
        (
            _("No budget of its own is needed at first; in the long run the lack of one endangers the mechanism."),
            MECHANISMS_2018,
        ),
        (_("What mechanisms learn has led to formal recommendations to their governments."), MECHANISMS_2018),
    ),
    Stage.SUBNATIONAL: (
        (
            _(
                "No source known to this register describes how subnational seats are set up. Ask a member that has "
                "some."
            ),
            "",
        ),
    ),
}


def step_after(stage: str) -> Stage | None:
    """The next step on the path; the first where nothing is known, none after the last."""
    steps = list(Stage)
    if not stage:
        return steps[0]
    place = steps.index(Stage(stage)) + 1
    return steps[place] if place < len(steps) else None
