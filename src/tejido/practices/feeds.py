"""The published practices for another program: JSON-LD with the names of schema.org, and what it has no name for as
additional properties. Every text stands in each of its languages."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from tejido.registry.models import Network, Seat
from tejido.web.addresses import whole

from .lines import Content
from .names import Field
from .queries import Shown, Strength

Data = Mapping[str, Any]
# What schema.org has a name for; the other fields are additional properties.
NAMED: Mapping[str, str] = {Field.TITLE: "name", Field.PROBLEM: "abstract", Field.DONE: "text"}
CODES = ("themes", "groups", "factors", "magnitude", "grounds")


def catalogue_of(
    shown: Sequence[Shown], strengths: Mapping[str, Strength], contacts: Mapping[str, Seat], network: Network | None
) -> bytes:
    """UTF-8, the newest version first. Contacts are offices, never persons or addresses; the public is told none."""
    listed = [_practice(row, strengths[row.practice.key], contacts) for row in shown]
    data = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "@id": whole(reverse("practices:catalogue")),
        "name": _texts(network.name if network else {}),
        "numberOfItems": len(listed),
        "itemListElement": listed,
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _practice(row: Shown, strength: Strength, contacts: Mapping[str, Seat]) -> Data:
    version, content = row.version, row.content
    data: dict[str, Any] = {
        "@type": "CreativeWork",
        "@id": whole(reverse("practices:practice", args=[row.practice.key])),
        "identifier": version.digest,
        "version": version.number,
        "datePublished": version.at.date().isoformat(),
        "inLanguage": list(row.languages),
        "isDemonstration": row.practice.is_demonstration,
        "creator": {
            "@type": "Organization",
            "identifier": row.practice.member.code,
            "name": _texts(row.practice.member.name),
        },
    }
    data |= {name: _texts(content[field]) for field, name in NAMED.items()}
    if (seat := contacts.get(content["contact"])) is not None:
        data["contactPoint"] = {"@type": "ContactPoint", "contactType": seat.office}
    data["citation"] = [_proof(proof) for proof in content["proofs"]]
    data["isBasedOn"] = [_passage(passage) for passage in content["passages"]]
    data["additionalProperty"] = [*_properties(content), *_strength(strength)]
    return data


def _properties(content: Content) -> list[Data]:
    words = [_property(field, _texts(content[field])) for field in Field if field not in NAMED]
    return words + [_property(name, content[name]) for name in CODES if content[name]]


def _strength(strength: Strength) -> list[Data]:
    told = {"proofs": strength.proofs, "reviews": strength.reviews, "adaptations": strength.adaptations}
    return [_property(name, count) for name, count in told.items()]


def _property(name: str, value: Any) -> Data:
    return {"@type": "PropertyValue", "propertyID": str(name), "value": value}


def _texts(texts: Mapping[str, str]) -> list[Data]:
    return [{"@language": tag, "@value": words} for tag, words in texts.items() if words]


def _proof(proof: Mapping[str, Any]) -> Data:
    """The digest stands for a file: it is taken from the page by whoever may."""
    data: dict[str, Any] = {"@type": "CreativeWork", "name": _texts(proof["words"])}
    if proof["address"]:
        data["url"] = proof["address"]
    if proof["digest"]:
        data["sha256"] = proof["digest"]
    return data


def _passage(passage: Mapping[str, Any]) -> Data:
    edition = whole(reverse("curriculum:edition", args=[passage["slug"], passage["edition"]]))
    return {"@type": "CreativeWork", "@id": f"{edition}#p-{passage['passage']}", "name": _texts(passage["title"])}
