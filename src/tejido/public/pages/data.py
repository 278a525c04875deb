"""The same facts for machines, in the words of schema.org. Only what stands on the page itself."""

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tejido.mechanisms.queries import Profile
from tejido.meetings.names import State
from tejido.meetings.words import title_of
from tejido.registry.models import Event, Network
from tejido.web.addresses import whole
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language

from ..queries import Adopted, Past, Place, ReleasedMeeting

Data = Mapping[str, Any]
# What schema.org calls a meeting that will not be held when it was announced.
_STANDS: Mapping[str, str] = {
    State.POSTPONED: "https://schema.org/EventPostponed",
    State.CANCELLED: "https://schema.org/EventCancelled",
}


def network_id() -> str:
    return whole("/#network")


def network_data(network: Network, past: Past, language: str) -> Data:
    """The network. Its founding date only where a source gives it."""
    data: dict[str, Any] = {
        "@type": "Organization",
        "@id": network_id(),
        "name": in_my_language(network.name),
        "alternateName": [name for tag, name in network.name.items() if tag != language and name],
        "url": whole(reverse("public:front", kwargs={"language": language})),
        "knowsLanguage": list(network.languages),
    }
    if past.launch is not None:
        data["foundingDate"] = past.launch.since
    return data


def member_data(place: Place, language: str) -> Data:
    """A State, and nothing about its membership where the sources disagree."""
    path = reverse("public:member", kwargs={"language": language, "code": place.code})
    data: dict[str, Any] = {
        "@type": "Country" if place.is_state else "Organization",
        "@id": whole(path),
        "name": in_my_language(place.line.member.name),
        "identifier": place.code,
    }
    if place.standing == "member":
        data["memberOf"] = {"@id": network_id()}
    return data


def event_data(event: Event, language: str) -> Data:
    """A dated event with its source. Dates as exact as the source: a year, a month or a day."""
    path = reverse("public:meetings", kwargs={"language": language})
    data: dict[str, Any] = {
        "@type": "Event",
        "@id": f"{whole(path)}#e-{event.key}",
        "name": in_my_language(event.title),
        "startDate": event.since,
        "organizer": {"@id": network_id()},
        "subjectOf": {"@type": "CreativeWork", "name": event.source},
    }
    if event.until:
        data["endDate"] = event.until
    if place := in_my_language(event.place):
        data["location"] = {"@type": "Place", "name": place, "address": place}
    if says := in_my_language(event.says):
        data["description"] = says
    return data


def meeting_data(row: ReleasedMeeting, language: str) -> Data:
    """A meeting of which something was released, on the clocks that it was announced by."""
    meeting = row.meeting
    path = whole(reverse("public:meeting", kwargs={"language": language, "key": meeting.key}))
    place = {"@type": "Place", "name": meeting.place, "address": meeting.place}
    return {
        "@type": "Event",
        "@id": path,
        "url": path,
        "name": title_of(meeting),
        "startDate": meeting.starts_at.astimezone(clocks(meeting.zone)).isoformat(),
        "endDate": meeting.ends_at.astimezone(clocks(meeting.zone)).isoformat(),
        "organizer": {"@type": "Organization", "name": in_my_language(row.body.name)},
        **({"location": place} if meeting.place else {}),
        **({"eventStatus": _STANDS[meeting.state]} if meeting.state in _STANDS else {}),
    }


def instrument_data(profile: Profile, language: str) -> list[Data]:
    """The legal instruments of a mechanism that are public. A date, a number and a place only where they are known."""
    member = profile.member
    path = whole(reverse("public:member", kwargs={"language": language, "code": member.code}))
    return [
        {
            "@type": "Legislation",
            "@id": f"{path}#i-{row.key}",
            "name": row.title,
            "legislationDate": row.since,
            "inLanguage": row.language,
            "legislationJurisdiction": {"@id": path},
            **({"legislationIdentifier": row.number} if row.number else {}),
            **({"url": row.address} if row.address else {}),
        }
        for row in profile.instruments
    ]


def text_data(text: Adopted, language: str) -> Data:
    """An adopted text, and each of its editions with the one that it came from."""
    path = whole(reverse("public:text", kwargs={"language": language, "slug": text.text.slug}))
    editions = [
        {
            "@type": "CreativeWork",
            "@id": f"{path}#e-{edition.number}",
            "name": in_my_language(text.text.title),
            "version": str(edition.number),
            "inLanguage": list(edition.revision.languages),
            "datePublished": _day(edition.sealed_at),
            "identifier": f"sha256:{edition.revision.digest}",
            "url": _reading(text.text.slug, edition.number, language),
            "exampleOfWork": {"@id": path},
        }
        for edition in text.editions
    ]
    for newer, older in pairwise(editions):
        newer["isBasedOn"] = {"@id": older["@id"]}
    return {
        "@type": "CreativeWork",
        "@id": path,
        "name": in_my_language(text.text.title),
        "inLanguage": list(text.latest.revision.languages),
        "version": str(text.latest.number),
        "datePublished": _day(text.latest.sealed_at),
        "publisher": {"@id": network_id()},
        "workExample": editions,
    }


def _day(instant: datetime) -> str:
    """The day on the clocks of the network, which are those of the page."""
    return timezone.localdate(instant).isoformat()


def _reading(slug: str, number: int, language: str) -> str:
    return whole(reverse("curriculum:edition", args=[slug, number])) + f"?language={language}"
