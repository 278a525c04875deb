"""What a letter may say of what waits: no more than letters tell every party of the body anyway.

Nothing of a member's own bodies, nothing that says how far its preparation has come, and no words that somebody wrote
but the title of a text or a meeting.
"""

from django.utils.translation import gettext as _

from tejido.deliberation.queries.rounds import RoundContext
from tejido.deliberation.queries.state import ProcedureState
from tejido.meetings.models import Meeting
from tejido.meetings.words import title_of
from tejido.registry.models import Body
from tejido.seminars.models import Seminar
from tejido.seminars.words import seminar_title
from tejido.translation.queries import Given
from tejido.web.languages import in_my_language, name_in_mine


def of_round(sentence: str, context: RoundContext) -> str:
    """A sentence about a round, with the places %(title)s and %(number)s."""
    if not is_shared(context.body):
        return ""
    return sentence % {"title": in_my_language(context.text.title), "number": context.round.number}


def of_procedure(sentence: str, state: ProcedureState) -> str:
    """A sentence about an adoption, with the place %(title)s."""
    return sentence % {"title": in_my_language(state.text.title)} if is_shared(state.text.body) else ""


def of_invitation(meeting: Meeting) -> str:
    if not is_shared(meeting.body):
        return ""
    return _("You were invited to “%(title)s”: please say whether you are coming.") % {"title": title_of(meeting)}


def of_promise(meeting: Meeting) -> str:
    """That there is one. What was promised stands in the minutes."""
    return _("A commitment that your seat or its party made is open.") if is_shared(meeting.body) else ""


def of_nominating(seminar: Seminar) -> str:
    return _("Your member can nominate participants: %(title)s.") % {"title": seminar_title(seminar)}


def of_translation(given: Given) -> str:
    if not is_shared(given.text.body):
        return ""
    values = {"title": in_my_language(given.text.title), "language": name_in_mine(given.language)}
    return _("A part of “%(title)s” was given to your seat to be translated: %(language)s.") % values


def is_shared(body: Body) -> bool:
    """Whether the body is one of several members, and none of a member's own."""
    return body.member_id is None and body.institution_id is None
