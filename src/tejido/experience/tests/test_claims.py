"""What the handbook claims of ADL's list of requirements, and the tests that name each of them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
TESTS = [ROOT / "src/tejido" / of / "tests" for of in ("experience", "formats/xapi")]
HANDBOOK = ROOT / "docs/handbook/apps/experience.md"
_NUMBERS = re.compile(r"(?<!\d)(00\d{3})(?!\d)(?:[_ ]to[_ ](00\d{3}))?")


def numbers(text):
    """Those that stand there, "00001 to 00015" with all between."""
    return {number for first, last in _NUMBERS.findall(text) for number in range(int(first), int(last or first) + 1)}


def test_each_requirement_that_is_claimed_is_named_by_a_test():
    rows = re.findall(r"^\| (XAPI-[^|]+)\|[^|]+\| yes", HANDBOOK.read_text("utf-8"), re.MULTILINE)
    claimed = {number for row in rows for number in numbers(row.replace("XAPI-", ""))}
    named = {
        number
        for folder in TESTS
        for path in folder.glob("test_*.py")
        if path != Path(__file__)
        for number in numbers(path.read_text("utf-8"))
    }
    assert len(claimed) > 300
    assert sorted(claimed - named) == []
