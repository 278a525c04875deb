"""A passkey as a browser holds it: made for one house, asked for a signature by challenge."""

import hashlib
import json
import re
import secrets
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

HOUSE = "testserver"
FLAG = AuthenticatorData.FLAG
PRESENT = FLAG.UP | FLAG.UV
ADD, SIGN_IN = "/accounts/2fa/webauthn/add/", "/accounts/2fa/webauthn/login/"
CONFIRM = "/accounts/2fa/webauthn/reauthenticate/"


class Passkey:
    """`owner` is the account's handle, which the house gives when the key is made."""

    def __init__(self) -> None:
        self.id, self.owner = secrets.token_bytes(32), ""
        self.private = ec.generate_private_key(ec.SECP256R1())

    def set_up(self, client: Client):
        """Makes the key for whoever is signed in and has just typed the password."""
        options = _asked(client.get(ADD).content.decode())["creation_options"]["publicKey"]
        self.owner = options["user"]["id"]
        public = ES256.from_cryptography_key(self.private.public_key())
        held = AttestedCredentialData.create(bytes(16), self.id, public)
        data = AuthenticatorData.create(self._house(), PRESENT | FLAG.AT, 0, held)
        said = CollectedClientData.create(CollectedClientData.TYPE.CREATE, options["challenge"], f"http://{HOUSE}")
        response = {"attestationObject": websafe_encode(AttestationObject.create("none", data, {}))}
        return client.post(ADD, {"name": "key", "credential": self._credential(said, response)})

    def sign_in(self, client: Client):
        options = client.get(SIGN_IN, headers={"x-requested-with": "XMLHttpRequest"}).json()
        return client.post(SIGN_IN, {"credential": self.signed(options)})

    def confirm(self, client: Client):
        options = _asked(client.get(CONFIRM).content.decode())
        return client.post(CONFIRM, {"credential": self.signed(options)})

    def signed(self, options: dict[str, Any]) -> str:
        """The answer to a challenge."""
        challenge = options["request_options"]["publicKey"]["challenge"]
        said = CollectedClientData.create(CollectedClientData.TYPE.GET, challenge, f"http://{HOUSE}")
        data = AuthenticatorData.create(self._house(), PRESENT, 1)
        signature = self.private.sign(data + said.hash, ec.ECDSA(hashes.SHA256()))
        response = {"authenticatorData": websafe_encode(data), "signature": websafe_encode(signature)}
        return self._credential(said, {**response, "userHandle": self.owner})

    def _house(self) -> bytes:
        return hashlib.sha256(HOUSE.encode()).digest()

    def _credential(self, said: CollectedClientData, response: dict[str, str]) -> str:
        id = websafe_encode(self.id)
        response = {**response, "clientDataJSON": websafe_encode(said)}
        told = {"id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {}}
        return json.dumps(told)


def _asked(page: str) -> dict[str, Any]:
    """The data that the page holds for its script."""
    return json.loads(re.search(r'<script id="js_data" type="application/json">(.*?)</script>', page)[1])
