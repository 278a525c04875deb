"""What people do with practices in tests: Aldea (XA) tells one, Brisa (XB) and Cumbre (XC) read it."""

from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.mechanisms.names import Audience
from tejido.practices import commands, queries
from tejido.practices.lines import adaptation_words_in, digest_of, facts_in, words_in
from tejido.practices.models import Adaptation, AdaptationRelease, Practice, Remark, Reply, Review, Submission, Version
from tejido.practices.names import Field, Grounds, Group, Magnitude, Outcome, Recommendation, Status, Theme
from tejido.risk.names import Factor

DAY = timedelta(days=1)
ALDEA, ALTERNATE, JUSTICE = "XA/focal_point", "XA/alternate", "XA/representative/JUS"
BRISA, CUMBRE, SEC = "XB/focal_point", "XC/validating_authority", "network/secretariat"
WORDS = {
    Field.TITLE: "Mesas de barrio",
    Field.PROBLEM: "La policía y las comunidades indígenas no se hablaban.",
    Field.DONE: "Se abrió una mesa mensual en cada barrio.",
    Field.CONDITIONS: "Hace falta una comisaría que escuche.",
}
FACTS: dict[str, Any] = {
    "magnitude": Magnitude.SMALL,
    "grounds": Grounds.FIGURES,
    "groups": [Group.POLICE],
    "themes": [Theme.SECURITY],
    "factors": [Factor.F9],
}


def begun(cast: Cast, who: str = ALDEA, **given: Any) -> Practice:
    """An empty draft."""
    actor = cast.actor(who)
    return commands.begin_practice(actor=actor, member=cast.members[actor.member or "XA"], at=NOW, **given)


def again(row: Practice) -> Practice:
    return Practice.objects.select_related("member").get(key=row.key)


def write(cast: Cast, row: Practice, language: str = "es", who: str = ALDEA, seen: str = "", **words: str) -> None:
    now = digest_of(words_in(again(row).draft, language))
    commands.keep_words(
        actor=cast.actor(who), practice=row, language=language, words=words or WORDS, seen=seen or now, at=NOW
    )


def say_facts(cast: Cast, row: Practice, who: str = ALDEA, **facts: Any) -> None:
    given = {**FACTS, "contact": cast.seats[cast.office(ALDEA)].key, **facts}
    now = digest_of(facts_in(again(row).draft))
    commands.keep_facts(actor=cast.actor(who), practice=row, seen=now, at=NOW, **given)


def told(cast: Cast, **words: str) -> Practice:
    """A draft that others could use."""
    row = begun(cast)
    write(cast, row, **({**WORDS, **words}))
    say_facts(cast, row)
    return again(row)


def submit(cast: Cast, row: Practice, who: str = ALDEA, seen: str = "") -> Submission:
    return commands.submit(actor=cast.actor(who), practice=row, seen=seen or digest_of(again(row).draft), at=NOW)


def ask(cast: Cast, submission: Submission, seat: str = BRISA, who: str = SEC) -> Review:
    found = cast.seats[cast.office(seat)]
    return commands.ask_peer(actor=cast.actor(who), submission=submission, seat=found, at=NOW)


def give(cast: Cast, review: Review, who: str = BRISA, summary: str = "Sirve.", at: Any = NOW, **remarks: str) -> None:
    commands.give_review(
        actor=cast.actor(who), review=review, recommendation=Recommendation.REVISE, language="es", summary=summary,
        remarks=remarks, at=at,
    )  # fmt: skip  # one act, read as one


def reply(cast: Cast, remark: Remark, who: str = ALDEA, reason: str = "Se aclara.", **given: Any) -> Reply:
    values = {"outcome": Outcome.TAKEN, "language": "es", "at": NOW, **given}
    return commands.answer_remark(actor=cast.actor(who), remark=remark, reason=reason, **values)


def publish(
    cast: Cast, row: Practice, audience: str = Audience.NETWORK, who: str = ALDEA, *, fresh: bool = True,
    seen: str = "", at: Any = NOW,
) -> Version:  # fmt: skip  # one act, read as one
    return commands.publish_practice(
        actor=cast.actor(who, fresh=fresh), practice=row, audience=audience, at=at,
        seen=seen or digest_of(again(row).draft),
    )  # fmt: skip  # one act, read as one


def published(cast: Cast, audience: str = Audience.NETWORK, **words: str) -> Version:
    """A practice that no peer has read."""
    row = told(cast, **words)
    submit(cast, row)
    return publish(cast, row, audience)


def withdraw(cast: Cast, row: Practice, who: str = ALDEA, reason: str = "Ya no es así.", *, fresh: bool = True) -> None:
    commands.withdraw_practice(
        actor=cast.actor(who, fresh=fresh), practice=row, language="es", reason=reason, at=NOW + DAY
    )


def adapt(cast: Cast, version: Version, who: str = BRISA) -> Adaptation:
    return commands.begin_adaptation(actor=cast.actor(who), version=version, at=NOW)


def tell(
    cast: Cast, row: Adaptation, who: str = BRISA, language: str = "es", seen: str = "", changed: str = "Menos mesas.",
    initiative: str = "",
) -> None:  # fmt: skip  # one act, read as one
    now = digest_of(adaptation_words_in(Adaptation.objects.get(key=row.key).draft, language))
    commands.keep_adaptation(
        actor=cast.actor(who), adaptation=row, language=language, words={"changed": changed}, status=Status.DONE,
        seen=seen or now, at=NOW, initiative=initiative,
    )  # fmt: skip  # one act, read as one


def release(
    cast: Cast, row: Adaptation, audience: str = Audience.NETWORK, who: str = BRISA, *, fresh: bool = True,
    seen: str = "",
) -> AdaptationRelease:  # fmt: skip  # one act, read as one
    now = digest_of(Adaptation.objects.get(key=row.key).draft)
    return commands.release_adaptation(
        actor=cast.actor(who, fresh=fresh), adaptation=row, audience=audience, seen=seen or now, at=NOW
    )


def keys_shown(cast: Cast, who: str) -> list[str]:
    """What this reader is shown in the list."""
    return [shown.practice.key for shown in queries.shown_practices(cast.actor(who))]
