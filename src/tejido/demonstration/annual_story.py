"""Two reports of the demonstration: one on the years 2012 to 2017 that is made of what true sources say of the network,
with its gaps; and one on this year, which is invented and says so, with pages that members have approved or not."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from tejido.annual import commands
from tejido.annual.commands.pages import words_digest
from tejido.annual.commands.preparing import chapter_digest
from tejido.annual.models import Chapter, Report
from tejido.annual.names import ChapterKind
from tejido.annual.queries import compose, composed_digest, own_page
from tejido.registry.names import Role

from .network.events import texts
from .script import Texts
from .stage import Stage, Step

FIRST, LAST = 2012, 2017
PAST = texts(
    "Informe de cinco años 2012–2017", "Relatório de cinco anos 2012–2017", "Five-year report 2012–2017",
    "Rapport quinquennal 2012–2017",
)  # fmt: skip  # one title
THIS_YEAR = texts(
    "Informe anual (demostración)", "Relatório anual (demonstração)", "Annual report (demonstration)",
    "Rapport annuel (démonstration)",
)  # fmt: skip  # one title
FROM_SOURCES = texts(
    "Este informe se compone de lo que dicen fuentes públicas, cada una con su nota. Sigue los capítulos del informe "
    "de 2012 a 2017, cuyo texto no se ha hallado; donde no hay fuente, lo dice.",
    "Este relatório compõe-se do que dizem fontes públicas, cada uma com sua nota. Segue os capítulos do relatório de "
    "2012 a 2017, cujo texto não foi encontrado; onde não há fonte, diz isso.",
    "This report is made of what public sources say, each with its note. It follows the chapters of the report of 2012 "
    "to 2017, whose text was not found; where there is no source, it says so.",
    "Ce rapport est composé de ce que disent des sources publiques, chacune avec sa note. Il suit les chapitres du "
    "rapport de 2012 à 2017, dont le texte n'a pas été trouvé ; là où il n'y a pas de source, il le dit.",
)  # fmt: skip  # one text
OF_THE_SECRETARIAT = texts(
    "Instituto Auschwitz. Hasta 2019 o 2020, Instituto Auschwitz para la Paz y la Reconciliación (AIPR). Fuente: "
    "páginas de auschwitzinstitute.org de 2019 y 2020.",
    "Instituto Auschwitz. Até 2019 ou 2020, Instituto Auschwitz para a Paz e a Reconciliação (AIPR). Fonte: páginas de "
    "auschwitzinstitute.org de 2019 e 2020.",
    "Auschwitz Institute. Until 2019 or 2020, Auschwitz Institute for Peace and Reconciliation (AIPR). Source: pages "
    "of auschwitzinstitute.org of 2019 and 2020.",
    "Institut Auschwitz. Jusqu'en 2019 ou 2020, Institut Auschwitz pour la paix et la réconciliation (AIPR). Source : "
    "pages d'auschwitzinstitute.org de 2019 et 2020.",
)
OF_TOOLS = texts(
    "El IPPDH del MERCOSUR abrió para la red un espacio virtual en el campus de su Escuela Internacional; la fuente da "
    "un 14 de abril y no da el año. Fuente: página sobre ese espacio en mercosur.int.",
    "O IPPDH do MERCOSUL abriu para a rede um espaço virtual no campus de sua Escola Internacional; a fonte informa um "
    "14 de abril e não informa o ano. Fonte: página sobre esse espaço em mercosur.int.",
    "MERCOSUR's IPPDH opened a virtual space for the network on the campus of its International School; the source "
    "gives a 14 April and no year. Source: page on that space at mercosur.int.",
    "L'IPPDH du MERCOSUR a ouvert pour le réseau un espace virtuel sur le campus de son École internationale ; la "
    "source donne un 14 avril et pas l'année. Source : page sur cet espace sur mercosur.int.",
)
OBJECTIVES = texts(
    "Demostración: los objetivos se escriben aquí. Inventado.",
    "Demonstração: os objetivos são escritos aqui. Inventado.",
    "Demonstration: the objectives are written here. Invented.",
    "Démonstration : les objectifs s'écrivent ici. Inventé.",
)
OF_PARAGUAY = texts(
    "Demostración: palabras inventadas, que ningún Estado ha dicho. El mecanismo se reunió y formó a su personal.",
    "Demonstração: palavras inventadas, que nenhum Estado disse. O mecanismo reuniu-se e formou seu pessoal.",
    "Demonstration: invented words that no State has said. The mechanism met and trained its staff.",
    "Démonstration : paroles inventées, qu'aucun État n'a dites. Le mécanisme s'est réuni et a formé son personnel.",
)
OF_CHILE = texts(
    "Demostración: palabras inventadas que aún esperan.", "Demonstração: palavras inventadas que ainda esperam.",
    "Demonstration: invented words that still wait.", "Démonstration : paroles inventées qui attendent encore.",
)  # fmt: skip  # one text


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    yield Step(stage.ago(45), partial(_past, stage))
    yield Step(stage.ago(5), partial(_issue_past, stage))
    yield Step(stage.ago(4), partial(_begin, stage))
    yield Step(stage.ago(3), partial(_approve, stage, "PY", OF_PARAGUAY))
    yield Step(stage.ago(2), partial(_clear, stage, "CL", OF_CHILE))


def _past(stage: Stage, at: datetime) -> None:
    """Nothing of a demonstration enters it: every line of it has a source."""
    row = commands.begin_report(actor=stage.secretariat, title=PAST, since=FIRST, until=LAST, audience="public", at=at)
    _introduce(stage, row, ChapterKind.COMPOSITION, FROM_SOURCES, at)
    _introduce(stage, row, ChapterKind.SECRETARIAT, OF_THE_SECRETARIAT, at)
    _introduce(stage, row, ChapterKind.TOOLS, OF_TOOLS, at)
    due = (at + timedelta(days=35)).date()
    commands.open_pages(actor=stage.secretariat, report=row, due=due, at=at)


def _introduce(stage: Stage, report: Report, kind: str, words: Texts, at: datetime) -> None:
    seen = chapter_digest(Chapter.objects.get(report=report, kind=kind))
    commands.write_chapter(
        actor=stage.secretariat, report=report, kind=kind, introduction=words, is_left_out=False, seen=seen, at=at
    )


def _issue_past(stage: Stage, at: datetime) -> None:
    """No State has approved a page, and the report says so."""
    row = Report.objects.get(until=LAST)
    seen = composed_digest(compose(row, at))
    commands.issue_report(actor=stage.secretariat, report=row, seen=seen, reason={}, at=at)


def _begin(stage: Stage, at: datetime) -> None:
    row = commands.begin_report(
        actor=stage.secretariat, title=THIS_YEAR, since=at.year, until=at.year, audience="network",
        is_demonstration=True, at=at,
    )  # fmt: skip  # one act, read as one
    _introduce(stage, row, ChapterKind.OBJECTIVES, OBJECTIVES, at)
    commands.open_pages(actor=stage.secretariat, report=row, due=(at + timedelta(days=24)).date(), at=at)


def _approve(stage: Stage, member: str, words: Texts, at: datetime) -> None:
    row, seen = _clear(stage, member, words, at)
    commands.approve_page(actor=stage.focal_point(member), report=row, seen=seen, at=at)


def _clear(stage: Stage, member: str, words: Texts, at: datetime) -> tuple[Report, str]:
    """Own words, and the clearance of the validating authority."""
    row, speaker = Report.objects.get(is_demonstration=True), stage.focal_point(member)
    commands.write_page(actor=speaker, report=row, words=words, seen=words_digest({}), at=at)
    line = compose(row, at).page_of(member)
    assert line is not None  # noqa: S101  # a member of record has a page
    seen = own_page(speaker, row, line).digest
    commands.clear_page(actor=stage.actor(member, Role.VALIDATING_AUTHORITY), report=row, seen=seen, at=at)
    return row, seen
