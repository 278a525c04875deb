"""The call letter, the note verbale and the letter for a visa, as Word or PDF: words of the house, or those that the
secretariat wrote for this call, with places that are filled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Manner, Paper, Prose, Words
from tejido.registry.models import Member
from tejido.web.dates import span
from tejido.web.instants import in_zone
from tejido.web.languages import base, name_in_mine, say

from .models import Call, Nominee
from .names import Grade, Kind
from .terms import title_of

# What may stand in the secretariat's own words, and is filled in.
PLACES = ("member", "seminar", "days", "place", "quota", "alternates", "deadline")


def call_paper(call: Call, kind: Kind, member: Member, deadline: datetime, network: str, language: str) -> Paper:
    """What goes out to one member, in the language that was asked for."""
    with override(base(language)):
        places = _places(call, member, deadline, language)
        said = call.words.get(kind, {}).get(base(language), "")
        paragraphs = filled(said, places).split("\n\n") if said else _own(kind, places, network)
        blocks: list[Block] = [Prose(escape(each.strip())) for each in paragraphs if each.strip()]
        return Paper(
            title=str(kind.label), language=language, words=_words(),
            blocks=(*blocks, *_terms(call, deadline, language)), network=network,
            subtitle=places["seminar"], head=places["seminar"], foot=places["member"], at=call.at,
        )  # fmt: skip  # one paper


def _words() -> Words:
    return Words(_("Contents"), _("Page {page} of {pages}"))


def filled(said: str, places: Mapping[str, str]) -> str:
    """The words with {member}, {deadline} ... filled in; any other brace stays as it is."""
    for name, value in places.items():
        said = said.replace(f"{{{name}}}", value)
    return said


def _places(call: Call, member: Member, deadline: datetime, language: str) -> dict[str, str]:
    quota = call.quota_of(member.code)
    values = (
        say(member.name, language).text,
        title_of(call.seminar),
        days_of(call),
        say(call.seminar.place, language).text,
        ngettext("%(n)s person", "%(n)s persons", quota) % {"n": quota},
        str(call.alternates),
        in_zone(deadline, call.zone),
    )
    return dict(zip(PLACES, values, strict=True))


def days_of(call: Call) -> str:
    """From the first to the last day, as exact as they are known."""
    return " – ".join(dict.fromkeys(_day(day) for day in (call.seminar.since, call.seminar.until) if day))


def _day(value: str) -> str:
    found = span(value)
    if found is None or len(value) == len("2027"):
        return value
    return date_format(found[0], "DATE_FORMAT" if len(value) > len("2027-05") else "YEAR_MONTH_FORMAT")


def _own(kind: Kind, places: Mapping[str, str], network: str) -> list[str]:
    """The words of the house, where the secretariat wrote none."""
    values = {**places, "network": network}
    if kind == Kind.NOTE:
        first = _(
            "The Technical Secretariat of %(network)s presents its compliments to the authorities of %(member)s and "
            "has the honour to invite them to nominate %(quota)s for the seminar “%(seminar)s” (%(days)s, %(place)s)."
        )
        last = _(
            "The Technical Secretariat avails itself of this opportunity to renew to the authorities of %(member)s the "
            "assurances of its highest consideration."
        )
    else:
        first = _(
            "To the focal point of %(member)s: the network calls its members to nominate participants for the seminar "
            "“%(seminar)s” (%(days)s, %(place)s). %(member)s may nominate %(quota)s."
        )
        last = _("We thank you for your part in the work of %(network)s.")
    return [first % values, _until() % values, last % values]


def _until() -> str:
    return _(
        "Nominations are received on the platform of the network until %(deadline)s. Each person who is admitted then "
        "confirms by a link of their own and tells what they need."
    )


def _terms(call: Call, deadline: datetime, language: str) -> Iterator[Block]:
    seminar, wishes = call.seminar, call.wishes
    pairs = [(_("Deadline"), in_zone(deadline, call.zone)), (_("Alternates"), str(call.alternates))]
    pairs.append((_("Working languages"), ", ".join(name_in_mine(tag) for tag in seminar.languages)))
    pairs += _wished(wishes)
    pairs.append(
        (_("Personal data"), _("deleted %(days)s days after the end of the seminar") % {"days": call.kept_days})
    )
    yield Facts(tuple((name, escape(value)) for name, value in pairs if value))
    if seminar.is_demonstration:
        yield Prose(_("Demonstration: an invented seminar."), Manner.SMALL, language)


def _wished(wishes: Mapping[str, object]) -> list[tuple[str, str]]:
    found = []
    if wishes.get("women"):
        found.append((_("Wished: women"), _("at least %(n)s %%") % {"n": wishes["women"]}))
    if wishes.get("spread"):
        found.append((_("Wished: institutions"), _("persons from different institutions")))
    grades = wishes.get("grades")
    if isinstance(grades, Sequence) and grades:
        found.append((_("Wished: grades"), ", ".join(str(Grade(grade).label) for grade in grades)))
    return found


@dataclass(frozen=True, slots=True)
class Traveller:
    """What a consulate asks for. It is set on the paper and kept nowhere."""

    name: str
    nationality: str
    passport: str
    born: str
    consulate: str


def visa_paper(nominee: Nominee, traveller: Traveller, network: str, language: str, at: datetime) -> Paper:
    """That the person is expected at the seminar. What it says of their passport was typed for it and is not kept."""
    call = nominee.call
    with override(base(language)):
        title = title_of(call.seminar)
        values = {"name": traveller.name, "seminar": title, "days": days_of(call), "network": network}
        values |= {"place": say(call.seminar.place, language).text, "member": say(nominee.member.name, language).text}
        first = _(
            "The Technical Secretariat of %(network)s confirms that %(name)s, nominated by %(member)s, was admitted to "
            "the seminar “%(seminar)s” (%(days)s, %(place)s)."
        )
        last = _("We would be grateful if the visa that is needed for this journey could be granted in time.")
        facts = (
            (_("Name as in the passport"), traveller.name), (_("Nationality"), traveller.nationality),
            (_("Nominated as"), nominee.name),
            (_("Passport number"), traveller.passport), (_("Date of birth"), traveller.born),
        )  # fmt: skip  # one table
        to = [Prose(escape(traveller.consulate))] if traveller.consulate else []
        return Paper(
            title=_("Letter for a visa"), language=language, words=_words(), network=network,
            blocks=(
                *to, Prose(escape(first % values)), Facts(tuple((k, escape(v)) for k, v in facts if v)), Prose(last),
            ),
            subtitle=title, head=title, at=at,
        )  # fmt: skip  # one paper
