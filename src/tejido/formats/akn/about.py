"""What an Akoma Ntoso file says about the text it holds, and the names that both sides use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "https://tejido.example/ns/akn/1"
XML = "http://www.w3.org/XML/1998/namespace"

# ISO 639-2 codes, which the naming convention asks for; other languages keep their tag.
LANGUAGES = {"es": "spa", "pt": "por", "en": "eng", "fr": "fra", "ar": "ara", "sw": "swa"}


@dataclass(frozen=True, slots=True)
class About:
    """The work, its version and its maker. `version` is like "edition-1"; `at` is the day of the act."""

    slug: str
    title: str
    network: str
    version: str
    digest: str
    at: date
    address: str = ""

    def work(self) -> str:
        return f"/akn/xx/doc/{self.at.year}/{self.slug}"

    def expression(self, language: str) -> str:
        tag = LANGUAGES.get(language.partition("-")[0], language)
        return f"{self.work()}/{tag}@{self.at:%Y-%m-%d};{self.version}"


def akn(name: str) -> str:
    return f"{{{AKN}}}{name}"


def own(name: str) -> str:
    return f"{{{OWN}}}{name}"
