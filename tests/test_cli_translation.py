"""tejido translation: a language of a text leaves as XLIFF or TMX, and what differs comes back as drafts."""

from pathlib import Path

import pytest

from at_console import Typed
from cast import FIRST, NOW, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.translation.commands import save_translation
from tejido.translation.models import TranslationMark

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
OLD, NEW = "A prevenção começa", "A prevenção vem"


def written(typed: Typed, folder: Path, *more: str) -> Path:
    said = typed("translation", "export", "texto", "pt", "--to", folder, "--json", *more)
    assert said.code == 0
    return Path(said.data["file"])


def with_other_words(file: Path) -> Path:
    file.write_text(file.read_text("utf-8").replace(OLD, NEW), "utf-8")
    return file


@pytest.mark.parametrize("ending", ["xlf", "tmx"])
def test_what_differs_is_told_and_lands_only_where_one_says_so(
    typed: Typed, cast: Cast, text: Text, tmp_path: Path, ending
) -> None:
    file = with_other_words(written(typed, tmp_path / "deep", "--as", ending))
    assert file.name == f"texto.1.es-pt.{ending}"
    said = typed("translation", "import", "texto", "pt", file, "--json")
    assert (said.data["differ"], said.data["same"], said.data["applied"]) == (1, 9, False)
    assert "Would be kept as drafts: 1." in typed("translation", "import", "texto", "pt", file).out
    assert "Kept as drafts: 1." in typed("translation", "import", "texto", "pt", file, "--apply", "--machine").out
    assert TranslationMark.objects.get().state == "machine"
    assert document_of(latest_revision(text)).passage(FIRST).text("pt").startswith(NEW)
    assert typed("translation", "import", "texto", "pt", file, "--apply", "--json").data["applied"] is False


def test_other_words_that_came_in_since_are_told_and_stay(typed: Typed, cast: Cast, text: Text, tmp_path: Path) -> None:
    file = with_other_words(written(typed, tmp_path))
    save_translation(
        actor=cast.secretariat, text=text, language="pt", words={FIRST: "Outra."}, base=latest_revision(text), at=NOW
    )
    said = typed("translation", "import", "texto", "pt", file, "--apply", "--json")
    assert (said.data["clashes"], said.data["differ"]) == ([FIRST], 0)
    assert f"{FIRST}: other words came in since" in typed("translation", "import", "texto", "pt", file).err


def test_what_is_not_there_is_said(typed: Typed, cast: Cast, text: Text, tmp_path: Path) -> None:
    code = {
        ("export", "texto", "es", "--to", tmp_path): "unknown_language",
        ("export", "nada", "pt", "--to", tmp_path): "unknown_text",
        ("export", "texto", "pt", "--to", tmp_path, "--as", "exe"): "used_wrongly",
    }
    for arguments, wanted in code.items():
        assert typed("translation", *arguments, "--json").data["error"]["code"] == wanted
    file = written(typed, tmp_path)
    assert typed("translation", "import", "texto", "fr", file, "--json").data["error"]["code"] == "unknown_language"
    file.write_text(file.read_text("utf-8").replace('trgLang="pt"', 'trgLang="fr"'), "utf-8")
    assert typed("translation", "import", "texto", "pt", file, "--json").data["error"]["code"] == "other_language"
    file.write_text("<a/>", "utf-8")
    assert typed("translation", "import", "texto", "pt", file, "--json").data["error"]["code"] == "not_bitext"
