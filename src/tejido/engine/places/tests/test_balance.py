"""What is wished and not so is told, and nothing else."""

from tejido.engine.places import Advice, Balance, Candidate, Wishes, balance


def one(key, member="XA", institution="", sex="", grade=""):
    return Candidate(key, member, 1, institution=institution, sex=sex, grade=grade)


def test_nobody_is_advised_on_nobody_and_nothing_is_told_where_nothing_was_wished():
    assert balance([], Wishes(women=50, is_spread=True, grades=("middle",))) == ()
    assert balance([one("a", institution="MRE"), one("b", institution="MRE")], Wishes()) == ()


def test_a_share_of_women_is_told_where_it_is_lower_and_not_where_it_is_exactly_so():
    rows = [one("a", sex="female"), one("b", sex="male"), one("c", sex="male")]
    assert balance(rows, Wishes(women=50)) == (Balance(Advice.FEW_WOMEN, "", 33, 50),)
    assert balance([*rows, one("d", sex="female")], Wishes(women=50)) == ()


def test_two_persons_of_one_member_from_one_institution_are_told_by_member():
    rows = [
        one("a", institution="MRE"),
        one("b", institution="MRE"),
        one("c", "XB", "MRE"),
        one("d", "XB"),
        one("e", "XB"),
    ]
    assert balance(rows, Wishes(is_spread=True)) == (Balance(Advice.ONE_INSTITUTION, "XA", 2),)


def test_a_grade_of_which_nobody_comes_is_told():
    found = balance([one("a", grade="middle")], Wishes(grades=("directing", "middle")))
    assert found == (Balance(Advice.NO_GRADE, "directing"),)
