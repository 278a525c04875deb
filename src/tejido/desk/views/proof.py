"""Proof: the network's key, receipts for the members to keep, and what has become of the ledger since a receipt."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import public_texts
from tejido.engine.proof import BadProof, NotCanonical, Receipt, fingerprint, read_receipt, write_receipt
from tejido.ledger.audit import compare_receipt
from tejido.ledger.commands import hand_receipt
from tejido.ledger.queries import node_key, size_of
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language

from ..forms import LIMIT, ComparisonForm
from ..proof import OUTCOMES, tree_words, trees_of


@require_GET
def proof(request: ActorRequest) -> HttpResponse:
    """How anybody checks an edition, and how a member checks the ledger. Public."""
    return render(request, "desk/proof.html", _page(request, ComparisonForm()))


def _page(request: ActorRequest, form: ComparisonForm) -> dict[str, object]:
    trees = trees_of(request.actor)
    return {
        "fingerprint": fingerprint(node_key()),
        "texts": public_texts(),
        "form": form,
        "ledgers": [(tree_words(tree), size_of(tree)) for tree in trees],
    }


@require_POST
def receipts(request: ActorRequest) -> HttpResponse:
    """A receipt over the ledgers that the seat may know, to be kept by the member outside this house."""
    if request.actor.is_public:
        return redirect("account_login")
    served = network()
    receipt = hand_receipt(
        actor=request.actor,
        network=in_my_language(served.name) if served else "Tejido",
        member=request.actor.member or "network",
        trees=trees_of(request.actor),
        at=request.now,
    )
    name = f"tejido-{receipt.member}-{request.now:%Y%m%d-%H%M%S}.receipt.json"
    return saved(write_receipt(receipt), "application/json", name)


@require_POST
def comparisons(request: ActorRequest) -> HttpResponse:
    """What the ledgers have become since a receipt. Only for those that the seat may know."""
    if request.actor.is_public:
        return redirect("account_login")
    form = ComparisonForm(request.POST, request.FILES)
    receipt = _read(form) if form.is_valid() else None
    page = _page(request, form)
    if receipt is not None:
        known = set(trees_of(request.actor))
        found = [(tree, verdict) for tree, verdict in compare_receipt(receipt).items() if tree in known]
        page["receipt"] = receipt
        page["verdicts"] = [(tree_words(tree), verdict.is_good, OUTCOMES[verdict]) for tree, verdict in found]
    return render(request, "desk/proof.html", page, status=422 if form.errors else 200)


def _read(form: ComparisonForm) -> Receipt | None:
    """The receipt in the file, or None with the error in the form. The reader is bounded in size and depth."""
    try:
        return read_receipt(form.cleaned_data["file"].read(LIMIT + 1), LIMIT)
    except (NotCanonical, BadProof):
        form.refuse()
        return None
