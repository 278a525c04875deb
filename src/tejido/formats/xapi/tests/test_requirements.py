"""The requirements of ADL's list for statements (adlnet/xapi-lrs-conformance-requirements), one by one.

Each row has the number of a requirement, where FULL (or NESTED, the same inside of another statement) is changed, and
what is put there. What is taken and what is not stand side by side, so that a reader that takes all, or nothing, fails.
"""

import pytest

from tejido.formats.xapi import Bad, read_sent, read_statement

from .examples import (
    ACCOUNT,
    ACTIVITY,
    AGENT,
    ATTACHMENT,
    DEFINITION,
    DROP,
    FULL,
    GROUP,
    ID,
    INNER,
    NAMELESS,
    NESTED,
    PLAIN,
    REFERENCE,
    VOIDED,
    changed,
    component,
    interaction,
    raw,
)

WRONG_UUIDS = (
    12345, {"key": "no"}, "AA97B177-9383-4934-8543-0F91A7A028368", "MA97B177-9383-4934-8543-0F91A7A02836", "", None,
    "AA97B17793834934-8543-0F91A7A02836", f"{{{ID}}}", f"urn:uuid:{ID}",
)  # fmt: skip  # one list
WRONG_IRIS = (
    "should fail",
    "ab=c://should.fail.com",
    "//no.scheme/x",
    "/path",
    "",
    "http:",
    1,
    None,
    "http://a b",
    "x\n:y",
)
WRONG_MAPS = (
    {},
    "text",
    1,
    None,
    [],
    {"a12345": "x"},
    {"de-419-DE": "x"},
    {"en_US": "x"},
    {"en": None},
    {"en": 1},
    {"": "x"},
)
WRONG_TEXTS = (1, {"key": "no"}, None, ["x"], True)
WRONG_OBJECTS = ("text", 1, None, [], {})
WRONG_NUMBERS = ("1", "one hundred", None, {}, True)
WRONG_INSTANTS = (
    "should fail", "01/011/2015", "2008-09-15T15:53:00.601-00", "2008-09-15T15:53:00.601-0000", 20270201,
    "2008-09-15T15:53:00.601-00:00", "2008-09-15", "2008-13-15T15:53:00Z", "2008-09-15T25:00:00Z", "", None,
    "2008-09-15 15:53:00Z", "2008-0915T15:53:00Z", "0001-01-01T00:00:00+14:00", "2008-09-15T15:53:00+25:00",
)  # fmt: skip  # one list
INSTANTS = (
    "2013-05-18T05:32:34.804Z", "2013-05-18T05:32:34Z", "20130518T053234Z", "2013-05-18T05:32:34+05:30",
    "2013-05-18T05:32:34-0300", "2013-05-18T05:32:34-03", "2013-05-18T05:32:34", "2013-05-18T05:32:34.123456789Z",
    "2013-05-18T05:32:34,5Z", "2013-05-18T05:32Z",
)  # fmt: skip  # one list
DURATIONS = ("PT1H0M0.1S", "PT4H35M59.14S", "PT16559.14S", "P3Y1M29DT4H35M59.14S", "P3Y", "P4W", "PT0S", "P0.5Y")
WRONG_DURATIONS = ("should fail", "PA1H0M0S", 12345, {"key": "no"}, None, "", "P", "PT", "P1DT", "P1.5Y3M", "P1Y2W",
                   "P0003-06-04T12:30:05", "1H", "PT1S2H")  # fmt: skip  # one list
TAGS = ("es", "es-419", "pt-BR", "zh-Hant-TW", "sr-Latn-RS", "de-CH-1996", "en-US-x-twain", "x-private", "i-klingon",
    "und",
        "zh-cmn-Hans-CN", "sl-rozaj-biske", "EN-us", "sgn-BE-FR", "en-u-ca-gregory")  # fmt: skip  # one list
LISTS = ("choices", "scale", "source", "target", "steps")
KINDS = ("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
    "numeric",
         "other")  # fmt: skip  # one list
DEFINED = "object/definition"
# What an actor may be, wherever one stands.
ACTORS = ("actor", "object", "context/instructor")
LANGUAGE_MAPS = {
    "XAPI-00045": "verb/display", "XAPI-00056": f"{DEFINED}/name", "XAPI-00059": f"{DEFINED}/description",
    "XAPI-00106": "attachments/0/display", "XAPI-00121": "attachments/0/description",
}  # fmt: skip  # one table

# requirement, base, path, values that are not taken
REFUSED = [
    ("XAPI-00001", FULL, "actor/name", [None]),
    ("XAPI-00001", FULL, "verb/display", [{"en-US": None}]),
    ("XAPI-00001", FULL, "context/registration", [None]),
    ("XAPI-00001", FULL, f"{DEFINED}/moreInfo", [None]),
    ("XAPI-00001", FULL, "result", [{}, None]),
    ("XAPI-00001", FULL, "context", [{}, None]),
    ("XAPI-00001", FULL, DEFINED, [{}, None]),
    ("XAPI-00001", FULL, "attachments/0/description", [None]),
    ("XAPI-00003", FULL, "actor", [DROP, None, "A learner"]),
    ("XAPI-00004", FULL, "verb", [DROP, None, {}, "attended"]),
    ("XAPI-00005", FULL, "object", [DROP, None, {}, "meeting"]),
    ("XAPI-00006", FULL, "result/score/max", ["100", "one hundred"]),
    ("XAPI-00006", FULL, "result/success", ["true", "no"]),
    ("XAPI-00006", FULL, "result/completion", ["false", 1, 0]),
    ("XAPI-00007", FULL, "verb/id", WRONG_IRIS),
    ("XAPI-00008", FULL, "Actor", [AGENT]),
    ("XAPI-00008", FULL, "actor/Name", ["x"]),
    ("XAPI-00008", FULL, "result/score/Max", [1]),
    ("XAPI-00009", FULL, "actor/objectType", ["agent"]),
    ("XAPI-00009", FULL, "object/objectType", ["activity", "ACTIVITY"]),
    ("XAPI-00010", FULL, "iD", [ID]),
    ("XAPI-00010", FULL, "unknown", [1]),
    ("XAPI-00010", FULL, "result/score/unknown", [1]),
    ("XAPI-00010", FULL, "context/unknown", ["x"]),
    ("XAPI-00010", FULL, f"{DEFINED}/unknown", ["x"]),
    ("XAPI-00011", FULL, f"{DEFINED}/type", ["//no.scheme", "path"]),
    ("XAPI-00013", FULL, "context/language", ["a12345", "de-419-DE", "en_US", "", "x", "a-DE"]),
    ("XAPI-00014", FULL, "actor/objectType", ['"objectType": "Agent"']),
    ("XAPI-00017", {**PLAIN, "verb": VOIDED, "object": REFERENCE}, "object", [ACTIVITY, AGENT]),
    ("XAPI-00022", FULL, "timestamp", WRONG_INSTANTS),
    ("XAPI-00022", NESTED, "object/timestamp", WRONG_INSTANTS),
    ("XAPI-00023", FULL, "stored", WRONG_INSTANTS),
    ("XAPI-00024", FULL, "authority", ["x", None, {}, ACTIVITY, GROUP, {"objectType": "Agent"}]),
    ("XAPI-00025", FULL, "attachments", [ATTACHMENT, "x", None, [1], ["x"], [None]]),
    ("XAPI-00027", FULL, "id", WRONG_UUIDS),
    ("XAPI-00028", FULL, "id", [12345, True, {"key": "no"}]),
    ("XAPI-00029", FULL, "context/registration", WRONG_UUIDS),
    ("XAPI-00030", FULL, "context/statement/id", WRONG_UUIDS),
    ("XAPI-00031", FULL, "actor/objectType", ["Person", "Activity", 1, None]),
    ("XAPI-00032", FULL, "authority/objectType", [1, {"key": "no"}, None]),
    ("XAPI-00033", FULL, "actor/name", WRONG_TEXTS),
    ("XAPI-00034", FULL, "actor", [{"name": "x"}, {**AGENT, **ACCOUNT}, {**AGENT, "openid": "http://a.example"}]),
    ("XAPI-00035", FULL, "actor/member", [[AGENT]]),
    ("XAPI-00036", {**FULL, "actor": GROUP}, "actor/member", [AGENT, "x", None, [GROUP], [{"name": "x"}], [1]]),
    ("XAPI-00037", {**FULL, "actor": NAMELESS}, "actor/member", [[], DROP]),
    ("XAPI-00037", {**FULL, "actor": GROUP}, "actor/account", [ACCOUNT["account"]]),
    ("XAPI-00038", FULL, "actor/mbox", ["learner@example.org", "mailto:", "mailto:x", "http://x@y", 1, None,
        "mailto:a@b@c"]),
    ("XAPI-00039", {**FULL, "actor": {"mbox_sha1sum": "a" * 40}}, "actor/mbox_sha1sum", ["a" * 39, "g" * 40, 1, None]),
    ("XAPI-00040", {**FULL, "actor": {"openid": "http://a.example"}}, "actor/openid", WRONG_IRIS),
    ("XAPI-00041", {**FULL, "actor": ACCOUNT}, "actor/account", ["x", 1, None, {}, [], {"name": "x"}]),
    ("XAPI-00042", {**FULL, "actor": ACCOUNT}, "actor/account/homePage", [DROP, *WRONG_IRIS]),
    ("XAPI-00043", {**FULL, "actor": ACCOUNT}, "actor/account/name", [DROP, 1, None, {"key": "no"}]),
    ("XAPI-00044", FULL, "verb/id", [DROP, *WRONG_IRIS]),
    ("XAPI-00046", FULL, "object/objectType", ["Verb", 1, None, "substatement"]),
    ("XAPI-00047", FULL, "object/id", [DROP, *WRONG_IRIS]),
    ("XAPI-00048", FULL, DEFINED, WRONG_OBJECTS),
    ("XAPI-00049", interaction("choice", "choices"), f"{DEFINED}/interactionType", ["Choice", "x", 1, {"key": "no"},
        None]),
    ("XAPI-00050", interaction("choice"), f"{DEFINED}/correctResponsesPattern", ["x", [1], [None], None, {}]),
    ("XAPI-00057", FULL, f"{DEFINED}/extensions", ["x", 1, None, [], {"no scheme": 1}]),
    ("XAPI-00060", FULL, f"{DEFINED}/type", WRONG_IRIS),
    ("XAPI-00061", FULL, f"{DEFINED}/moreInfo", WRONG_IRIS),
    ("XAPI-00064", interaction("choice"), f"{DEFINED}/interactionType", [DROP]),
    ("XAPI-00065", {**FULL, "context": {}, "object": AGENT}, "object/objectType", [DROP]),
    ("XAPI-00065", {**FULL, "context": {}, "object": GROUP}, "object/objectType", [DROP]),
    ("XAPI-00066", NESTED, "object/actor", [DROP, {}, {"name": "x"}]),
    ("XAPI-00066", NESTED, "object/verb", [DROP, {}]),
    ("XAPI-00066", NESTED, "object/object", [DROP, {}]),
    ("XAPI-00066", NESTED, "object/result/score/scaled", [2]),
    ("XAPI-00067", NESTED, "object/authority", [AGENT]),
    ("XAPI-00068", NESTED, "object/version", ["1.0.0"]),
    ("XAPI-00069", NESTED, "object/stored", ["2013-05-18T05:32:34.804Z"]),
    ("XAPI-00070", NESTED, "object/id", [ID]),
    ("XAPI-00071", NESTED, "object/object", [INNER]),
    ("XAPI-00072", {**PLAIN, "object": REFERENCE}, "object/id", [DROP, *WRONG_UUIDS]),
    ("XAPI-00073", {**PLAIN, "object": REFERENCE}, "object/objectType", [DROP]),
    ("XAPI-00073", NESTED, "object/objectType", [DROP]),
    ("XAPI-00074", FULL, "result/success", ["x", 1, None, {}]),
    ("XAPI-00075", FULL, "result/completion", ["x", 1, None, {}]),
    ("XAPI-00076", FULL, "result/response", WRONG_TEXTS),
    ("XAPI-00077", FULL, "result/duration", WRONG_DURATIONS),
    ("XAPI-00078", FULL, "result/extensions", ["x", 1, None, [], {"no scheme": 1}]),
    ("XAPI-00079", FULL, "result/score", WRONG_OBJECTS),
    ("XAPI-00080", FULL, "result/score/max", [-1, 5, *WRONG_NUMBERS]),
    ("XAPI-00080", FULL, "result/score", [{"min": 5, "max": 4}, {"min": 5, "max": 4, "raw": 4.5}]),
    ("XAPI-00081", FULL, "result/score/min", [12, 6, *WRONG_NUMBERS]),
    ("XAPI-00082", FULL, "result/score/raw", [-0.1, 11.5, *WRONG_NUMBERS]),
    ("XAPI-00083", FULL, "result/score/scaled", [1.01, -1.00001, *WRONG_NUMBERS]),
    ("XAPI-00084", {**FULL, "context": {"revision": "1"}}, "object", [AGENT, GROUP, REFERENCE, INNER]),
    ("XAPI-00085", {**FULL, "context": {"platform": "x"}}, "object", [AGENT, GROUP, REFERENCE, INNER]),
    ("XAPI-00086", FULL, "context/contextActivities", ["x", 1, None, []]),
    ("XAPI-00087", FULL, "context/registration", ["x", {"key": "no"}, 1]),
    ("XAPI-00087", FULL, "context/instructor", ["x", {"key": "no"}, 1, None, {}]),
    ("XAPI-00088", FULL, "context/team", [AGENT, "x", {"key": "no"}, 1, None]),
    ("XAPI-00089", FULL, "context/revision", WRONG_TEXTS),
    ("XAPI-00090", FULL, "context/platform", WRONG_TEXTS),
    ("XAPI-00091", FULL, "context/language", ["a12345", 1, None, {"key": "no"}]),
    ("XAPI-00092", FULL, "context/statement", ["x", 1, None, {}, {"id": ID}, ACTIVITY]),
    ("XAPI-00093", FULL, "context/contextActivities/relative", [ACTIVITY]),
    ("XAPI-00094", FULL, "context/contextActivities/parent", ["x", 1, None, AGENT, [AGENT], [1], {}]),
    ("XAPI-00095", FULL, "context/contextActivities", [{}]),
    ("XAPI-00098", {**FULL, "authority": NAMELESS}, "authority/member", [[AGENT], [AGENT] * 3, []]),
    ("XAPI-00100", {**FULL, "authority": NAMELESS}, "authority/member", [[AGENT] * 3]),
    ("XAPI-00101", FULL, "version", ["1.1.0", "0.9.9", "2.0.0", "1", "1.0.x", "", 1.0, None, "1.0.01"]),
    ("XAPI-00102", FULL, "attachments/0/length", [DROP, "27", 1.5, -1, None, True]),
    ("XAPI-00103", FULL, "attachments/0/sha2", [DROP, 12345, "abc", "g" * 64, None]),
    ("XAPI-00104", FULL, "attachments/0/fileUrl", WRONG_IRIS),
    ("XAPI-00105", FULL, "attachments/0/contentType", [DROP, "should fail", 1, None, "", "text"]),
    ("XAPI-00106", FULL, "attachments/0/display", [DROP]),
    ("XAPI-00107", FULL, "attachments/0/usageType", [DROP, *WRONG_IRIS]),
    ("XAPI-00118", FULL, "context/extensions", [{"no scheme": 1}, {"": 1}]),
    ("XAPI-00120", FULL, "context/extensions", ["x", 1, None, ["http://example.com"]]),
    ("XAPI-00123", FULL, "timestamp", WRONG_INSTANTS),
    ("XAPI-00124", FULL, "result/duration", WRONG_DURATIONS),
    *((number, FULL, path, WRONG_MAPS) for number, path in LANGUAGE_MAPS.items()),
    *(
        (number, interaction("other", name), f"{DEFINED}/{name}", ["x", None, {}, ["x"], [1]])
        for number, name in zip(("XAPI-00055", "XAPI-00054", "XAPI-00053", "XAPI-00052", "XAPI-00051"), LISTS,
            strict=True)
    ),
    *(
        ("XAPI-00058", interaction("other", name), f"{DEFINED}/{name}", [[component(), component()],
            [{"description": {"en": "x"}}], [component(1)]])
        for name in LISTS
    ),
    *(("XAPI-00062", interaction("other", name), f"{DEFINED}/{name}/0/description", WRONG_MAPS) for name in LISTS),
    *(("XAPI-00063", interaction("other", name), f"{DEFINED}/{name}/0", WRONG_OBJECTS) for name in LISTS),
    *(("XAPI-00064", changed(interaction("other", name), f"{DEFINED}/correctResponsesPattern", DROP),
        f"{DEFINED}/interactionType", [DROP]) for name in LISTS),
]  # fmt: skip  # one table, read as one

TAKEN = [
    ("XAPI-00001", FULL, f"{DEFINED}/extensions", [{"http://example.com/null": None}, {}]),
    ("XAPI-00006", FULL, "result/score/max", [100, 100.5, 11]),
    ("XAPI-00013", FULL, "context/language", TAGS),
    ("XAPI-00020", {**PLAIN, "verb": VOIDED, "object": REFERENCE}, "verb", [VOIDED]),
    ("XAPI-00022", FULL, "timestamp", INSTANTS),
    ("XAPI-00024", FULL, "authority", [AGENT, NAMELESS]),
    ("XAPI-00025", FULL, "attachments", [[ATTACHMENT], [], [ATTACHMENT, ATTACHMENT]]),
    ("XAPI-00027", FULL, "id", [ID, ID.upper(), DROP]),
    *((("XAPI-00034", {**FULL, "context": {"instructor": AGENT}}, place, [{"objectType": "Agent", **each} for each in (
        {"mbox": "mailto:a@example.org"}, {"mbox_sha1sum": "A" * 40}, {"openid": "http://a.example"},
            ACCOUNT)])) for place in ACTORS),
    *(("XAPI-00037", {**FULL, "context": {"instructor": AGENT}}, place, [GROUP, NAMELESS, {"objectType": "Group",
        **ACCOUNT}]) for place in ACTORS),
    ("XAPI-00038", FULL, "actor/mbox", ["mailto:x.y+z@sub.example.org"]),
    ("XAPI-00046", {**FULL, "context": {"language": "es"}}, "object", [ACTIVITY, AGENT, GROUP, NAMELESS, REFERENCE,
        INNER, {"id": "x:y"}]),
    *(("XAPI-00049", interaction(kind), f"{DEFINED}/interactionType", [kind]) for kind in KINDS),
    ("XAPI-00066", NESTED, "object/object", [ACTIVITY]),
    ("XAPI-00066", changed(NESTED, "object/context", {"language": "es"}), "object/object", [AGENT, GROUP, REFERENCE]),
    ("XAPI-00077", FULL, "result/duration", DURATIONS),
    ("XAPI-00080", FULL, "result/score", [{"max": 100.6767676}, {"min": -5, "max": -5}, {"max": 3, "raw": -4}]),
    ("XAPI-00081", FULL, "result/score", [{"min": 0.6767676}]),
    ("XAPI-00082", FULL, "result/score", [{"raw": 0.6767676}, {"raw": 1e9}, {"raw": -3}, {"min": 4, "raw": 4,
        "max": 4}]),
    ("XAPI-00083", FULL, "result/score/scaled", [1.0, -1.0, 0, 0.6767676]),
    ("XAPI-00094", FULL, "context/contextActivities/parent", [ACTIVITY, [ACTIVITY], [ACTIVITY, {"id": "x:y"}], []]),
    ("XAPI-00101", FULL, "version", ["1.0", "1.0.0", "1.0.3", "1.0.9", "1.0.32"]),
    ("XAPI-00102", FULL, "attachments/0/length", [27, 27.0, 0]),
    ("XAPI-00105", FULL, "attachments/0/contentType", ["application/octet-stream", 'text/plain; charset="utf-8"',
        "a/b+c"]),
    ("XAPI-00119", FULL, "context/extensions", [{"x:y": None}, {"x:y": ""}, {"x:y": {}}, {"x:y": [{"k": None}]}]),
    ("XAPI-00121", FULL, f"{DEFINED}/name", [dict.fromkeys(TAGS, "x")]),
]  # fmt: skip  # one table, read as one


def rows(table):
    return [
        pytest.param(base, path, value, id=f"{number} {path} {str(value)[:40]!a}")
        for number, base, path, values in table
        for value in values
    ]


@pytest.mark.parametrize(("base", "path", "value"), rows(REFUSED))
def test_is_not_taken(base, path, value):
    with pytest.raises(Bad) as problem:
        read_statement(changed(base, path, value))
    assert str(problem.value).endswith(".")


@pytest.mark.parametrize(("base", "path", "value"), rows(TAKEN))
def test_is_taken(base, path, value):
    told = changed(base, path, value)
    assert read_sent("application/json", raw(told)).statements[0].verb == told["verb"]["id"]


def test_what_is_changed_is_taken_as_it_was():
    """The rows above fail for what is changed in them, and for nothing else."""
    for base in (FULL, NESTED, PLAIN, *(interaction(kind, *LISTS) for kind in KINDS)):
        assert read_statement(base)


def test_a_definition_says_what_it_says():
    assert (
        read_statement({**PLAIN, "object": {"id": "x:y", "definition": DEFINITION}}).data["object"]["definition"]
        == DEFINITION
    )
