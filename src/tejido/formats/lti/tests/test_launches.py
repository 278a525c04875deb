"""A message is believed only where the registered platform signed it for this tool, for this visit, now."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from tejido.formats.lti import Choosing, Fault, Key, Reading, Unfit, read_launch, read_token

from .sample import (
    AGS,
    CLIENT,
    DEEP,
    ISSUER,
    LTI,
    NOW,
    SCORES,
    choosing,
    ec_key,
    expected,
    key_set,
    moodle,
    open_edx,
    rsa_key,
    signed,
)


def read(token, keys=None, at=NOW, **changes):
    return read_launch(token, key_set() if keys is None else keys, expected(**changes), at)


def seconds(number):
    return int((NOW + timedelta(seconds=number)).timestamp())


def letters(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def raw(header, payload, signature=b"x" * 256):
    return ".".join(letters(part) for part in (header, payload, signature))


def public_pem():
    form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return rsa_key().public_key().public_bytes(*form)


def by_hand(header, claims):
    """Signed with the right key over a header that the library would not write."""
    said = f"{letters(header)}.{letters(claims)}"
    return f"{said}.{letters(rsa_key().sign(said.encode(), padding.PKCS1v15(), SHA256()))}"


def test_what_moodle_says_is_understood():
    found = read(signed(moodle()))
    assert isinstance(found, Reading)
    assert (found.link, found.opening.deployment, found.opening.person.id) == ("34", "1", "7")
    assert found.opening.person.name == "Ana Ejemplo"
    assert (found.opening.context.id, found.opening.context.title) == ("12", "Prevención")
    assert (found.opening.locale, found.opening.returns) == ("es_ar", f"{ISSUER}/mod/lti/return.php?course=12")
    assert found.opening.is_learner
    assert not found.opening.is_own_window
    assert found.grades.takes_scores


def test_what_open_edx_says_is_understood():
    found = read(signed(open_edx()))
    assert isinstance(found, Reading)
    assert (found.opening.locale, found.opening.person.name, found.grades.takes_scores) == ("pt-BR", "", False)


def test_a_key_on_p_256_signs_as_well():
    assert isinstance(read(signed(moodle(), ec_key(), alg="ES256", kid="ec")), Reading)


def test_a_teacher_who_chooses_is_understood():
    found = read(signed(choosing(accept_multiple="true", accept_lineitem=False)))
    assert isinstance(found, Choosing)
    assert (found.returns, found.data) == (f"{ISSUER}/mod/lti/contentitem_return.php?id=12", "opaque-5")
    assert (found.takes_several, found.takes_lines) == (True, False)
    bare = read(signed(choosing(accept_multiple=..., data=...)))
    assert (bare.data, bare.takes_several, bare.takes_lines) == ("", False, True)


def test_a_choice_need_not_say_which_address_was_opened():
    assert isinstance(read(signed({**choosing(), f"{LTI}target_link_uri": None})), Choosing)


def test_a_single_key_without_an_id_stands_for_every_id():
    nameless = (Key("", "RS256", rsa_key().public_key()),)
    assert read(signed(moodle(), kid="anything"), nameless)
    token = jwt.encode(moodle(), rsa_key(), algorithm="RS256")
    assert read(token, nameless)


def test_clocks_may_differ_by_a_minute():
    assert read(signed(moodle(NOW + timedelta(seconds=59))))
    assert read(signed(moodle(exp=seconds(-59), iat=seconds(-119))))


def test_names_are_put_together_from_their_parts_and_shown_on_one_line():
    assert read(signed(moodle(name=...))).opening.person.name == "Ana Ejemplo"
    assert read(signed(moodle(name="Ana\n\u0000 Ejemplo"))).opening.person.name == "Ana Ejemplo"
    assert read(signed(moodle(name=..., family_name=...))).opening.person.name == "Ana"


TWICE = json.dumps(moodle())[:-1] + ', "sub": "1"}'


def hs256_with_the_public_key():
    """The public key taken as a secret: what a library that trusts the header would accept."""
    said = f"{letters({'alg': 'HS256', 'kid': 'rsa'})}.{letters(moodle())}"
    return f"{said}.{letters(hmac.new(public_pem(), said.encode(), hashlib.sha256).digest())}"


def moved(place):
    """A token with one sign of its signed part changed."""
    token = signed(moodle())
    at = token.index(".") + place
    return token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]


HOSTILE = {
    # the token
    "nothing": (lambda: "", Fault.NOT_A_TOKEN),
    "two parts": (lambda: "a.b", Fault.NOT_A_TOKEN),
    "five parts, as an encrypted one": (lambda: "a.b.c.d.e", Fault.NOT_A_TOKEN),
    "no base64": (lambda: "é.b.c", Fault.NOT_A_TOKEN),
    "padding": (lambda: f"{letters({'alg': 'RS256'})}=.e30.AA", Fault.NOT_A_TOKEN),
    "another form of the same bytes": (lambda: raw({"alg": "RS256", "kid": "rsa"}, {})[:-1] + "5", Fault.NOT_A_TOKEN),
    "a list as header": (lambda: raw([], {}), Fault.NOT_A_TOKEN),
    "no JSON": (lambda: raw(b"{", {}), Fault.NOT_A_TOKEN),
    "nested without end": (lambda: raw(b'{"a":' + b"[" * 9000, {}), Fault.NOT_A_TOKEN),
    "not a number": (lambda: raw({"alg": "RS256"}, b'{"exp": NaN}'), Fault.NOT_A_TOKEN),
    "very long": (lambda: "a" * 40000, Fault.TOO_LARGE),
    "a claim twice": (lambda: by_hand({"alg": "RS256", "kid": "rsa"}, TWICE.encode()), Fault.TWICE),
    "a header twice": (lambda: raw(b'{"alg":"RS256","alg":"none","kid":"rsa"}', {}), Fault.TWICE),
    # the signature
    "unsigned": (lambda: raw({"alg": "none", "kid": "rsa"}, moodle(), b"x"), Fault.OTHER_ALGORITHM),
    "unsigned, in another case": (lambda: raw({"alg": "NoNe", "kid": "rsa"}, moodle(), b"x"), Fault.OTHER_ALGORITHM),
    "the public key as a secret": (hs256_with_the_public_key, Fault.OTHER_ALGORITHM),
    "a longer hash": (lambda: signed(moodle(), alg="RS512"), Fault.OTHER_ALGORITHM),
    "another padding": (lambda: signed(moodle(), alg="PS256"), Fault.OTHER_ALGORITHM),
    "no algorithm": (lambda: raw({"kid": "rsa"}, moodle()), Fault.OTHER_ALGORITHM),
    "a list of algorithms": (lambda: raw({"alg": ["RS256"], "kid": "rsa"}, moodle()), Fault.OTHER_ALGORITHM),
    "critical headers": (lambda: by_hand({"alg": "RS256", "kid": "rsa", "crit": ["exp"]}, moodle()), Fault.CRITICAL),
    "a payload as it is": (lambda: by_hand({"alg": "RS256", "kid": "rsa", "b64": False}, moodle()), Fault.CRITICAL),
    "no key named": (lambda: jwt.encode(moodle(), rsa_key(), algorithm="RS256"), Fault.NO_KEY_ID),
    "a key that is no text": (lambda: raw({"alg": "RS256", "kid": 7}, moodle()), Fault.BAD_CLAIM),
    "a key that nobody published": (lambda: signed(moodle(), kid="other"), Fault.UNKNOWN_KEY),
    "a key brought along": (
        lambda: signed(moodle(), rsa_key(2), kid="mine", jwk={"kty": "RSA"}, jku="https://evil.example/keys"),
        Fault.UNKNOWN_KEY,
    ),
    "an RSA signature under the name of the other key": (
        lambda: signed(moodle(), kid="ec"),
        Fault.OTHER_KIND_OF_KEY,
    ),
    "P-256 under the name of the RSA key": (
        lambda: signed(moodle(), ec_key(), alg="ES256", kid="rsa"),
        Fault.OTHER_KIND_OF_KEY,
    ),
    "somebody else's key": (lambda: signed(moodle(), rsa_key(2)), Fault.NOT_SIGNED),
    "somebody else's key on P-256": (
        lambda: signed(moodle(), ec.generate_private_key(ec.SECP256R1()), alg="ES256", kid="ec"),
        Fault.NOT_SIGNED,
    ),
    "no signature": (lambda: signed(moodle()).rsplit(".", 1)[0] + ".", Fault.NOT_SIGNED),
    "half a signature": (lambda: signed(moodle())[:-82], Fault.NOT_SIGNED),
    # for whom
    "another issuer": (lambda: signed(moodle(iss="https://moodle.example.evil")), Fault.OTHER_ISSUER),
    "an issuer with a slash": (lambda: signed(moodle(iss=f"{ISSUER}/")), Fault.OTHER_ISSUER),
    "no issuer": (lambda: signed(moodle(iss=...)), Fault.OTHER_ISSUER),
    "for another tool": (lambda: signed(moodle(aud="other")), Fault.NOT_FOR_US),
    "for nobody": (lambda: signed(moodle(aud=...)), Fault.NOT_FOR_US),
    "for an empty list": (lambda: signed(moodle(aud=[])), Fault.NOT_FOR_US),
    "for an object": (lambda: signed(moodle(aud={CLIENT: 1})), Fault.NOT_FOR_US),
    "for several, and none named": (lambda: signed(moodle(aud=[CLIENT, "other"])), Fault.NO_PARTY),
    "for several, and another named": (
        lambda: signed(moodle(aud=[CLIENT, "other"], azp="other")),
        Fault.OTHER_PARTY,
    ),
    "for one, and another named": (lambda: signed(moodle(azp="other")), Fault.OTHER_PARTY),
    "for one, and a list named": (lambda: signed(moodle(azp=["other"])), Fault.OTHER_PARTY),
    # when
    "no end": (lambda: signed(moodle(exp=...)), Fault.NO_TIMES),
    "no beginning": (lambda: signed(moodle(iat=...)), Fault.NO_TIMES),
    "an end in words": (lambda: signed(moodle(exp="2030-01-01")), Fault.NO_TIMES),
    "an end that is yes": (lambda: signed(moodle(exp=True)), Fault.NO_TIMES),
    "an end beyond all time": (lambda: signed(moodle(exp=10**18)), Fault.NO_TIMES),
    "an end before all time": (lambda: signed(moodle(exp=-1)), Fault.NO_TIMES),
    "over": (lambda: signed(moodle(exp=seconds(-61), iat=seconds(-121))), Fault.EXPIRED),
    "made in the future": (lambda: signed(moodle(iat=seconds(61), exp=seconds(200))), Fault.NOT_YET),
    "good from the future on": (lambda: signed(moodle(nbf=seconds(61))), Fault.NOT_YET),
    "made long ago": (lambda: signed(moodle(iat=seconds(-601), exp=seconds(60))), Fault.TOO_OLD),
    "good for years": (lambda: signed(moodle(exp=seconds(86401))), Fault.TOO_LONG_LIVED),
    # for which visit
    "another visit": (lambda: signed(moodle(nonce="n-2")), Fault.OTHER_NONCE),
    "no visit": (lambda: signed(moodle(nonce=...)), Fault.OTHER_NONCE),
    # what it says
    "LTI 1.1": (lambda: signed(moodle(**{f"{LTI}version": "LTI-1p0"})), Fault.OTHER_VERSION),
    "no version": (lambda: signed(moodle(**{f"{LTI}version": ...})), Fault.OTHER_VERSION),
    "another message": (
        lambda: signed(moodle(**{f"{LTI}message_type": "LtiSubmissionReviewRequest"})),
        Fault.OTHER_MESSAGE,
    ),
    "a message of our own kind": (
        lambda: signed(moodle(**{f"{LTI}message_type": "LtiDeepLinkingResponse"})),
        Fault.OTHER_MESSAGE,
    ),
    "a list of messages": (lambda: signed(moodle(**{f"{LTI}message_type": ["a"]})), Fault.OTHER_MESSAGE),
    "no deployment": (lambda: signed(moodle(**{f"{LTI}deployment_id": ...})), Fault.NO_DEPLOYMENT),
    "an empty deployment": (lambda: signed(moodle(**{f"{LTI}deployment_id": ""})), Fault.NO_DEPLOYMENT),
    "another deployment": (lambda: signed(moodle(**{f"{LTI}deployment_id": "2"})), Fault.OTHER_DEPLOYMENT),
    "a deployment as a number": (lambda: signed(moodle(**{f"{LTI}deployment_id": 1})), Fault.BAD_CLAIM),
    "another address": (
        lambda: signed(moodle(**{f"{LTI}target_link_uri": "https://evil.example/"})),
        Fault.OTHER_TARGET,
    ),
    "no address": (lambda: signed(moodle(**{f"{LTI}target_link_uri": ...})), Fault.OTHER_TARGET),
    "an address of a script": (
        lambda: signed(moodle(**{f"{LTI}target_link_uri": "javascript:alert(1)"})),
        Fault.BAD_CLAIM,
    ),
    "no activity": (lambda: signed(moodle(**{f"{LTI}resource_link": ...})), Fault.NO_LINK),
    "an activity without an id": (lambda: signed(moodle(**{f"{LTI}resource_link": {"id": ""}})), Fault.NO_LINK),
    "an activity that is a text": (lambda: signed(moodle(**{f"{LTI}resource_link": "34"})), Fault.BAD_CLAIM),
    "an activity with a NUL": (lambda: signed(moodle(**{f"{LTI}resource_link": {"id": "3\0"}})), Fault.BAD_CLAIM),
    "a very long name of somebody": (lambda: signed(moodle(sub="7" * 256)), Fault.BAD_CLAIM),
    "somebody who is a number": (lambda: signed(moodle(sub=7)), Fault.BAD_CLAIM),
    "half a sign": (lambda: by_hand({"alg": "RS256", "kid": "rsa"}, b'{"sub": "\\ud800"}'), Fault.OTHER_ISSUER),
    "a title that is a list": (lambda: signed(moodle(**{f"{LTI}context": {"id": "1", "title": []}})), Fault.BAD_CLAIM),
    "a name that is a list": (lambda: signed(moodle(name=["Ana"])), Fault.BAD_CLAIM),
    "roles in a text": (lambda: signed(moodle(**{f"{LTI}roles": "Learner"})), Fault.BAD_CLAIM),
    "a thousand roles": (lambda: signed(moodle(**{f"{LTI}roles": ["x"] * 101})), Fault.BAD_CLAIM),
    "roles that are numbers": (lambda: signed(moodle(**{f"{LTI}roles": [1]})), Fault.BAD_CLAIM),
    "results elsewhere": (
        lambda: signed(moodle(**{AGS: {"scope": [SCORES], "lineitem": "https://evil.example/line"}})),
        Fault.SERVES_ELSEWHERE,
    ),
    "results inside our own network": (
        lambda: signed(moodle(**{AGS: {"scope": [SCORES], "lineitem": "http://169.254.169.254/latest"}})),
        Fault.SERVES_ELSEWHERE,
    ),
    "results to a file": (
        lambda: signed(moodle(**{AGS: {"scope": [SCORES], "lineitem": "file:///etc/passwd"}})),
        Fault.BAD_CLAIM,
    ),
    "results behind somebody's name": (
        lambda: signed(moodle(**{AGS: {"scope": [SCORES], "lineitem": "https://moodle.academia.example@evil.example/"}})),
        Fault.BAD_CLAIM,
    ),
    "a choice without settings": (
        lambda: signed({**choosing(), f"{DEEP}deep_linking_settings": None}),
        Fault.NO_SETTINGS,
    ),
    "a choice that goes nowhere": (lambda: signed(choosing(deep_link_return_url=...)), Fault.NO_SETTINGS),
    "a choice that goes elsewhere": (
        lambda: signed(choosing(deep_link_return_url="https://evil.example/")),
        Fault.RETURNS_ELSEWHERE,
    ),
    "a choice of files": (lambda: signed(choosing(accept_types=["file", "html"])), Fault.NOT_WANTED),
    "a choice of nothing": (lambda: signed(choosing(accept_types=...)), Fault.NOT_WANTED),
    "a choice with a list to send back": (lambda: signed(choosing(data=["x"])), Fault.BAD_CLAIM),
    "a choice with a book to send back": (lambda: signed(choosing(data="x" * 8001)), Fault.BAD_CLAIM),
    "a choice of perhaps several": (lambda: signed(choosing(accept_multiple="perhaps")), Fault.BAD_CLAIM),
    "a choice for another address": (
        lambda: signed({**choosing(), f"{LTI}target_link_uri": "https://evil.example/"}),
        Fault.OTHER_TARGET,
    ),
}  # fmt: skip  # a table


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_message_is_refused_for_its_own_reason(name):
    make, fault = HOSTILE[name]
    with pytest.raises(Unfit) as problem:
        read(make())
    assert problem.value.fault == fault


def test_the_table_has_a_row_for_every_reason():
    of_keys = {Fault.NOT_KEYS, Fault.PRIVATE_KEY, Fault.WEAK_KEY}
    assert {fault for _make, fault in HOSTILE.values()} == set(Fault) - of_keys


def test_not_one_sign_of_what_was_signed_can_be_changed():
    token = signed(moodle())
    body = token.split(".")[1]
    for place in range(1, len(body), 7):
        with pytest.raises(Unfit):
            read_token(moved(place), key_set())


@given(st.text(max_size=200))
def test_whatever_is_sent_is_read_or_refused_and_nothing_else(words):
    for token in (words, f"{words}.{words}.{words}"):
        with pytest.raises(Unfit):
            read_token(token, key_set())
