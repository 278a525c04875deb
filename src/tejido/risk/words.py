"""What each factor is about, and what to ask of it: in our own words. Titles are those of the Framework of Analysis;
nothing else here is taken from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.web.components import Words

from .names import Factor


@dataclass(frozen=True, slots=True)
class Guide:
    """What a factor is about, and questions to begin with."""

    gloss: Words
    questions: tuple[Words, ...]


GUIDES: Mapping[Factor, Guide] = {
    Factor.F1: Guide(
        _("Unrest of any kind in which ordinary rules hold less than before: fighting, a broken order, a deep crisis."),
        (
            _("What has shaken the country or a region of it lately, and who gains from that?"),
            _("Where do the institutions no longer reach?"),
            _("Which tensions could turn into violence if nothing is done?"),
        ),
    ),
    Factor.F2: Guide(
        _("What was done before and never answered for. Violence that went unpunished can be done again."),
        (
            _("Which grave violations of the past are still without truth, justice or reparation?"),
            _("Who denies or praises them in public, and with what echo?"),
            _("Do the same bodies or persons still have power over the same people?"),
        ),
    ),
    Factor.F3: Guide(
        _("How far the State can and will protect: courts, police, oversight, budgets, a presence in every region."),
        (
            _("Can somebody who is threatened find a door that opens, everywhere in the country?"),
            _("Who watches those who carry arms for the State, and does it work?"),
            _("Which weakness would be felt first in a crisis?"),
        ),
    ),
    Factor.F4: Guide(
        _("Reasons that somebody could have to harm a group: power, land, money, fear, an idea of who belongs."),
        (
            _("Who would gain if a group left, fell silent or lost its rights?"),
            _("Which interests meet in the same place or the same group?"),
            _("How is the harm already being justified?"),
        ),
    ),
    Factor.F5: Guide(
        _("The means to do harm on a large scale: people, arms, money, transport, and someone who directs them."),
        (
            _("Who has the means, and who can order them to be used?"),
            _("Are armed groups forming, growing or being let loose?"),
            _("What would slow them down?"),
        ),
    ),
    Factor.F6: Guide(
        _("What holds violence back elsewhere and is weak here: voices, ties between groups, watchful others."),
        (
            _("Which leaders would speak against violence, and would they be heard?"),
            _("Which contacts between the groups still work?"),
            _("Who outside is watching, and can they come in?"),
        ),
    ),
    Factor.F7: Guide(
        _("Steps that make it possible: exceptional powers, lists, closed media, arms, talk that dehumanises."),
        (
            _("What has changed in law or in practice that makes harm easier?"),
            _("How is the group spoken of, by whom, and how far does it carry?"),
            _("What is being prepared that has no ordinary explanation?"),
        ),
    ),
    Factor.F8: Guide(
        _("Events that could set it off within days: an election, an attack, a verdict, a death, a disaster."),
        (
            _("Which dates of the coming months could become dangerous?"),
            _("What set off violence here before?"),
            _("Who would act on the first day to calm things, and are they ready?"),
        ),
    ),
    Factor.F9: Guide(
        _("Groups kept apart or treated as less, in law, in services or in daily life; and how they live together."),
        (
            _("Which groups are treated otherwise than others, where, and since when?"),
            _("Is it getting better or worse, and how do you know?"),
            _("What do the groups themselves say?"),
        ),
    ),
    Factor.F10: Guide(
        _("Signs that somebody wants a group as such to disappear, wholly or in part, by whatever means."),
        (
            _("Is there talk or planning that is aimed at the existence of a group?"),
            _("Are people harmed because of what they are, and not of what they did?"),
            _("Is what a group lives from or holds sacred being destroyed?"),
        ),
    ),
    Factor.F11: Guide(
        _("Violence against civilians that spreads or repeats itself in a pattern, and is no longer single cases."),
        (
            _("Do the cases resemble each other in place, manner or victims?"),
            _("Are they becoming more, or reaching new places?"),
            _("Which cases are perhaps never told?"),
        ),
    ),
    Factor.F12: Guide(
        _("Signs that such violence is wanted, ordered, paid for or let happen by those who could stop it."),
        (
            _("Are there orders, money, means or silences that fit together?"),
            _("What happens to officials who object?"),
            _("Is there a body or network that holds the threads?"),
        ),
    ),
    Factor.F13: Guide(
        _("In an armed conflict: danger for those who do not fight or fight no more, and for what keeps them alive."),
        (
            _("Do the parties tell civilians from fighters, in words and in deeds?"),
            _("Can the wounded, the detained and the displaced be reached?"),
            _("Are hospitals, schools, water or crops being hit?"),
        ),
    ),
    Factor.F14: Guide(
        _("Danger for those who bring help or keep the peace, and for the right to let them work."),
        (
            _("Are helpers hindered, threatened or accused?"),
            _("Which places can they no longer reach?"),
            _("Who answers for their safety, and does it hold?"),
        ),
    ),
}

# The groups in which the factors stand, with those that each holds.
GROUPS: tuple[tuple[Words, tuple[Factor, ...]], ...] = (
    (_("Common to all atrocity crimes"), tuple(Factor)[:8]),
    (_("Genocide"), tuple(Factor)[8:10]),
    (_("Crimes against humanity"), tuple(Factor)[10:12]),
    (_("War crimes"), tuple(Factor)[12:]),
)

# What the cells of a factor are called, on pages and in files.
FIELDS: Mapping[str, Any] = {
    "found": _("What was found"),
    "confidence": _("How sure we are"),
    "nature": _("Structural or dynamic"),
    "words": _("What we see, and why we say so"),
    "groups": _("Groups affected"),
    "mitigating": _("What holds it back"),
    "change": _("What changed since the last analysis"),
    "questions": _("What we do not know yet"),
    "recommended": _("What we recommend"),
    "title": _("Title"),
    "scope": _("What is looked at, and in which time"),
    "follow_up": _("Look at it again on"),
    "told": _("Who was told, when and how"),
    "what": _("What it says"),
    "source": _("Source"),
    "day": _("Date"),
    "place": _("Place"),
    "reliability": _("Reliability of the source"),
    "credibility": _("Credibility of the information"),
}
