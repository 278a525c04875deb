"""Two persons who served in Aldea once, one of whom shall be erased; two who lost their second factor, one of whom
waits for a second person; a new key of the node that waits for one too; and a backup that was put back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

from cast import NOW
from tejido.custody.commands import ask_erasing, ask_key_change, ask_reset, note_restoration
from tejido.people.models import Account
from tejido.people.queries import guest_token
from tejido.registry.models import Mandate

KEPT: dict[str, str] = {}


def fill(world: Any, canary: str, _released: str) -> None:
    seat = world.cast.seats[world.cast.office("XA/representative/DEF")]
    for name in ("asked", "former"):
        address = f"{canary.lower()}.{name}@example.org"
        account = Account.objects.create_user(address, name=f"{canary} {name} person")
        Mandate.objects.create(
            seat=seat, account=account, since=NOW - timedelta(days=200), until=NOW - timedelta(days=190)
        )
        KEPT[name] = account.pk.hex
    asked = Account.objects.get(pk=KEPT["asked"])
    KEPT["erasing"] = ask_erasing(actor=world.cast.actor("XA/focal_point"), account=asked, at=NOW).key
    for name in ("JUS", "DEF"):
        holder = world.cast.account(f"XA/representative/{name}")
        Authenticator.objects.create(user=holder, type="totp", data={"secret": "x"})
        KEPT[name] = world.cast.seats[f"XA/representative/{name}"].key
    reset = ask_reset(actor=world.cast.actor("XA/focal_point"), seat=seat, at=NOW)
    KEPT["reset"], KEPT["stop"] = reset.key, guest_token(reset.stop_seed)
    Path(settings.KEY_FOLDER, "ledger-next").write_bytes(bytes([22] * 32))
    KEPT["key"] = ask_key_change(actor=world.cast.actor("XA/focal_point"), kind="replaced", reason="", at=NOW).key
    missing = [{"member": "XB", "ledger": "network", "lines": 9, "here": 8, "verdict": "truncated"}]
    note_restoration(made_at=NOW, missing=missing, reasons=["no_erasures"], at=NOW)


def asks(_world: Any, ask: Callable[..., Any]) -> dict[str, Any]:
    reset = {"key": KEPT["reset"]}
    erasing = {"key": KEPT["erasing"]}
    found = {
        "persons": ask(),
        "person": ask({"key": KEPT["former"]}),
        "erasing": ask(erasing),
        "agreements": ask(erasing),
        "withdrawals": ask(erasing),
        "factor": ask({"key": KEPT["JUS"]}),
        "reset": ask(reset),
        "reset_agreements": ask(reset),
        "reset_stops": ask(reset),
        "stopping": ask({"token": KEPT["stop"]}),
        "keys": ask(),
        "key_changes": ask({}, {"kind": "replaced", "reason": ""}),
        "key_agreements": ask({"key": KEPT["key"]}),
        "key_withdrawals": ask({"key": KEPT["key"]}),
        "key_statement": ask(),
        "restoration": ask(),
        "confirmations": ask(),
    }
    return {f"custody:{name}": each for name, each in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non.
DOORS = """
GET  custody:persons                      404 200 200 200 404 200 200 404 404 404 404
GET  custody:person                       404 200 200 200 404 404 404 404 404 404 404
POST custody:person                       404 302 302 302 404 404 404 404 404 404 404
GET  custody:erasing                      404 200 200 200 404 404 404 404 404 404 404
POST custody:agreements                   404 409 302 302 404 404 404 404 404 404 404
POST custody:withdrawals                  404 302 409 409 404 404 404 404 404 404 404
GET  custody:factor                       404 200 200 200 404 404 404 404 404 404 404
POST custody:factor                       404 302 302 302 404 404 404 404 404 404 404
GET  custody:reset                        404 200 200 200 404 404 404 404 404 404 404
POST custody:reset_agreements             404 409 200 200 404 404 404 404 404 404 404
POST custody:reset_stops                  404 302 302 302 404 404 404 404 404 404 404
GET  custody:stopping                     200 200 200 200 200 200 200 200 200 200 200
POST custody:stopping                     302 302 302 302 302 302 302 302 302 302 302
GET  custody:keys                         404 200 404 404 404 200 200 404 404 404 404
POST custody:key_changes                  404 409 404 404 404 409 409 404 404 404 404
POST custody:key_agreements               404 409 404 404 404 302 302 404 404 404 404
POST custody:key_withdrawals              404 302 404 404 404 409 409 404 404 404 404
GET  custody:key_statement                404 404 404 404 404 404 404 404 404 404 404
GET  custody:restoration                  404 200 404 404 404 200 200 404 404 404 404
POST custody:confirmations                404 302 404 404 404 302 302 404 404 404 404
"""
