"""Members on the map and in the table, and each of them."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.web.languages import in_my_language

from .. import queries
from ..maps import legend, maps
from ..pages import head, instrument_data, member_data
from .answering import in_its_language, page, today


@in_its_language
def members(request: ActorRequest, language: str) -> HttpResponse:
    """Every State of the register with what its sources say, as a map and as the table that says the same."""
    places = queries.places(today(request))
    description = _("Members, observers and partners of the network on a map and in a table, each with its sources.")
    data = [member_data(place, language) for place in places]
    content = {
        "head": head("members", language, {}, title=_("Members"), description=description, data=data),
        "places": places,
        "maps": maps(places, language),
        "legend": legend(places),
        "mechanisms": sum(place.has_mechanism for place in places),
    }
    return page(request, "public/members.html", language, content)


@in_its_language
def member(request: ActorRequest, language: str, code: str) -> HttpResponse:
    """A State: what each source says of its status, and its institutions in the register."""
    place = queries.place_of(code, today(request))
    if place is None:
        raise Http404
    name = in_my_language(place.line.member.name)
    words = _("%(member)s in the network: its status with every source, and its National Mechanism.")
    description = words % {"member": name}
    profile = queries.mechanism_of(code, today(request))
    data = [member_data(place, language), *instrument_data(profile, language)]
    content = {
        "head": head(
            "member", language, {"code": code}, title=name, description=description % {"member": name}, data=data
        ),
        "place": place,
        "institutions": queries.institutions_of(place),
        "profile": profile,
        "assessments": queries.assessments_of(profile),
        "versions": queries.versions_of_member(code),
        "initiatives": queries.initiatives_of(code),
        "told": [line for line in profile.topics.values() if line.now],
    }
    return page(request, "public/member.html", language, content)
