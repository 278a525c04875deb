"""What the structure of a seminar begins with as a text: headings to fill, in the languages of the network."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.commands.revisions import mint
from tejido.engine.document import Document
from tejido.formats.markdown import read

LANGUAGES = ("es", "pt", "en", "fr")


def structure_documents(title: str, languages: Sequence[str], first: str) -> Mapping[str, Document]:
    """A document per language of the network in which this house has words, the negotiated one first."""
    wanted = [tag for tag in dict.fromkeys((first, *languages)) if tag in LANGUAGES] or ["es"]
    return {tag: _document(title, tag) for tag in wanted}


def _document(title: str, language: str) -> Document:
    with override(language):
        parts = (
            (_("Purpose"), _("What a participant can do afterwards that they could not do before.")),
            (_("Before the seminar"), _("Call, nomination, reading, what each member prepares.")),
            (_("The days"), _("What each day is for, and in which order.")),
            (_("The site of memory"), _("Why this place, how it is visited, who receives the group.")),
            (_("Languages and access"), _("Interpretation, materials, what participants may need.")),
            (_("Certificate"), _("What has to be attended for it.")),
            (_("After the seminar"), _("Evaluation, comments of the members, what the next one uses.")),
        )
    lines = [f"# {title}", *(f"## {heading}\n\n{words}" for heading, words in parts)]
    return read("\n\n".join(lines), language, mint)
