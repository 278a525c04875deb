"""Versions, for whoever may read them: those who take part in their space as they stand, others as they were shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet

from tejido.curriculum.models import Edition, Revision, Text
from tejido.curriculum.queries import Listed, documents_of, latest_revisions
from tejido.engine.document import Document
from tejido.ledger.actors import Actor
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..lines import Account, account_from_data, account_of
from ..models import BroughtEdition, Derivation, Release, Uptake
from ..names import Audience


@dataclass(frozen=True, slots=True)
class Version:
    """A version as the reader may see it. `revision` is the latest one for its own seats, the shown one for others."""

    derivation: Derivation
    uptake: Uptake
    revision: Revision
    is_own: bool
    release: Release | None

    @property
    def text(self) -> Text:
        return self.derivation.text


def audiences(actor: Actor, member: str) -> list[str]:
    """To which showings of a member's versions the actor belongs."""
    if actor.is_public:
        return [Audience.PUBLIC]
    return [Audience.PUBLIC, Audience.NETWORK, *([Audience.MEMBER] if actor.member == member and member else [])]


def shown_to(actor: Actor, member: str) -> Q:
    """The same as a filter on rows with an `audience`; `member` leads from a row to the member whose it is."""
    outward = [Audience.PUBLIC] if actor.is_public else [Audience.PUBLIC, Audience.NETWORK]
    return Q(audience__in=outward) | Q(audience=Audience.MEMBER, **{f"{member}__code": actor.member or "-"})


def version_for(actor: Actor, key: str) -> Version:
    """Derivation.DoesNotExist for who may not read it, exactly as for an unknown key."""
    derivation = derivations().get(key=key)
    release = Release.objects.filter(derivation=derivation, withdrawn_at=None).first()
    if tasks(actor, derivation.text.body):
        return Version(derivation, standing_uptake(derivation), latest_of(derivation.text), True, release)
    return _as_shown(actor, derivation, release)


def own_version_for(actor: Actor, key: str) -> Version:
    """A version of a space of the actor. Derivation.DoesNotExist otherwise."""
    found = version_for(actor, key)
    if not found.is_own:
        raise Derivation.DoesNotExist
    return found


def _as_shown(actor: Actor, derivation: Derivation, release: Release | None) -> Version:
    member = derivation.text.body.member
    if release is None or release.audience not in audiences(actor, member.code if member else ""):
        raise Derivation.DoesNotExist
    shown = Release.objects.select_related("revision__text", "uptake").get(key=release.key)
    return Version(derivation, shown.uptake, shown.revision, False, shown)


def derivations() -> QuerySet[Derivation]:
    return Derivation.objects.select_related("text__body__member", "text__body__institution", "source__body")


def derivation_of(text: Text) -> Derivation | None:
    """Where a text comes from, if it comes from another one. The caller may read the text."""
    return derivations().filter(text=text).first()


def latest_of(text: Text) -> Revision:
    return Revision.objects.select_related("text").filter(text=text).order_by("-number")[0]


def standing_uptake(derivation: Derivation) -> Uptake:
    """What the version was last brought up to and not taken back."""
    return Uptake.objects.filter(derivation=derivation, undone_at=None).order_by("-number")[0]


def uptakes_of(derivation: Derivation) -> list[Uptake]:
    """Every time that the version was brought up to something, the latest first."""
    found = Uptake.objects.filter(derivation=derivation).select_related("before", "after")
    return list(found.defer("manifest", "before__manifest", "after__manifest").order_by("-number"))


def own_versions(actor: Actor) -> list[Derivation]:
    """The versions of every space of the actor."""
    return list(derivations().filter(text__body__in=bodies_of(actor)).order_by("at", "key"))


def shown_versions(actor: Actor, sources: Iterable[Text]) -> list[Release]:
    """What others show the actor of the versions of these texts, as it stands there."""
    is_theirs = shown_to(actor, "derivation__text__body__member")
    wanted = [text.key for text in sources]
    found = Release.objects.filter(is_theirs, derivation__source__in=wanted, withdrawn_at=None)
    related = ("derivation__text__body__member", "derivation__text__body__institution", "uptake", "revision")
    return list(found.select_related(*related).defer("uptake__manifest", "revision__manifest"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A version with both texts and the account of how they differ."""

    base: Document
    document: Document
    account: Account


def reading_of(version: Version) -> Reading:
    """Both texts in one query at most."""
    documents = documents_of([version.uptake, version.revision])
    base, document = documents[version.uptake.digest], documents[version.revision.digest]
    return Reading(base, document, account_of(base, version.uptake.manifest, document, version.revision.manifest))


def accounts_of(versions: Iterable[Version]) -> dict[str, Account]:
    """The account of each version by its derivation: kept with what was shown, made anew for the reader's own."""
    several = list(versions)
    own = [version for version in several if version.is_own]
    listed: list[Listed] = [value for version in own for value in (version.uptake, version.revision)]
    documents = documents_of(listed) if listed else {}
    found = {
        v.derivation.key: account_of(
            documents[v.uptake.digest], v.uptake.manifest, documents[v.revision.digest], v.revision.manifest
        )
        for v in own
    }
    shown = {v.derivation.key: account_from_data(v.release.survey) for v in several if not v.is_own and v.release}
    return found | shown


def own_versions_of(actor: Actor, source: Text) -> list[Version]:
    """The versions of one text in the actor's spaces, as they stand. A constant number of queries."""
    return as_they_stand(derivations().filter(source=source, text__body__in=bodies_of(actor)))


def as_they_stand(derivations: Iterable[Derivation]) -> list[Version]:
    """Versions as their own seats read them. The caller takes part in their spaces. Four queries."""
    rows = list(derivations)
    newest = Uptake.objects.filter(derivation__in=rows, undone_at=None).order_by("number")
    uptakes = {row.derivation_id: row for row in newest}
    latest = latest_revisions([row.text for row in rows])
    manifests = {r.key: r for r in Revision.objects.filter(key__in=[r.key for r in latest.values()])}
    releases = {r.derivation_id: r for r in Release.objects.filter(derivation__in=rows, withdrawn_at=None)}
    return [
        Version(row, uptakes[row.key], manifests[latest[row.text_id].key], True, releases.get(row.key)) for row in rows
    ]


## What is offered


@dataclass(frozen=True, slots=True)
class Upstream:
    """A newer state of the text that a version comes from."""

    number: int
    is_edition: bool
    digest: str
    manifest: list[str]


def upstream_of(derivation: Derivation, uptake: Uptake) -> Upstream | None:
    """What is newer than what the version counts as brought up to, or nothing.

    Of a text of this node it is the latest edition; where a member's own text has none yet, its latest revision. Of a
    text from outside, the latest edition that was brought in.
    """
    found = _newest(derivation)
    return found if found is not None and found.digest != uptake.digest else None


def _newest(derivation: Derivation) -> Upstream | None:
    if derivation.source is None:
        row = BroughtEdition.objects.filter(derivation=derivation).order_by("-number").defer("record")[0]
        return Upstream(row.number, True, row.digest, row.manifest)
    return newest_of(derivation.source)


def newest_of(source: Text) -> Upstream | None:
    """What a version of this text can begin from."""
    edition = Edition.objects.filter(text=source).select_related("revision").defer("record").order_by("-number").first()
    if edition is not None:
        return Upstream(edition.number, True, edition.revision.digest, edition.revision.manifest)
    if source.body.member_id is None:
        return None
    revision = latest_of(source)
    return Upstream(revision.number, False, revision.digest, revision.manifest)


def newest_numbers(texts: Iterable[Text]) -> dict[str, int]:
    """The number of the latest edition of each text that has one. One query."""
    keys = [text.key for text in texts]
    rows = Edition.objects.filter(text__in=keys).values("text").annotate(newest=Max("number"))
    return {row["text"]: row["newest"] for row in rows}
