"""What is stated of a course, in words: times, sections, what lacks."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tejido.formats.markdown import plain
from tejido.registry.models import Seat
from tejido.registry.words import office_words
from tejido.web.languages import say

Data = Mapping[str, Any]


def missing_head() -> str:
    """The head of the column of passages that a course neither treats nor leaves out with a reason."""
    return pgettext("passages of a course", "Missing")


def duration(minutes: int) -> str:
    """As a timetable writes it: "45 min", "2 h", "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))


def about(line: Data) -> str:
    """The time of a section; said as an estimate where some of it had to be divided, and not at all where only a
    section around it has a time."""
    if not line["minutes"] and line["sessions"]:
        return "–"
    said = duration(line["minutes"])
    return _("about %(time)s") % {"time": said} if line["is_estimated"] else said


def which(data: Data) -> str:
    """The edition that a course is laid against."""
    number = {"number": data["text"]["edition"]}
    return (_("edition %(number)s") if data["text"]["is_edition"] else _("revision %(number)s")) % number


def section_words(line: Data, language: str) -> str:
    """A section as its heading names it; the whole text has no level."""
    title = plain(say(line["titles"], language).text) or _("Before the first heading")
    return f"{line['number']} {title}".strip()


def told(data: Data) -> list[Data]:
    """The sections that say something of their own: not those inside a section that is treated wholly, or not at all,
    unless they have a time of their own or one was agreed for them."""
    found, around = [], 0  # the level of the section that speaks for those inside it
    for line in data["sections"]:
        if around and line["level"] > around:
            if line["minutes"] or line["minimum"] is not None:
                found.append(line)
            continue
        is_alike = not line["lacking"] or line["lacking"] == line["passages"]
        around = line["level"] if is_alike else 0
        found.append(line)
    return found


def places(line: Data) -> list[str]:
    """The addresses of what is missing in the section itself; where nothing of it is treated, no need of them."""
    is_begun = line["covered"] or line["omitted"]
    return [address for _id, address in line["missing"]] if is_begun else []


def objective_words(data: Data, each: Data, language: str) -> str:
    """By which sessions an objective is treated, or what became of it."""
    if each["is_missing"]:
        return pgettext("an objective", "missing")
    if each["is_omitted"]:
        return _("left out with an approved reason")
    titles = [say(data["sessions"][place - 1]["titles"], language).text for place in each["sessions"]]
    return "; ".join(f"{place}. {title}" for place, title in zip(each["sessions"], titles, strict=True))


def objectives_sentence(data: Data) -> str:
    """How many objectives are missing; empty for a text whose objectives nobody marked."""
    several = data.get("objectives", ())
    if not several:
        return ""
    if missing := sum(each["is_missing"] for each in several):
        words = ngettext(
            "%(count)s of %(all)s objectives is missing.", "%(count)s of %(all)s objectives are missing.", missing
        )
        return words % {"count": missing, "all": len(several)}
    return _("No objective is missing.")


def lacking_words(line: Data) -> list[str]:
    """What a section lacks, in as many phrases."""
    found = []
    if (count := line["lacking"]) and count == line["passages"]:
        found.append(_("not treated at all"))
    elif count:
        found.append(ngettext("%(count)s passage missing", "%(count)s passages missing", count) % {"count": count})
    if line["short"]:
        found.append(_("%(time)s short of what was agreed") % {"time": duration(line["short"])})
    return found


def standing_words(data: Data) -> list[str]:
    """How the course stands to the edition, one sentence each. It conforms only where nothing lacks."""
    asked = any(line["minimum"] is not None for line in (data["whole"], *data["sections"]))
    return [
        *(_what_lacks(data) or [_conforms(data)]),
        *([] if asked else [_("No least time was agreed for it.")]),
        *_beyond(data),
    ]


def _conforms(data: Data) -> str:
    words = _("The course conforms to %(edition)s: each passage is treated, or left out with an approved reason.")
    return words % {"edition": which(data)}


def _what_lacks(data: Data) -> list[str]:
    found = []
    if count := data["whole"]["lacking"]:
        found.append(
            ngettext(
                "%(count)s passage of %(edition)s is neither treated nor left out with an approved reason.",
                "%(count)s passages of %(edition)s are neither treated nor left out with an approved reason.",
                count,
            )
            % {"count": count, "edition": which(data)}
        )
    if count := sum(line["short"] > 0 for line in (data["whole"], *data["sections"])):
        found.append(
            ngettext(
                "At %(count)s place there is less time than was agreed.",
                "At %(count)s places there is less time than was agreed.",
                count,
            )
            % {"count": count}
        )
    if count := sum(session["lost"] for session in data["sessions"]):
        found.append(
            ngettext(
                "A session treats %(count)s thing that the version no longer has.",
                "Sessions treat %(count)s things that the version no longer has.",
                count,
            )
            % {"count": count}
        )
    return found


def _beyond(data: Data) -> list[str]:
    """What bears on the edition itself."""
    found = []
    if count := data["text"]["left"]:
        words = ngettext(
            "%(count)s change of that edition was left for later in the version.",
            "%(count)s changes of that edition were left for later in the version.",
            count,
        )
        found.append(words % {"count": count})
    if data["text"]["newer"] is not None:
        words = _("There is a newer edition, number %(number)s; this says nothing of it.")
        found.append(words % {"number": data["text"]["newer"]})
    return found


def obligation_words(data: Data) -> str:
    """Whether the course is mandatory, and where that comes from; what is not known is said to be so."""
    course = data["course"]
    if not course["is_mandatory"]:
        return _("Not mandatory")
    source = course["obligation"]
    return _("Mandatory: %(source)s") % {"source": source} if source else _("Mandatory; its source is not known here")


## Who


def space_words(data: Data, language: str) -> str:
    """The space that a course belongs to, and its state."""
    said = (say(data["version"][name], language).text for name in ("space", "member"))
    return ", ".join(dict.fromkeys(filter(None, said)))


def seats_in(data: Data, *others: str) -> set[str]:
    """The seats that approved the reasons, and others, to be named."""
    return {seat for seat in (*(each["approved_seat"] for each in data["omissions"]), *others) if seat}


def named(seats: Mapping[str, Seat], seat: str, office: str) -> str:
    """A seat in words; its office where the register has it no more."""
    return office_words(seats.get(seat), office)
