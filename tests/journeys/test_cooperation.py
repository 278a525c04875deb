"""A member asks for help, sees why an offer of another matches, proposes a project; both agree to the same terms."""

from hands import Hands

ASKING, OFFERING = "UY/focal_point/MRE", "CL/focal_point/MRE"


def test_a_request_matches_an_offer_and_both_sides_agree_on_a_project(sit) -> None:
    asking: Hands = sit(ASKING)
    asking.open("/cooperation/")
    asking.press("Write a request")
    asking.page.get_by_label("Title (English)", exact=True).fill("Help with a police course")
    asking.page.get_by_label("Training of public officials", exact=True).first.check()
    asking.press("Save")
    asking.sees(
        "A draft: only the seats of your member read it.", "Matches because of:", "the same task of a mechanism"
    )
    assert asking.barriers() == []
    asking.press("Propose a project")
    asking.page.get_by_label("What is done together (English)").fill("Two teachers for a week.")
    asking.press("Propose", nth=1)
    asking.sees("Still to accept: Chile, Uruguay.")
    asking.press("Accept these terms")
    asking.sees("Chile has still to accept.")
    project = asking.page.url.removeprefix(asking.origin)
    offering: Hands = sit(OFFERING)
    offering.open(project)
    offering.press("Accept these terms")
    offering.sees("Agreed by every member.", "Uruguay")
    assert offering.barriers() == []
    assert asking.errors + offering.errors == []
