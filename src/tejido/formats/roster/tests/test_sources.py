"""What learning record stores and OneRoster export, as tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from tejido.formats.bad_file import BadFile, Code
from tejido.formats.roster import oneroster, xapi


def statement(verb: str = "completed", **others: Any) -> dict[str, Any]:
    actor = {"name": "Ana Ejemplo", "account": {"homePage": "https://school.example", "name": "1234567"}}
    told = {
        "actor": actor,
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": {"id": "https://school.example/c1"},
    }
    return {**told, "timestamp": "2024-03-25T10:30:00Z", **others}


def rows(raw: bytes | str) -> list[dict[str, str]]:
    table = list(xapi.table_of(BytesIO(raw if isinstance(raw, bytes) else raw.encode())))
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps([statement(), statement("passed")]),
        json.dumps([statement(), statement("passed")], indent=2),
        f"{json.dumps(statement())}\n{json.dumps(statement('passed'))}\n",
        json.dumps({"statements": [statement(), statement("passed")], "more": ""}),
        b"\xef\xbb\xbf" + json.dumps([statement(), statement("passed")]).encode(),
    ],
)
def test_statements_are_found_in_every_shape_that_stores_export(raw: bytes | str) -> None:
    assert [row["verb"] for row in rows(raw)] == ["completed", "passed"]


def test_a_file_longer_than_the_window_is_read_to_its_end() -> None:
    many = [statement(id=f"{number:036}") for number in range(1000)]
    assert len(rows(json.dumps(many))) == 1000


def test_a_statement_says_who_what_when_and_how_well() -> None:
    told = statement(
        "passed",
        object={"id": "https://school.example/c1", "definition": {"name": {"es": "Prevención"}}},
        result={"score": {"raw": 17, "max": 20, "scaled": 0.85}, "success": True, "duration": "PT1H30M"},
    )
    (row,) = rows(json.dumps([told]))
    assert row == {
        "actor.account.name": "1234567", "actor.mbox": "", "actor.name": "Ana Ejemplo", "verb": "passed",
        "object.id": "https://school.example/c1", "object.name": "Prevención", "timestamp": "2024-03-25T10:30:00Z",
        "result.score": "17/20", "result.duration": "1:30", "result.success": "true",
    }  # fmt: skip  # one row, read as one


def test_success_weighs_more_than_the_verb() -> None:
    assert rows(json.dumps([statement(result={"success": False})]))[0]["verb"] == "failed"
    assert rows(json.dumps([statement("mastered")]))[0]["verb"] == "passed"


@pytest.mark.parametrize(
    ("result", "score", "duration"),
    [
        ({"score": {"scaled": 0.855}}, "85.5 %", ""), ({"score": {"raw": 8}}, "8", ""), ({"score": {}}, "", ""),
        ({"score": 3}, "", ""),
        ({"score": {"raw": 1e999, "max": 10}}, "", ""), ({"score": {"scaled": float("nan")}}, "", ""),
        ({"score": {"raw": True, "max": 10}}, "", ""), ({"score": {"raw": 10**400, "scaled": 0.5}}, "50.0 %", ""),
        ({"duration": "PT²H"}, "", ""), ({"duration": "PT1.1.1H"}, "", ""), ({"duration": f"PT{'9' * 400}H"}, "", ""),
        ({"duration": "PT90M"}, "", "1:30"), ({"duration": "PT20.5S"}, "", "0:00"), ({"duration": "P3D"}, "", ""),
        ({"duration": "PTX"}, "", ""),
    ],
)  # fmt: skip  # one table, read as one
def test_marks_and_lengths_are_told_as_people_write_them(result: Mapping[str, Any], score: str, duration: str) -> None:
    (row,) = rows(json.dumps([statement(result=result)]))
    assert (row["result.score"], row["result.duration"]) == (score, duration)


def test_what_says_nothing_of_a_completion_is_left_out() -> None:
    told = [statement("experienced"), statement(actor={"objectType": "Group", "member": []}), {"verb": "completed"}, {}]
    assert rows(json.dumps(told)) == []
    assert rows("") == []


def test_an_actor_may_be_a_mail_address() -> None:
    assert rows(json.dumps([statement(actor={"mbox": "mailto:ana@example.org"})]))[0]["actor.mbox"] == "ana@example.org"


@pytest.mark.parametrize("raw", ["no json", "[1, 2]", '[{"a": 1', b"[\xff]", '"text"', '{"more": []}x'])
def test_what_is_no_list_of_statements_is_refused(raw: bytes | str) -> None:
    with pytest.raises(BadFile) as problem:
        rows(raw)
    assert problem.value.code in {Code.NOT_STATEMENTS, Code.NOT_UTF8}


def test_a_statement_larger_than_any_is_refused() -> None:
    with pytest.raises(BadFile) as problem:
        rows('[{"a": "' + "x" * (xapi.LARGEST + 10))
    assert problem.value.code == Code.TOO_BIG


def test_a_file_tells_by_its_beginning_whether_it_may_hold_statements() -> None:
    assert xapi.looks_like(b"\xef\xbb\xbf [")
    assert xapi.looks_like(b'{"actor"')
    assert not xapi.looks_like(b"CI;Nombre")


USERS = """sourcedId,status,dateLastModified,orgSourcedIds,role,username,givenName,familyName,identifier,email
u1,active,2024-01-01,o1,student,aejemplo,Ana,Ejemplo,1234567,ana@example.org
u2,active,2024-01-01,"o1,o2",student,lmodelo,Luis,Modelo,,luis@example.org
u3,tobedeleted,2024-01-01,o1,student,x,Gone,Gone,999,gone@example.org
"""
ORGS = "sourcedId,status,name,type\no1,active,Escuela de ejemplo,school\n"
CLASSES = "sourcedId,status,title,classCode\nc1,active,Prevención,PREV-1\n"
ITEMS = "sourcedId,status,title,classSourcedId,resultValueMin,resultValueMax\ni1,active,Examen,c1,0,100\n"
RESULTS = """sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate
r1,active,2024-03-25,i1,u1,fully graded,85,2024-03-25
r2,active,2024-03-25,i1,u2,not submitted,,
r3,tobedeleted,2024-03-25,i1,u1,fully graded,10,2024-03-26
"""
ENROLMENTS = "sourcedId,status,classSourcedId,userSourcedId,role\ne1,active,c1,u1,student\ne2,active,c1,u2,teacher\n"
DEMOGRAPHICS = "sourcedId,status,birthDate,sex\nu1,active,1990-01-01,female\n"
TABLES = {"users.csv": USERS, "orgs.csv": ORGS, "classes.csv": CLASSES, "demographics.csv": DEMOGRAPHICS}


def zipped(tables: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, text in tables.items():
            archive.writestr(name, text)
    return made.getvalue()


def test_results_of_oneroster_are_joined_with_who_and_where() -> None:
    table = list(oneroster.table_of(zipped({**TABLES, "lineItems.csv": ITEMS, "results.csv": RESULTS})))
    assert table[0] == oneroster.HEADER
    found = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    both = {"organization": "Escuela de ejemplo", "classCode": "PREV-1", "className": "Prevención"}
    ana = {
        "idnumber": "1234567",
        "givenName": "Ana",
        "familyName": "Ejemplo",
        "email": "ana@example.org",
        "sex": "female",
    }
    luis = {"idnumber": "lmodelo", "givenName": "Luis", "familyName": "Modelo", "email": "luis@example.org", "sex": ""}
    assert found == [
        {**both, **ana, "scoreDate": "2024-03-25", "score": "85/100", "scoreStatus": "completed"},
        {**both, **luis, "scoreDate": "", "score": "", "scoreStatus": "notcompleted"},
    ]


def test_a_roster_without_results_is_a_list_of_who_is_expected() -> None:
    table = list(oneroster.table_of(zipped({**TABLES, "enrollments.csv": ENROLMENTS})))
    assert [row[:3] for row in table[1:]] == [("1234567", "Ana", "Ejemplo")]


def test_a_table_that_is_broken_is_refused_by_its_name() -> None:
    with pytest.raises(BadFile) as problem:
        list(oneroster.table_of(zipped({"users.csv": b"sourcedId\n\xff", "results.csv": RESULTS})))
    assert (problem.value.code, problem.value.where) == (Code.NOT_UTF8, "users.csv")
    with pytest.raises(BadFile) as problem:
        list(oneroster.table_of(zipped({"users.csv": 'sourcedId\n"u1', "results.csv": RESULTS})))
    assert problem.value.code == Code.BROKEN_CSV


def test_a_set_of_tables_is_known_by_the_names_of_its_parts() -> None:
    assert oneroster.looks_like(["manifest.csv", "users.csv", "results.csv"])
    assert not oneroster.looks_like(["users.csv"])
    assert not oneroster.looks_like(["xl/workbook.xml"])
