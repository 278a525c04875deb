"""In words: which state of a text is shown, what a school copies into its system, how far somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tejido.registry.queries import day_of
from tejido.web.addresses import whole
from tejido.web.components import Sentence, Tone
from tejido.web.dates import in_words
from tejido.web.languages import base, in_my_language

from .lines import tool_path
from .models import Passed, Platform, Score
from .names import Problem, Sending
from .queries import Current


def language_of(locale: str, otherwise: str) -> str:
    """The language of the interface for a locale such as "es_AR" or "pt-br"."""
    wanted = base(locale.replace("_", "-"))
    return wanted if wanted in dict(settings.LANGUAGES) else otherwise


def text_language(found: Current, language: str) -> str:
    """The language in which the text is read: the reader's where it has it, otherwise the one it was negotiated in."""
    mine = (tag for tag in found.listed.languages if base(tag) == language)
    return next(mine, str(found.text.negotiated_language))


def state_words(found: Current) -> Sentence:
    """Which state of the text this is, and whether there is a newer one of what it comes from."""
    values = {"day": in_words(day_of(found.at)), "number": found.number, "newest": found.newest}
    if not found.is_version:
        said = _("Edition %(number)s, adopted on %(day)s. You always read the edition that is in force.")
        return Sentence(said % values, Tone.DONE)
    if not found.number:
        return Sentence(_("As it was shown on %(day)s. You always read what is shown now.") % values, Tone.DONE)
    if found.is_behind:
        said = _(
            "Own version, shown on %(day)s, of edition %(number)s of the common text. Edition %(newest)s was adopted "
            "since and is not taken up yet."
        )
        return Sentence(said % values, Tone.WAITING)
    said = _(
        "Own version, shown on %(day)s, of edition %(number)s of the common text. You always read what is shown now."
    )
    return Sentence(said % values, Tone.DONE)


def whose(found: Current) -> str:
    """The institution, or the member, whose version it is; empty for a text of the network."""
    body = found.text.body
    if body.institution is not None:
        return in_my_language(body.institution.name)
    return in_my_language(body.member.name) if body.member else ""


def passed_words(row: Passed, found: Current) -> str:
    """When somebody worked through a part, and whether it has changed since."""
    day = in_words(day_of(row.at))
    if row.digest == found.digest:
        return _("You worked through this on %(day)s.") % {"day": day}
    return _("You worked through this on %(day)s. The text has changed since.") % {"day": day}


def result_words(score: Score | None, *, has_column: bool) -> str:
    """How the result stands on its way to the course."""
    if not has_column:
        return _("Your course keeps no result for this activity.")
    if score is None:
        return ""
    values = {"given": score.given, "most": score.most}
    if score.state == Sending.SENT:
        return _("Your course has the result: %(given)s of %(most)s.") % values
    if score.state == Sending.FAILED:
        return _("Your course did not take the result: %(given)s of %(most)s. Tell your teacher.") % values
    return _("The result is on its way to your course: %(given)s of %(most)s.") % values


def problems(codes: Sequence[str]) -> list[str | Promise]:
    return [Problem(code).label for code in codes]


## What a school copies into its system


@dataclass(frozen=True, slots=True)
class Copied:
    """One value of the tool, what Moodle, Open edX and Canvas call it, and what it is for."""

    label: str
    value: str
    hint: str


def tool_values(platform: Platform) -> list[Copied]:
    """The addresses of the tool, as this platform knows it."""
    here = tool_path(platform.key)
    return [
        Copied(_("Tool URL"), whole(here), _("Also: tool launch URL, target link URI, domain.")),
        Copied(_("LTI version"), "LTI 1.3", ""),
        Copied(_("Initiate login URL"), whole(f"{here}login/"), _("Also: OIDC initiation URL, OIDC URL.")),
        Copied(_("Redirection URI"), whole(f"{here}launches/"), _("Also: redirect URI, registered redirect URIs.")),
        Copied(_("Public keyset of the tool"), whole("/lti/keys.json"), _("Also: public JWK URL, tool keyset URL.")),
        Copied(_("Content selection URL"), whole(here), _("Also: deep linking URL. Switch content selection on.")),
        Copied(_("Icon URL"), whole("/static/tejido/icon.svg"), ""),
    ]
