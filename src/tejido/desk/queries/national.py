"""What waits for a seat in versions and translations, in words."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from tejido.adaptation.queries import Approvals, Changed, Offered
from tejido.adaptation.words import approval_words, offer_words
from tejido.translation.queries import Given
from tejido.web.languages import in_my_language, name_in_mine

from . import by_mail
from .items import Waiting
from .work import Work


def versions_waiting(work: Work) -> Iterator[Waiting]:
    """Newer editions on offer, reasons to approve, and for the secretariat locked passages that changed."""
    yield from (_offer(offered) for offered in work.versions.offers)
    yield from (_approval(approvals) for approvals in work.versions.approvals)
    yield from (_lock(changed) for changed in work.versions.changed)


def _offer(offered: Offered) -> Waiting:
    row = offered.derivation
    return _item(offer_words(offered.newer), row.text.title, reverse("adaptation:uptakes", args=[row.key]))


def _approval(approvals: Approvals) -> Waiting:
    row = approvals.derivation
    address = reverse("adaptation:version", args=[row.key]) + "#approve"
    return _item(approval_words(approvals.count), row.text.title, address)


def _lock(changed: Changed) -> Waiting:
    what = ngettext(
        "%(count)s core passage changed: confirm or lift",
        "%(count)s core passages changed: confirm or lift",
        changed.count,
    )
    edition = changed.edition
    address = reverse("adaptation:core", args=[edition.text.slug, edition.number])
    return _item(what % {"count": changed.count}, edition.text.title, address)


def _item(what: str, title: dict[str, str], url: str) -> Waiting:
    return Waiting(what, in_my_language(title), url, None, "")


def to_translate(given: Given) -> Waiting:
    """One line for each language of a text; what waits because its source changed is said with it."""
    words = ngettext(
        "%(count)s passage to translate: %(language)s", "%(count)s passages to translate: %(language)s", given.waits
    )
    what = words % {"count": given.waits, "language": name_in_mine(given.language)}
    if given.stale:
        said = ngettext("of %(count)s the source has changed", "of %(count)s the source has changed", given.stale)
        what = f"{what} ({said % {'count': given.stale}})"
    address = reverse("translation:version", args=[given.text.slug, given.language])
    title = in_my_language(given.text.title)
    return Waiting(what, title, f"{address}?mine=on", given.until, "", mail=by_mail.of_translation(given))
