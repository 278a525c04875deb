"""Which text an act of the curriculum was about."""

from tejido.curriculum.models import Edition, EditionRelease, Revision, Text
from tejido.ledger.models import Line


def text_of(line: Line) -> Text | None:
    """None where the text is named by another line of the same act."""
    texts = Text.objects.select_related("body__member")
    if line.kind == "revision":
        return texts.filter(key__in=Revision.objects.filter(key=line.object).values("text")).first()
    if line.kind == "edition":
        return texts.filter(key__in=Edition.objects.filter(key=line.object).values("text")).first()
    if line.kind == "editionrelease":
        found = EditionRelease.objects.filter(key=line.object).values("edition__text")
        return texts.filter(key__in=found).first()
    return None
