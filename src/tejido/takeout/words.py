"""What the file of a member holds and what it does not, in plain words: on the page and in the file itself."""

from django.utils.translation import gettext_lazy as _

HOLDS = (
    _("manifest.json: every file, with its size, its SHA-256 and what it is."),
    _(
        "collections: what the seat reads, one file for each kind of thing and one thing on each line, as JSON. "
        "“whose” is “own” for what is the member’s own, and “shared” for what the network or others share with it. "
        "openapi.json describes every field."
    ),
    _(
        "texts: the member’s own texts and versions, as they are now and in every edition, and the adopted texts of "
        "the network: Markdown and Word in each language. The file .text.json is the canonical text, .record.json the "
        "record of its adoption."
    ),
    _(
        "ledger: every line of the member’s own ledger as it was hashed, with its hash; the head, signed by this node; "
        "and a receipt over the network’s ledger as well."
    ),
)
LACKS = (
    _("Who was trained: those names stay sealed in the schools."),
    _("Passwords, tokens and keys, and what a person keeps as a draft."),
    _("Risk analyses: they are taken out on their own pages, by those who hold their keys."),
    _("What other members keep to themselves."),
    _("Files attached to pages, and the words beside lines of the ledger: they are read on the pages."),
)
CHECKS = (
    _(
        "A text, without any network: “tejido verify texts/SLUG-1.record.json texts/SLUG-1.text.json --key FINGERPRINT”"
        ", with the fingerprint as you have it from elsewhere."
    ),
    _(
        "The ledger: the hash of a line is the SHA-256 of a zero byte and the line; together the hashes give the root "
        "in the signed head, as RFC 6962 says."
    ),
    _(
        "Later, on the node: “tejido ledger verify --receipt ledger/receipt.json” says whether anything was cut or "
        "rewritten since."
    ),
)
