"""Every page in one of four ways in turn: every language, light and dark, two widths. With TEJIDO_EVERY_WAY, in all.

Axe finds nothing, the console says nothing, and nothing is wider than the screen.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Hands
from node import Node

from tejido.formats.word.answers.tests.editor import Edited

SECRETARIAT, FOCAL_POINT, AUTHORITY, CHAIR = (
    "network/secretariat/SEC",
    "PY/focal_point/MRE",
    "PY/validating_authority/MRE",
    "network/chair/PRE",
)
JUSTICE, BRAZIL, MEXICO = "PY/representative/JUS", "BR/focal_point/MRE", "MX/focal_point/MRE"
TRANSLATOR = "network/translator/TRA"
VERSIONS = "/texts/principios-versiones-demostracion"
REGISTRAR = "PY/registrar/EDU"
OMBUDSMAN, EDUCATION = "PY/representative/DPO", "PY/representative/EDU"
POLICE = "PY/representative/POL"
AUTHORITY_UY = "UY/validating_authority/MRE"
TEXT = "curriculo-demostracion"
ROUND = (
    "SELECT r.key FROM deliberation_round r JOIN curriculum_text t ON t.key = r.text_id"
    " WHERE t.slug = ? AND r.number = 2"
)
PROCEDURE = (
    "SELECT p.key FROM deliberation_procedure p JOIN curriculum_text t ON t.key = p.text_id WHERE t.slug = ?"
    " ORDER BY p.opened_at DESC"
)
COMMENTED = (
    "SELECT passage FROM deliberation_comment WHERE round_id = ? AND passage <> ''"
    " GROUP BY passage ORDER BY count(*) DESC"
)
REVISION = (
    "SELECT v.number FROM deliberation_round r JOIN curriculum_revision v ON v.key = r.revision_id WHERE r.key = ?"
)
LABEL = (
    "SELECT p.code || '-' || c.number FROM deliberation_comment c JOIN registry_party p ON p.key = c.party_id"
    " WHERE c.round_id = ? AND c.withdrawn_at IS NULL"
)
MEETING = (
    "SELECT m.key FROM meetings_meeting m JOIN registry_body b ON b.key = m.body_id WHERE b.kind = ? AND m.state = ?"
)
TOLD = "SELECT meeting_id FROM meetings_release WHERE audience = ? ORDER BY part DESC"
ITEM = "SELECT i.key FROM meetings_item i JOIN meetings_meeting m ON m.key = i.meeting_id WHERE m.state = ?"
ASSESSMENT = (
    "SELECT a.key FROM mechanisms_assessment a JOIN registry_member m ON m.key = a.member_id WHERE m.code = 'PY'"
    " ORDER BY a.day DESC"
)
VERSION = (
    "SELECT d.key FROM adaptation_derivation d JOIN curriculum_text t ON t.key = d.text_id"
    " JOIN registry_body b ON b.key = t.body_id LEFT JOIN registry_institution i ON i.key = b.institution_id"
    " WHERE b.kind = ? AND coalesce(i.code, '') = ?"
)
ADAPTED = "SELECT json_extract(survey, '$.told[0][2]') FROM adaptation_release WHERE audience = 'public'"
HEADING = (
    "SELECT json_extract(p.data, '$.id') FROM curriculum_revision r JOIN curriculum_text t ON t.key = r.text_id"
    " JOIN json_each(r.manifest) m JOIN curriculum_passagecontent p ON p.digest = m.value"
    " WHERE t.slug = ? AND json_extract(p.data, '$.level') = 2"
)
NOMINEE = (
    "SELECT n.key FROM nominations_nominee n JOIN registry_member m ON m.key = n.member_id"
    " WHERE m.code = 'PY' AND n.name = 'Participante de demostración 45'"
)
INITIATIVE = "SELECT key FROM programmes_initiative WHERE code = 'PY-01'"
# The long text and its round: hundreds of passages, which axe needs minutes for. With TEJIDO_EVERY_WAY they are looked
# at, in one way; the pages of short texts are the same.
LONG = f"/texts/{TEXT}/", "/rounds/{round}/reading/", "/rounds/{round}/comments/"
# Who looks at what. {round}, {passage} ... are found in the demonstration network.
PAGES = [
    ("", "/"),
    ("", "/es/members/"),
    ("", "/fr/members/BO/"),
    ("", "/pt/texts/"),
    ("", f"/es/texts/{TEXT}/"),
    ("", "/en/meetings/"),
    ("", "/es/meetings/{told}/"),
    ("", "/trying/"),
    ("", "/members/"),
    ("", "/members/BO/"),
    ("", "/past/"),
    ("", "/proof/"),
    ("", "/texts/"),
    ("", f"/texts/{TEXT}/editions/1/"),
    ("", "/accounts/login/"),
    ("", "/accounts/password/reset/"),
    ("", "/links/unknown/"),
    ("", "/nothing/here/"),
    ("", "/search/?q=prevencion"),
    (FOCAL_POINT, "/search/?q=memoria"),
    (FOCAL_POINT, "/search/?q=zzzz"),
    (FOCAL_POINT, "/"),
    (FOCAL_POINT, "/trying/"),
    (FOCAL_POINT, "/memory/"),
    (FOCAL_POINT, "/brief/"),
    (FOCAL_POINT, "/handover/"),
    (FOCAL_POINT, "/seats/{filled}/succession/"),
    (AUTHORITY_UY, "/replacements/{replacement}/"),
    (FOCAL_POINT, "/proof/"),
    (FOCAL_POINT, "/members/PY/"),
    ("", "/mechanisms/"),
    ("", "/mechanisms/PY/"),
    (FOCAL_POINT, "/mechanisms/PY/"),
    (FOCAL_POINT, "/mechanisms/PY/?on=2012-06-01"),
    ("", "/initiatives/"),
    (FOCAL_POINT, "/initiatives/{initiative}/"),
    (FOCAL_POINT, "/initiatives/{initiative}/steps/links/"),
    (FOCAL_POINT, "/initiatives/{initiative}/releases/"),
    (FOCAL_POINT, "/mechanisms/PY/parties/"),
    (FOCAL_POINT, "/mechanisms/PY/assessments/"),
    (FOCAL_POINT, "/mechanisms/PY/plan/"),
    (FOCAL_POINT, "/mechanisms/PY/entries/seat/"),
    (FOCAL_POINT, "/mechanisms/PY/instruments/"),
    (FOCAL_POINT, "/assessments/{assessment}/"),
    (FOCAL_POINT, "/assessments/{assessment}/budget/"),
    (FOCAL_POINT, "/texts/plan-de-trabajo-mecanismo-demostracion/editions/1/"),
    (BRAZIL, "/texts/plan-de-trabajo-mecanismo-demostracion/editions/1/"),
    (BRAZIL, "/assessments/{assessment}/"),
    (BRAZIL, "/mechanisms/BR/convening/"),
    (BRAZIL, "/mechanisms/comparison/?with=PY&with=CR&with=AR"),
    (SECRETARIAT, "/mechanisms/path/"),
    (SECRETARIAT, "/mechanisms/CR/entries/stage/"),
    ("", "/versions/"),
    (FOCAL_POINT, "/versions/"),
    (FOCAL_POINT, "/versions/{derived}/"),
    (FOCAL_POINT, "/versions/{derived}/sections/{adapted}/"),
    (EDUCATION, "/versions/{school}/uptakes/"),
    (EDUCATION, "/learning-records/"),
    (FOCAL_POINT, "/learning-records/"),
    (BRAZIL, "/versions/new/"),
    (BRAZIL, "/versions/files/"),
    ("", "/schools/"),
    (FOCAL_POINT, "/schools/obligations/"),
    (FOCAL_POINT, "/schools/populations/"),
    (EDUCATION, "/lineage/"),
    ("", "/figures/"),
    (BRAZIL, "/figures/PY/"),
    (FOCAL_POINT, "/figures/received/"),
    (FOCAL_POINT, "/figures/releases/{counts}/"),
    (POLICE, "/figures/school/"),
    (FOCAL_POINT, "/indicators/"),
    (FOCAL_POINT, "/indicators/{indicator}/"),
    (SECRETARIAT, "/indicators/{question}/together/"),
    (FOCAL_POINT, "/reviews/{review}/"),
    ("UY/focal_point/MRE", "/reviews/{review}/"),
    ("", "/es/promotion/"),
    ("", "/fr/procedure/"),
    ("", "/pt/accessibility/"),
    (SECRETARIAT, "/promotion/"),
    (FOCAL_POINT, "/promotion/entries/{said}/"),
    (BRAZIL, "/regional/"),
    (FOCAL_POINT, "/regional/{regional}/"),
    (FOCAL_POINT, "/regional/{regional}/part/"),
    ("", "/courses/"),
    (REGISTRAR, "/records/"),
    (FOCAL_POINT, "/records/"),
    (REGISTRAR, "/records/cohorts/new/"),
    (REGISTRAR, "/records/cohorts/{listed}/"),
    (REGISTRAR, "/records/cohorts/{listed}/lists/new/"),
    (REGISTRAR, "/records/lists/{sheet}/"),
    (EDUCATION, "/records/lists/{signed}/"),
    (REGISTRAR, "/records/imports/"),
    (REGISTRAR, "/records/imports/{file}/"),
    (REGISTRAR, "/records/imports/{file}/?columns=1"),
    (REGISTRAR, "/records/expiring/"),
    (REGISTRAR, "/records/person/"),
    (EDUCATION, "/course-certificates/"),
    (EDUCATION, "/course-certificates/cohorts/{certified}/"),
    (EDUCATION, "/course-certificates/cohorts/{certified}/wording/"),
    (EDUCATION, "/course-certificates/issues/{certifying}/"),
    (EDUCATION, "/course-certificates/{certifier}/numbers/1/"),
    (EDUCATION, "/course-certificates/{certifier}/numbers/12/"),
    (EDUCATION, "/course-certificates/{certifier}/persons/"),
    (EDUCATION, "/course-certificates/{certifier}/persons/{trained}/"),
    (FOCAL_POINT, "/course-certificates/"),
    ("", "/my-training/nobody/"),
    (FOCAL_POINT, "/courses/{course}/"),
    (FOCAL_POINT, "/courses/{course}/sessions/{lesson}/"),
    (AUTHORITY, "/courses/{course}/coverage/"),
    ("", "/packages/"),
    (FOCAL_POINT, "/courses/{course}/packages/"),
    (BRAZIL, f"/texts/{TEXT}/editions/1/packages/?since={'f' * 64}"),
    (BRAZIL, "/statements/{stated}/"),
    (SECRETARIAT, f"/texts/{TEXT}/editions/1/minimums/"),
    (BRAZIL, f"/texts/{TEXT}/editions/1/objectives/"),
    (BRAZIL, f"/texts/{TEXT}/versions/?departing=on"),
    ("", f"/texts/{TEXT}/versions/?words=ind"),
    (BRAZIL, f"/texts/{TEXT}/versions/{{adapted}}/"),
    (SECRETARIAT, f"/texts/{TEXT}/editions/1/core/"),
    (FOCAL_POINT, "/preferences/"),
    (FOCAL_POINT, "/tokens/"),
    (FOCAL_POINT, "/keys/"),
    (FOCAL_POINT, "/exchange/"),
    (SECRETARIAT, "/exchange/"),
    (FOCAL_POINT, "/exchange/nodes/"),
    (SECRETARIAT, "/exchange/bundles/"),
    (SECRETARIAT, "/exchange/bundles/new/"),
    (FOCAL_POINT, "/correspondence/"),
    (SECRETARIAT, "/correspondence/drafts/"),
    (FOCAL_POINT, "/structure/"),
    (SECRETARIAT, "/persons/"),
    (SECRETARIAT, "/restoration/"),
    (FOCAL_POINT, "/accounts/2fa/"),
    (FOCAL_POINT, "/texts/"),
    (SECRETARIAT, f"/texts/{TEXT}/"),
    (FOCAL_POINT, f"/texts/{TEXT}/history/"),
    (FOCAL_POINT, f"/texts/{TEXT}/changes/?from=6&to=7"),
    (FOCAL_POINT, f"/texts/{TEXT}/languages/"),
    (FOCAL_POINT, f"/texts/{TEXT}/course/"),
    (SECRETARIAT, "/seminars/{attended}/attendance/"),
    (BRAZIL, "/seminars/{attended}/attendance/sessions/{attended_session}/"),
    (SECRETARIAT, "/seminars/{attended}/certificates/"),
    (SECRETARIAT, "/seminars/{attended}/certificates/wording/"),
    (BRAZIL, "/seminars/{attended}/attendance/sessions/{attended_session}/screen/"),
    ("", "/certificates/"),
    ("", "/certificates/{code}/"),
    (FOCAL_POINT, "/texts/politica-nacional-demostracion/"),
    (FOCAL_POINT, "/rounds/{own}/"),
    (FOCAL_POINT, "/rounds/{own}/comments/"),
    (OMBUDSMAN, "/rounds/{own}/reading/"),
    (OMBUDSMAN, "/rounds/{own}/position/"),
    (FOCAL_POINT, "/reporting/"),
    (FOCAL_POINT, "/reporting/recommendations/{recommended}/"),
    (FOCAL_POINT, "/reporting/selections/{reported}/"),
    (FOCAL_POINT, "/rounds/{round}/"),
    (FOCAL_POINT, "/calendar/"),
    (OMBUDSMAN, "/rounds/{own}/brief/"),
    (FOCAL_POINT, "/rounds/{round}/reading/"),
    (FOCAL_POINT, "/rounds/{round}/word/"),
    (FOCAL_POINT, "/rounds/{round}/position/"),
    (FOCAL_POINT, "/rounds/{round}/comments/"),
    (AUTHORITY, "/rounds/{round}/position/"),
    (JUSTICE, "/"),
    (BRAZIL, "/rounds/{round}/position/"),
    (BRAZIL, "/rounds/{round}/comments/{passage}/"),
    (MEXICO, "/procedures/{silence}/"),
    (CHAIR, "/procedures/{meeting}/"),
    (SECRETARIAT, "/"),
    (SECRETARIAT, "/texts/new/"),
    (SECRETARIAT, "/texts/reglas-de-trabajo-demostracion/sections/{heading}/"),
    (SECRETARIAT, "/texts/reglas-de-trabajo-demostracion/"),
    (SECRETARIAT, "/members/"),
    (SECRETARIAT, "/members/new/"),
    ("", "/members/BO/?on=2017-01-01"),
    ("", "/institutions/"),
    ("", "/sectors/"),
    (FOCAL_POINT, "/institutions/?on=2016-06-01&member=PY"),
    (FOCAL_POINT, "/institutions/{renamed}/"),
    (FOCAL_POINT, "/seats/{own_seat}/"),
    (FOCAL_POINT, "/register/"),
    (FOCAL_POINT, "/register/institution/{renamed}/corrections/"),
    (SECRETARIAT, "/network/?on=2015-06-01"),
    (SECRETARIAT, "/past/"),
    (SECRETARIAT, "/past/new/"),
    (SECRETARIAT, "/past/{event}/corrections/"),
    (SECRETARIAT, "/members/DO/"),
    (SECRETARIAT, "/network/"),
    (SECRETARIAT, "/seats/{vacant}/appointments/"),
    (SECRETARIAT, f"/texts/{TEXT}/rounds/"),
    (SECRETARIAT, f"/texts/{TEXT}/procedures/"),
    (SECRETARIAT, "/rounds/{round}/"),
    (SECRETARIAT, "/rounds/{round}/comments/{passage}/"),
    (SECRETARIAT, "/comments/{comment}/"),
    (SECRETARIAT, "/procedures/{silence}/"),
    ("", "/meetings/"),
    ("", "/meetings/{held}/"),
    (FOCAL_POINT, "/meetings/"),
    (FOCAL_POINT, "/bodies/{body}/meetings/"),
    (FOCAL_POINT, "/bodies/{body}/commitments/"),
    (FOCAL_POINT, "/meetings/{held}/minutes/"),
    (FOCAL_POINT, "/meetings/{convened}/"),
    (FOCAL_POINT, "/meetings/{inside}/attendance/"),
    (FOCAL_POINT, "/meetings/{inside}/minutes/general/"),
    (FOCAL_POINT, "/commitments/{promise}/"),
    (SECRETARIAT, "/committees/"),
    (SECRETARIAT, "/bodies/{body}/meetings/new/"),
    (SECRETARIAT, "/meetings/{convened}/agenda/"),
    (SECRETARIAT, "/meetings/{convened}/postponements/"),
    (SECRETARIAT, "/meetings/{held}/attendance/"),
    (SECRETARIAT, "/items/{item}/"),
    (SECRETARIAT, "/bodies/{body}/meetings/arrivals/"),
    (SECRETARIAT, f"{VERSIONS}/translation/"),
    (SECRETARIAT, f"{VERSIONS}/translation/en/"),
    (TRANSLATOR, f"{VERSIONS}/translation/fr/"),
    (TRANSLATOR, f"{VERSIONS}/translation/ar/passages/{{version}}/"),
    (SECRETARIAT, f"{VERSIONS}/translation/pt/passages/{{version}}/"),
    (TRANSLATOR, f"{VERSIONS}/?language=ar"),
    (TRANSLATOR, "/glossary/"),
    (TRANSLATOR, "/glossary/new/"),
    (TRANSLATOR, "/glossary/{concept}/"),
]
PAGES += [
    (FOCAL_POINT, "/seminars/{first}/lessons/"),
    (SECRETARIAT, "/seminars/{first}/lessons/"),
    (FOCAL_POINT, "/seminars/{first}/trace/"),
    (SECRETARIAT, "/seminars/{first}/lessons/matters/1/"),
    (SECRETARIAT, "/seminars/{first}/lessons/sections/"),
    ("", "/seminars/{first}/changes/"),
    (SECRETARIAT, "/seminars/{first}/changes/preview/"),
    (BRAZIL, f"/texts/{TEXT}/origins/"),
    (BRAZIL, "/texts/{structure}/origins/{day}/"),
    (BRAZIL, "/cycles/{cycle}/lessons/"),
    ("", "/seminars/"),
    ("", "/seminars/{ahead}/"),
    ("", "/seminars/{of_2013}/"),
    (FOCAL_POINT, "/seminars/{ahead}/"),
    (FOCAL_POINT, "/seminars/{ahead}/budget/"),
    (SECRETARIAT, "/seminars/{ahead}/"),
    (SECRETARIAT, "/seminars/{ahead}/details/"),
    (SECRETARIAT, "/seminars/{ahead}/checklist/"),
    (SECRETARIAT, "/seminars/{ahead}/copies/"),
    (SECRETARIAT, "/seminars/checklist/"),
    (SECRETARIAT, "/cycles/{cycle}/"),
    (SECRETARIAT, "/seminars/{ahead}/programme/"),
    (SECRETARIAT, "/seminars/{ahead}/programme/sessions/new/"),
    (SECRETARIAT, "/seminars/{ahead}/programme/lists/"),
    (SECRETARIAT, "/seminars/{ahead}/programme/announcements/"),
    (SECRETARIAT, "/seminars/{ahead}/programme/beginnings/"),
    (FOCAL_POINT, "/seminars/{ahead}/programme/coverage/"),
    (FOCAL_POINT, "/seminars/{ahead}/programme/phone/"),
    (SECRETARIAT, "/seminars/{ahead}/evaluation/"),
    (SECRETARIAT, "/questionnaires/"),
    (SECRETARIAT, "/questionnaires/{asking}/"),
    (SECRETARIAT, "/questionnaires/{asking}/preview/?language=pt"),
    (SECRETARIAT, "/questionnaires/{urn}/"),
    (SECRETARIAT, "/questionnaires/{urn}/papers/"),
    (BRAZIL, "/questionnaires/{answered}/results/"),
    (SECRETARIAT, "/topics/"),
]
PAGES += [
    ("", "/invitations/"),
    ("", "/invitations/unknown/"),
    (FOCAL_POINT, "/calls/"),
    (FOCAL_POINT, "/seminars/{ahead}/call/"),
    (FOCAL_POINT, "/seminars/{ahead}/nominations/"),
    (FOCAL_POINT, "/seminars/{ahead}/nominations/new/"),
    (FOCAL_POINT, "/nominees/{nominee}/"),
    (FOCAL_POINT, "/seminars/{behind}/participants/"),
    (FOCAL_POINT, "/alumni/"),
    (FOCAL_POINT, "/alumni/letters/"),
    (SECRETARIAT, "/seminars/{behind}/call/"),
    (SECRETARIAT, "/seminars/{behind}/call/words/"),
    (SECRETARIAT, "/seminars/{behind}/places/"),
]
PAGES += [
    (BRAZIL, "/risk/"),
    (FOCAL_POINT, "/risk/"),
    (FOCAL_POINT, "/risk/{analysis}/openings/"),
    (BRAZIL, "/risk/summaries/{summary}/"),
]
PAGES += [
    (FOCAL_POINT, "/lti/"),
    (EDUCATION, "/lti/"),
    (EDUCATION, "/lti/systems/{system}/"),
    ("", "/lti/tool/nothing/"),
]
PAGES += [
    (FOCAL_POINT, "/cooperation/"),
    (FOCAL_POINT, "/cooperation/projects/{project}/"),
    (BRAZIL, "/cooperation/postings/new/offer/"),
    (FOCAL_POINT, "/discussions/"),
    (SECRETARIAT, "/discussions/{thread}/"),
    (BRAZIL, f"/discussions/beside/text/{TEXT}/"),
]
PAGES += [
    ("", "/practices/"),
    (BRAZIL, "/practices/{practice}/"),
    (FOCAL_POINT, "/practices/{practice}/draft/"),
    (BRAZIL, "/modules/{module}/"),
    (FOCAL_POINT, "/modules/steps/{step}/"),
]
PAGES += [
    ("", "/es/reports/{issued}/"),
    (FOCAL_POINT, "/reports/{prepared}/pages/PY/"),
    (SECRETARIAT, "/reports/{prepared}/"),
]
REFUSED = {
    "/lti/tool/nothing/": "403",
    "/nothing/here/": "404",
    "/links/unknown/": "409",
    "/invitations/unknown/": "404",
}
WAYS = [("es", 1440, "light"), ("pt", 390, "dark"), ("en", 1440, "dark"), ("fr", 390, "light")]


@pytest.fixture(scope="session")
def places(node: Node) -> dict[str, str]:
    round_ = node.one(ROUND, TEXT)
    return {
        "round": round_,
        "project": node.one("SELECT key FROM cooperation_project ORDER BY at"),
        "practice": node.one("SELECT practice_id FROM practices_version ORDER BY at"),
        "module": node.one("SELECT key FROM modules_module ORDER BY at"),
        "step": node.one("SELECT key FROM modules_step WHERE place = 1"),
        "thread": node.one("SELECT key FROM discussions_thread WHERE member_id IS NULL"),
        "issued": node.one("SELECT report_id FROM annual_issue WHERE audience = 'public'"),
        "prepared": node.one("SELECT key FROM annual_report WHERE issues = 0"),
        "analysis": node.one("SELECT key FROM risk_analysis"),
        "system": node.one("SELECT key FROM lti_platform"),
        "summary": node.one("SELECT key FROM risk_summary"),
        "attended": node.one("SELECT seminar_id FROM presence_certificate"),
        "attended_session": node.one(
            "SELECT s.number FROM timetable_session s JOIN presence_mark m ON m.session_id = s.key ORDER BY s.number"
        ),
        "code": node.one("SELECT code FROM presence_certificate WHERE revoked_at IS NULL ORDER BY number"),
        "assessment": node.one(ASSESSMENT),
        "counts": node.one("SELECT key FROM figures_release ORDER BY at"),
        "indicator": node.one("SELECT key FROM indicators_indicator WHERE kind = 'number' ORDER BY at"),
        "question": node.one("SELECT key FROM indicators_indicator WHERE member_id IS NULL"),
        "said": node.one("SELECT key FROM promotion_forumentry WHERE audience = 'network' AND member_id IS NOT NULL"),
        "regional": node.one("SELECT key FROM regional_regionalinitiative"),
        "review": node.one("SELECT key FROM reviews_review WHERE closed_at IS NULL"),
        "listed": node.one("SELECT key FROM records_cohort WHERE code = 'DOC-A-03'"),
        "sheet": node.one("SELECT key FROM records_paperlist WHERE batch_id IS NULL"),
        "signed": node.one("SELECT key FROM records_paperlist WHERE batch_id IS NOT NULL"),
        "file": node.one("SELECT key FROM records_batch WHERE state = 'checked'"),
        "certified": node.one("SELECT cohort_id FROM certificates_issue"),
        "certifying": node.one("SELECT key FROM certificates_issue"),
        "certifier": node.one("SELECT space_id FROM certificates_issue"),
        "trained": node.one(
            "SELECT lower(hex(c.person)) FROM records_completion c"
            " JOIN certificates_certificate d ON d.completion = c.id WHERE d.number = 1"
        ),
        "course": node.one("SELECT key FROM training_course ORDER BY at"),
        "lesson": node.one("SELECT key FROM training_coursesession WHERE place = 5"),
        "stated": node.one("SELECT key FROM training_statement ORDER BY at"),
        "own": node.one(ROUND.replace("r.number = 2", "r.number = 1"), "politica-nacional-demostracion"),
        "passage": node.one(COMMENTED, round_),
        "revision": node.one(REVISION, round_),
        "label": node.one(LABEL, round_),
        "comment": node.one("SELECT key FROM deliberation_comment WHERE round_id = ?", round_),
        "silence": node.one(PROCEDURE, "reglas-de-trabajo-demostracion"),
        "meeting": node.one(PROCEDURE, "orden-del-dia-demostracion"),
        "told": node.one(TOLD, "public"),
        "held": node.one(MEETING, "network", "closed"),
        "convened": node.one(MEETING, "network", "convened"),
        "inside": node.one(MEETING, "mechanism", "closed"),
        "first": node.one("SELECT seminar_id FROM lessons_case"),
        "structure": node.one(
            "SELECT t.slug FROM curriculum_text t JOIN seminars_cycle c ON c.structure_id = t.key"
            " WHERE c.is_demonstration = 1"
        ),
        "day": node.one("SELECT json_extract(passages, '$[0]') FROM lessons_matter WHERE number = 1"),
        "ahead": node.one("SELECT key FROM seminars_seminar WHERE is_demonstration = 1 AND part = 2"),
        "behind": node.one("SELECT key FROM seminars_seminar WHERE is_demonstration = 1 AND part = 1"),
        "nominee": node.one(NOMINEE),
        "initiative": node.one(INITIATIVE),
        "of_2013": node.one("SELECT key FROM seminars_seminar WHERE since = '2013-06'"),
        "asking": node.one(
            "SELECT q.key FROM evaluation_questionnaire q JOIN seminars_seminar s ON s.key = q.seminar_id"
            " WHERE s.is_demonstration = 1 AND q.opened_at IS NULL"
        ),
        "urn": node.one("SELECT questionnaire_id FROM evaluation_urn"),
        "answered": node.one(
            "SELECT key FROM evaluation_questionnaire WHERE occasion = ? AND released_at IS NOT NULL", "after"
        ),
        "cycle": node.one("SELECT key FROM seminars_cycle WHERE is_demonstration = 1"),
        "body": node.one("SELECT key FROM registry_body WHERE kind = ?", "network"),
        "item": node.one(ITEM, "convened"),
        "promise": node.one("SELECT c.key FROM meetings_commitment c WHERE c.standing = ?", "open"),
        "event": node.one("SELECT key FROM registry_event WHERE number = ?", "XII"),
        "renamed": node.one("SELECT key FROM registry_institution WHERE code = ?", "CDM"),
        "recommended": node.one("SELECT key FROM reporting_recommendation WHERE paragraph = ?", "7.1"),
        "reported": node.one("SELECT key FROM reporting_selection"),
        "own_seat": node.seat(FOCAL_POINT),
        "vacant": node.seat("DO/alternate/MRE"),
        "filled": node.seat("PY/alternate/MRE"),
        "replacement": node.one("SELECT key FROM handover_replacement WHERE settled_at IS NULL"),
        "derived": node.one(VERSION, "mechanism", ""),
        "school": node.one(VERSION, "office", "EDU"),
        "adapted": node.one(ADAPTED),
        "heading": node.one(HEADING, "reglas-de-trabajo-demostracion"),
        "version": node.one(
            "SELECT passage FROM translation_translationmark m JOIN curriculum_text t ON t.key = m.text_id"
            " WHERE t.slug = ? AND m.language = 'ar' ORDER BY m.passage",
            VERSIONS.removeprefix("/texts/"),
        ),
        "concept": node.one("SELECT concept FROM translation_glossaryentry ORDER BY at, key"),
    }


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS, ids=[" ".join(map(str, way)) for way in WAYS])
def test_every_page_can_be_used_by_everybody(
    sit: Callable[..., Hands], places: dict[str, str], language: str, width: int, scheme: str
) -> None:
    faults: list[str] = []
    seated: dict[str, Hands] = {}
    for place, (office, path) in enumerate(PAGES):
        if WAYS.index((language, width, scheme)) not in _ways(place, path):
            continue
        if office not in seated:
            seated[office] = sit(office, language=language, width=width, scheme=scheme)
        hands = seated[office]
        hands.open(path.format(**places))
        faults += [f"{office or 'public'} {path}: {fault}" for fault in _faults(hands, path)]
    assert not faults, "\n".join(faults)


TABLE = "MB;Clause;Paragraph;Comments;Proposed change\nPY;1;¶ 1;Falta la fuente;Nueva redacción\n;99;;Sin lugar;\n"
OBSERVED = "MB;Comments;Observations of the secretariat\n{label};x;Se toma nota de ello\nXX-9;y;z\n"


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS[:2], ids=[" ".join(map(str, way)) for way in WAYS[:2]])
def test_what_a_file_says_can_be_looked_through_by_everybody(
    sit: Callable[..., Hands], places: dict[str, str], tmp_path: Path, language: str, width: int, scheme: str
) -> None:
    """The previews of a Word file and of filled tables: no address opens them before a file was sent."""
    way = {"language": language, "width": width, "scheme": scheme}
    faults: list[str] = []
    hands = sit(JUSTICE, **way)
    raw = hands.page.request.get(f"{hands.origin}/texts/{TEXT}/papers/es.docx?revision={places['revision']}").body()
    edited = Edited(raw)
    edited.comment(places["passage"], "¿Quién decide?")
    faults += _sent(hands, f"/rounds/{places['round']}/word/", tmp_path / "texto.docx", edited.bytes())
    faults += _sent(hands, f"/rounds/{places['round']}/position/", tmp_path / "tabla.csv", TABLE.encode())
    hands = sit(SECRETARIAT, **way)
    observed = OBSERVED.format(label=places["label"]).encode()
    faults += _sent(hands, f"/rounds/{places['round']}/comments/", tmp_path / "respuestas.csv", observed)
    assert not faults, "\n".join(faults)


def _sent(hands: Hands, path: str, file: Path, data: bytes) -> list[str]:
    """What is wrong with the page that follows when a file is sent from this one."""
    file.write_bytes(data)
    hands.open(path)
    field = hands.page.locator("input[type=file]")
    field.set_input_files(file)
    with hands.page.expect_navigation():
        field.evaluate("field => field.form.requestSubmit()")
    assert hands.page.locator("main table, main .word-row").count(), f"{path} shows no preview: {hands.words[:300]}"
    return [f"{path}, {file.name}: {fault}" for fault in _faults(hands, path)]


def _ways(place: int, path: str) -> tuple[int, ...]:
    """By turns the first way and one of the others, or all of them; what is long only the first, and then."""
    is_every = "TEJIDO_EVERY_WAY" in os.environ
    if path in LONG:
        return (0,) if is_every else ()
    if is_every:
        return tuple(range(len(WAYS)))
    return (0,) if place % 2 else (1 + place % (len(WAYS) - 1),)


def _faults(hands: Hands, path: str) -> list[str]:
    found = hands.barriers()
    expected = REFUSED.get(path)  # the browser itself reports that the page is refused
    found += [f"console: {error}" for error in hands.errors if not (expected and expected in error)]
    hands.errors.clear()
    return found
