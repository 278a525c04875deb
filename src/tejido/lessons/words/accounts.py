"""What participants and members are told, in words."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tejido.engine.change import Op, Span
from tejido.engine.trace import Gap
from tejido.formats.markdown import plain
from tejido.web.languages import in_my_language, say
from tejido.web.marking import marked, whole

from ..names import Outcome, Part
from .codes import comments_words, gap_words, observations_words, sum_words, what_words

Data = Mapping[str, Any]
# They tell of seminars that not everybody may know of.
_OF_LATER = frozenset({Gap.NO_LATER, Gap.LATER_CANCELLED, Gap.NOTHING_CHOSEN, Gap.OLDER_TAUGHT})


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A change as it may be shown: marked against what was taught, or the new wording alone; no words where nothing of
    it may be shown yet."""

    address: str
    words: str
    spans: tuple[Span, ...]
    before: str
    after: str
    language: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class MatterTold:
    """What was said, what became of it and why, what changed, and where it is read and taught now."""

    number: int
    title: str
    said: str
    part: str
    heard: str
    outcome: str
    outcome_words: str
    reason: str
    reason_language: str
    changes: tuple[ChangeTold, ...]
    edition: Data | None
    edition_words: str
    seminars: tuple[str, ...]
    lacks: str


@dataclass(frozen=True, slots=True)
class AccountShown:
    """Changed first, then what was answered without a change, then what is still to come."""

    title: str
    sum: str
    changed: tuple[MatterTold, ...]
    answered: tuple[MatterTold, ...]
    waiting: tuple[MatterTold, ...]
    is_demonstration: bool

    @property
    def is_empty(self) -> bool:
        return not (self.changed or self.answered or self.waiting)


def account_shown(data: Data, language: str, *, public: Container[str] | None = None) -> AccountShown:
    """`public`: the keys of the later seminars that everybody may read of now, where everybody reads it. Then only
    wordings and places of editions are shown, and no other later seminar."""
    matters = [_matter(row, language, public) for row in data["matters"]]
    changed = [each for each, row in zip(matters, data["matters"], strict=True) if row["changes"]]
    answered = [each for each in matters if each.outcome and each not in changed]
    rest = [each for each in matters if each not in changed and each not in answered]
    counts = data["counts"]
    return AccountShown(
        title=_title(data["seminar"]),
        sum=sum_words(counts) if counts and counts["observations"] != 0 else "",
        changed=tuple(changed),
        answered=tuple(answered),
        waiting=tuple(rest),
        is_demonstration=data["is_demonstration"],
    )


def _title(seminar: Data) -> str:
    own = in_my_language(seminar["titles"])
    if own:
        return own
    cycle = in_my_language(seminar["cycle"]) or _("Cycle %(number)s") % {"number": seminar["number"]}
    return f"{cycle} · " + _("Part %(part)s") % {"part": seminar["part"]}


def _matter(row: Data, language: str, public: Container[str] | None) -> MatterTold:
    reason = say(row["reason"], language)
    edition, in_public = row["edition"], public is not None
    return MatterTold(
        number=row["number"],
        title=in_my_language(row["titles"]),
        said=in_my_language(row["said"]),
        part=str(Part(row["part"]).label),
        heard=_heard(row),
        outcome=row["outcome"],
        outcome_words=str(Outcome(row["outcome"]).label) if row["outcome"] else "",
        reason=reason.text,
        reason_language=reason.language,
        changes=tuple(_change(each, language, in_public=in_public) for each in row["changes"]),
        edition=edition,
        edition_words=_("edition %(number)s") % {"number": edition["number"]} if edition else "",
        seminars=tuple(_title(each) for each in row["seminars"] if public is None or each["key"] in public),
        lacks="" if in_public and row["waits_for"] in _OF_LATER else gap_words(row["waits_for"]),
    )


def _heard(row: Data) -> str:
    """How many said it: of States only how many comments."""
    said = [observations_words(row["observations"])] if row["observations"] != 0 else []
    if row["comments"]:
        said.append(_("%(comments)s of States") % {"comments": comments_words(row["comments"])})
    return ", ".join(said)


def _change(row: Data, language: str, *, in_public: bool) -> ChangeTold:
    before = say(row["before"], language) if not in_public or row["before_is_public"] else say({}, language)
    after = say(row["after"], language) if not in_public or row["after_is_public"] else say({}, language)
    is_hidden = not row["is_shown"] or (in_public and not row["after_is_public"])
    tag = (after if after.text else before).language
    spans = () if is_hidden else _spans(before.text, after.text, row)
    words = ("", "") if is_hidden else (plain(before.text), plain(after.text))
    address = row["public_address" if in_public else "address"]
    return ChangeTold(address, what_words(row["what"]), spans, *words, tag, is_hidden)


def _spans(before: str, after: str, row: Data) -> tuple[Span, ...]:
    """Where what stood before is not to be shown, the new wording stands as it is."""
    if row["before"] and not before:
        return whole(Op.EQUAL, after)
    return marked(before, after)
