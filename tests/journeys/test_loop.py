"""The main job end to end: a text is brought in, consulted on, answered, adopted and verified, by keyboard only."""

from datetime import datetime, timedelta
from pathlib import Path

from node import Node, tejido

ES = """# Guía breve (demostración)

La prevención empieza antes de la violencia.

## Formación

La formación es obligatoria para el personal policial.

- La memoria del lugar.
- El análisis de los factores de riesgo.
"""
PT = """# Guia breve (demonstração)

A prevenção começa antes da violência.

## Formação

A formação é obrigatória para o pessoal policial.

- A memória do lugar.
- A análise dos fatores de risco.
"""
REMARK = "Conviene incluir también al personal penitenciario."
WORDING = "La formación es obligatoria para el personal policial y penitenciario."
ANSWER = "Se acepta: el sistema penitenciario tiene el mismo deber de prevención."


def test_a_text_goes_from_draft_to_verified_edition_with_four_seats_and_no_mouse(
    sit, node: Node, tmp_path: Path
) -> None:
    slug = bring_in(sit, tmp_path)
    opened = open_round(sit, slug)
    remark(sit, opened)
    consolidate(sit, opened)
    clear(sit, opened)
    release(sit, opened)
    dispose(sit, opened, slug)
    say_satisfied(sit, opened)
    procedure = propose(sit, slug)
    fill_the_vacant_seat(sit)
    declare_adopted(sit, procedure)
    verify(sit, node, slug, tmp_path)


def bring_in(sit, folder: Path) -> str:
    secretariat = sit("network/secretariat/SEC")
    for name, words in {"es.md": ES, "pt.md": PT}.items():
        (folder / name).write_text(words, encoding="utf-8")
    secretariat.press("Texts")
    secretariat.press("Bring in a text")
    secretariat.write("Title", "Guía breve")
    secretariat.bring("Files", folder / "es.md", folder / "pt.md")
    secretariat.press("Bring in")
    secretariat.sees("La prevención empieza antes de la violencia.", "Revision 1")
    secretariat.press("português")
    secretariat.sees("A prevenção começa antes da violência.")
    assert secretariat.errors == []
    return "guia-breve"


def open_round(sit, slug: str) -> str:
    secretariat = sit("network/secretariat/SEC")
    secretariat.open(f"/texts/{slug}/")
    secretariat.press("Rounds and adoption")
    secretariat.press("Open a round")
    later = datetime.now().astimezone() + timedelta(days=20)
    secretariat.page.locator("[name=deadline_0]").fill(f"{later:%Y-%m-%d}")  # a date field opens its own dialogue
    secretariat.page.locator("[name=deadline_1]").fill("18:00")
    secretariat.press("Open the round")
    secretariat.sees("0 of 16 positions are released")
    return secretariat.page.url.split("/rounds/")[1].split("/")[0]


def remark(sit, opened: str) -> None:
    """Justice of Paraguay remarks on a passage: with j to the passage, r to the form."""
    justice = sit("PY/representative/JUS")
    justice.open(f"/rounds/{opened}/reading/")
    for _ in range(4):
        justice.page.keyboard.press("j")
    justice.page.keyboard.press("r")
    justice.page.locator("textarea:focus").wait_for()
    justice.page.keyboard.insert_text(REMARK)
    justice.write("Wording you suggest", WORDING)
    justice.press("Keep our remark")
    justice.sees(REMARK, "Only the seats of your member see it")


def consolidate(sit, opened: str) -> None:
    focal_point = sit("PY/focal_point/MRE")
    focal_point.open(f"/rounds/{opened}/position/")
    focal_point.sees(REMARK, "no answer yet")
    focal_point.press("Copy into our position")
    focal_point.sees("penitenciario", "It waits for the validating authority")


def clear(sit, opened: str) -> None:
    authority = sit("PY/validating_authority/MRE")
    authority.press("A position waits for your clearance")
    while opened not in authority.page.url:  # the demonstration has another position that waits
        authority.open(f"/rounds/{opened}/position/")
    authority.press("Clear the position")
    authority.sees("Cleared as it stands")


def release(sit, opened: str) -> None:
    other = sit("BR/focal_point/MRE")
    other.open(f"/rounds/{opened}/comments/")
    other.sees_not("penitenciario")
    focal_point = sit("PY/focal_point/MRE")
    focal_point.open(f"/rounds/{opened}/position/")
    focal_point.press("Release the position")
    focal_point.open(f"/rounds/{opened}/")
    focal_point.sees("1 of 16 positions are released")
    other.open(f"/rounds/{opened}/comments/")
    other.sees("PY-1", "penitenciario")


def dispose(sit, opened: str, slug: str) -> None:
    """The secretariat writes the change, then answers the comment with the revision that carries it."""
    secretariat = sit("network/secretariat/SEC")
    secretariat.open(f"/texts/{slug}/")
    secretariat.press("Edit", nth=2)
    area = secretariat.page.locator("textarea[data-editor]")
    written = area.input_value().replace("personal policial.", "personal policial y penitenciario.")
    secretariat.write("Text of the section", written)
    secretariat.write("Why", "Comentario PY-1")
    secretariat.press("Save as a revision")
    secretariat.sees("policial y penitenciario.", "Revision 2")
    secretariat.open(f"/rounds/{opened}/comments/")
    secretariat.sees("1 comment has no answer yet")
    secretariat.press("2 ¶ 1" if "2 ¶ 1" in secretariat.words else "1 ¶ 1")
    secretariat.page.locator("input[name=comments]").focus()  # nothing is ticked beforehand
    secretariat.page.keyboard.press("Space")
    secretariat.pick("Outcome", "Accepted")
    secretariat.write("Reason", ANSWER)
    secretariat.pick("Revision that carries the change", "2")
    secretariat.press("Give this answer")
    secretariat.open(f"/rounds/{opened}/comments/")
    secretariat.sees("Every comment is answered.")


def say_satisfied(sit, opened: str) -> None:
    focal_point = sit("PY/focal_point/MRE")
    focal_point.open(f"/rounds/{opened}/comments/")
    focal_point.press("PY-1")
    focal_point.sees(ANSWER)
    focal_point.unfold("Answer the disposition")
    focal_point.to("Satisfied")
    focal_point.page.keyboard.press("Space")
    focal_point.press("Give our answer")
    focal_point.sees("PY is satisfied.")


def propose(sit, slug: str) -> str:
    secretariat = sit("network/secretariat/SEC")
    secretariat.open(f"/texts/{slug}/course/")
    secretariat.press("Propose for adoption")
    secretariat.to("Silence procedure")
    secretariat.page.keyboard.press("ArrowDown")
    secretariat.press("Propose")
    secretariat.sees("Agreement is missing from")
    return secretariat.page.url.split("/procedures/")[1].split("/")[0]


def fill_the_vacant_seat(sit) -> None:
    """Nobody acts for the Dominican Republic in the demonstration, and an empty seat never consents."""
    secretariat = sit("network/secretariat/SEC")
    secretariat.open("/members/DO/")
    secretariat.press("Name the holder")
    secretariat.write("E-mail address", "punto.focal.do@example.org")
    secretariat.write("Name", "Titular de prueba")
    secretariat.press("Name the holder")
    secretariat.sees("Named. The invitation goes to the address you gave.")


def declare_adopted(sit, procedure: str) -> None:
    chair = sit("network/chair/PRE")
    chair.open(f"/procedures/{procedure}/")
    for box in chair.page.locator("input[name=present]").all():
        box.focus()
        chair.page.keyboard.press("Space")
    chair.press("Declare adopted")
    chair.sees("Adopted on", "as edition 1")


def verify(sit, node: Node, slug: str, folder: Path) -> None:
    """Anybody downloads the two files and checks them without the server; one changed byte is found and named."""
    public = sit()
    public.open(f"/texts/{slug}/editions/1/")
    public.sees("policial y penitenciario.", "Digest")
    record, text = folder / "record.json", folder / "text.json"
    record.write_bytes(public.page.request.get(f"{node.origin}/texts/{slug}/editions/1/record.json").body())
    text.write_bytes(public.page.request.get(f"{node.origin}/texts/{slug}/editions/1/text.json").body())
    assert tejido("verify", str(record), str(text), data=folder).returncode == 0
    text.write_bytes(text.read_bytes().replace(b"antes de la", b"antes de lo", 1))
    said = tejido("verify", str(record), str(text), data=folder)
    assert said.returncode == 1
    assert "changed" in said.stdout.lower()
