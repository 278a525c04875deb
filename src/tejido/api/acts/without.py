"""What can be sent to this house and is no act for programs, by the reason."""

# Signing in and what belongs to a person and not to a seat; what a browser remembers in its session.
OF_PERSONS = frozenset(
    {
        "set_language", "people:link", "people:code", "people:preferences", "registry:seat", "registry:trial",
        "digest:settings", "tour:steps", "tour:farewells", "tour:returns",
        "custody:confirmations",
        "api:tokens", "api:revocations",
    }
)  # fmt: skip  # one list
SIGN_IN = ("account_", "mfa_")  # how the names of its addresses begin

# What shows how something would look, or what is in a file, before anything is done.
PREVIEWS = frozenset(
    {
        "curriculum:preview", "meetings:preview", "handover:preview", "meetings:calendar_files",
        "translation:checks", "translation:imports", "deliberation:table_readings", "desk:comparisons",
    }
)  # fmt: skip  # one list

# Doors of machines with keys of their own, and what makes such a key: it is shown once, on a page.
MACHINES = frozenset(
    {
        "exchange:node_acceptances", "exchange:node_parcels", "exchange:node_waiting", "exchange:inbox",
        "exchange:tellings",
        "experience:statements", "experience:activities", "experience:state", "experience:activity_profile",
        "experience:agents", "experience:agent_profile", "experience:made_keys",
        "lti:login", "lti:launches", "lti:registering", "lti:registrations", "lti:passings", "lti:choices",
        "meetings:addresses", "public:oai",
        "api:act", "api:nowhere",
    }
)  # fmt: skip  # one list

# What is opened by a link without a seat, and what makes such links.
GUESTS = frozenset(
    {
        "nominations:links", "nominations:invitation", "nominations:invitation_refusals", "nominations:details",
        "nominations:visa", "nominations:refusals", "nominations:erasures_by_person", "nominations:leavings",
        "nominations:trials", "nominations:nominee_links",
        "presence:entries", "evaluation:answering", "alumni:link", "alumni:departures", "alumni:mine",
        "certificates:leavings", "certificates:link", "certificates:links", "certificates:checks",
        "certificates:files", "certificates:names", "modules:progress", "digest:ending",
    }
)  # fmt: skip  # one list

# Everything of a member in one file: somebody has just shown who they are.
WHOLE = frozenset({"takeout:taking_out"})

# Looking somebody up among those who were trained.
TRAINED = frozenset(
    {"certificates:persons", "records:person", "records:corrections", "records:erasing", "records:erasures"}
)

# Who comes in, and with which key the house signs: two persons at two pages, one of whom is shown what no program sees.
TWO_PERSONS = frozenset(
    {
        "custody:factor", "custody:reset_agreements", "custody:reset_stops", "custody:stopping",
        "custody:key_changes", "custody:key_agreements", "custody:key_withdrawals",
    }
)  # fmt: skip  # one list

WITHOUT = OF_PERSONS | TWO_PERSONS | WHOLE | PREVIEWS | MACHINES | GUESTS | TRAINED
# An analysis is opened in one browser, which holds half of its key: a program has none of it.
RISK = "risk:"


def is_without(name: str) -> bool:
    """Whether an address of this name is kept from programs on purpose."""
    return name in WITHOUT or name.startswith((*SIGN_IN, RISK))
