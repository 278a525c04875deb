"""The acts of the register. What is entered carries its date and its source."""

from .committees import (
    create_committee,
    create_initiative,
    join_committee,
    join_initiative,
    leave_committee,
    leave_initiative,
)
from .corrections import correct
from .files import apply_delivery, apply_file, hand_in
from .founding import found_network, name_network
from .holds import lift_hold, place_hold
from .institutions import (
    close_institution,
    close_seat,
    create_seat,
    enter_institution,
    enter_sector,
    rename_institution,
)
from .mandates import announce, appoint, begin_mandate, end_mandate
from .mechanisms import convene_mechanism, join_mechanism, leave_mechanism
from .members import enter_member, enter_sourced_member, enter_standing, let_member_leave
from .nodes import act_from_seats, act_through_node, give_up_node
from .offices import open_office
from .past import correct_event, enter_event
from .plans import Founded, Plan, PlannedMember, found_by_plan
from .tiers import (
    convene_local,
    end_belonging,
    enter_belonging,
    enter_community,
    rule_network,
)

__all__ = [
    "Founded",
    "Plan",
    "PlannedMember",
    "act_from_seats",
    "act_through_node",
    "announce",
    "apply_delivery",
    "apply_file",
    "appoint",
    "begin_mandate",
    "close_institution",
    "close_seat",
    "convene_local",
    "convene_mechanism",
    "correct",
    "correct_event",
    "create_committee",
    "create_initiative",
    "create_seat",
    "end_belonging",
    "end_mandate",
    "enter_belonging",
    "enter_community",
    "enter_event",
    "enter_institution",
    "enter_member",
    "enter_sector",
    "enter_sourced_member",
    "enter_standing",
    "found_by_plan",
    "found_network",
    "give_up_node",
    "hand_in",
    "join_committee",
    "join_initiative",
    "join_mechanism",
    "leave_committee",
    "leave_initiative",
    "leave_mechanism",
    "let_member_leave",
    "lift_hold",
    "name_network",
    "open_office",
    "place_hold",
    "rename_institution",
    "rule_network",
]
