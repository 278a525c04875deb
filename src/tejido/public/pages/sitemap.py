"""What search engines are told: every public page with its languages, and that the rest is not for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from lxml import etree

from tejido.adaptation.models import Release
from tejido.annual.models import Issue
from tejido.engine.proof import rfc3339
from tejido.web.addresses import whole

from ..queries import Adopted, News, Place, ReleasedMeeting

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"

_SPACES: dict[Any, str] = {None: SITEMAP, "xhtml": XHTML}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page by its addresses in the languages that it is there in."""

    addresses: Mapping[str, str]
    changed: datetime | None = None
    default: str = field(default="")


def robots() -> str:
    """What may be visited is named; everything else is closed without being named."""
    allowed = ["/$", *(f"/{tag}/" for tag, _name in settings.LANGUAGES), "/texts/*/editions/", "/proof/", "/static/"]
    lines = ["User-agent: *", *(f"Allow: {path}" for path in allowed), "Disallow: /"]
    return "\n".join([*lines, "", f"Sitemap: {whole(reverse('public:sitemap'))}", ""])


def sitemap(
    places: Sequence[Place],
    texts: Sequence[Adopted],
    meetings: Sequence[ReleasedMeeting],
    rows: Sequence[News],
    versions: Sequence[Release] = (),
    reports: Sequence[Issue] = (),
) -> bytes:
    """Sitemap 0.9 with the other languages of each page. A date only where the ledger knows one."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=_SPACES)
    changes = _changes(rows)
    of_meetings = [_Page(_addresses("meeting", key=key), changes.get(("meeting", key))) for key in _keys(meetings)]
    of_versions = [_Page(_addresses("version", key=row.derivation_id), row.at) for row in versions]
    of_reports = [_Page(_addresses("report", key=row.report_id), row.at) for row in reports]
    for page in [*_pages(places, texts, changes), *of_meetings, *of_versions, *of_reports]:
        for address in page.addresses.values():
            _write(root, page, address)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _pages(
    places: Sequence[Place], texts: Sequence[Adopted], changes: Mapping[tuple[str, ...], datetime]
) -> Iterator[_Page]:
    newest = max(changes.values(), default=None)
    yield _Page(_addresses("front"), newest, whole("/"))
    yield _Page(_addresses("members"), _newest(changes, "member"))
    yield _Page(_addresses("texts"), _newest(changes, "text"))
    yield _Page(_addresses("meetings"), _newest(changes, "meetings", "meeting"))
    yield _Page(_addresses("promotion"), _newest(changes, "promotion"))
    yield _Page(_addresses("procedure"))
    yield _Page(_addresses("accessibility"))
    for place in places:
        yield _Page(_addresses("member", code=place.code), changes.get(("member", place.code)))
    for text in texts:
        yield _Page(_addresses("text", slug=text.text.slug), changes.get(("text", text.text.slug)))
        for edition in text.editions:
            path = reverse("curriculum:edition", args=[text.text.slug, edition.number])
            yield _Page({tag: whole(f"{path}?language={tag}") for tag in edition.revision.languages}, edition.sealed_at)


def _keys(meetings: Sequence[ReleasedMeeting]) -> list[str]:
    return [row.meeting.key for row in meetings]


def _changes(rows: Sequence[News]) -> dict[tuple[str, ...], datetime]:
    """When each page last said something new, by its view and its first name."""
    found: dict[tuple[str, ...], datetime] = {}
    for row in rows:
        page = (row.view, *row.named.values())
        found[page] = max(row.at, found.get(page, row.at))
    return found


def _newest(changes: Mapping[tuple[str, ...], datetime], *views: str) -> datetime | None:
    return max((at for page, at in changes.items() if page[0] in views), default=None)


def _addresses(view: str, **named: str) -> dict[str, str]:
    return {
        tag: whole(reverse(f"public:{view}", kwargs={**named, "language": tag})) for tag, _name in settings.LANGUAGES
    }


def _write(root: etree._Element, page: _Page, address: str) -> None:
    url = etree.SubElement(root, f"{{{SITEMAP}}}url")
    etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
    if page.changed is not None:
        etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = rfc3339(page.changed)
    named = {**page.addresses, **({"x-default": page.default} if page.default else {})}
    for tag, other in named.items() if len(named) > 1 else ():
        etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=tag, href=other)
