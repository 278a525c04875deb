"""What we write the Rust program of age opens, and the other way round; whatever is changed is noticed."""

import io
from contextlib import suppress

import pyrage
import pytest

from tejido.formats.age import BadKey, NotOpened, Sealing, bech32, new_identity, opened, recipient_of, share_of
from tejido.formats.age.writing import CHUNK

MINE, OTHER = new_identity(), new_identity()
LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17]


def sealed(data: bytes, *identities: str, piece: int = 10_000) -> bytes:
    target = io.BytesIO()
    stream = Sealing(target, [recipient_of(identity) for identity in identities or (MINE,)])
    for start in range(0, len(data), piece):
        stream.write(data[start : start + piece])
    stream.finish()
    return target.getvalue()


def unsealed(file: bytes, *identities: str) -> bytes:
    return opened(io.BytesIO(file), identities or [MINE]).read()


def why(file: bytes, *identities: str) -> str:
    with pytest.raises(NotOpened) as caught:
        unsealed(file, *identities)
    return str(caught.value)


def sample(length: int) -> bytes:
    return (b"0123456789abcdef" * (length // 16 + 1))[:length]


@pytest.mark.parametrize("length", LENGTHS)
def test_what_we_write_another_program_of_the_same_format_opens(length):
    theirs = pyrage.x25519.Identity.from_str(MINE)
    assert pyrage.decrypt(sealed(sample(length)), [theirs]) == sample(length)


@pytest.mark.parametrize("length", LENGTHS)
def test_what_another_program_of_the_same_format_writes_we_open(length):
    theirs = pyrage.encrypt(sample(length), [pyrage.x25519.Recipient.from_str(recipient_of(MINE))])
    assert unsealed(theirs) == sample(length)


def test_keys_are_those_of_the_other_program():
    theirs = pyrage.x25519.Identity.generate()
    assert recipient_of(str(theirs)) == str(theirs.to_public())
    assert str(pyrage.x25519.Identity.from_str(MINE).to_public()) == recipient_of(MINE)


def test_each_of_several_recipients_opens_it_and_nobody_else():
    file = sealed(b"for two", MINE, OTHER)
    assert unsealed(file, MINE) == unsealed(file, OTHER) == unsealed(file, new_identity(), OTHER) == b"for two"
    assert why(file, new_identity()) == "key"


def test_every_byte_counts():
    file = sealed(b"short")
    for place in range(len(file)):
        changed = bytearray(file)
        changed[place] ^= 1
        with pytest.raises(NotOpened):
            unsealed(bytes(changed))


@pytest.mark.parametrize("length", LENGTHS)
def test_a_file_that_was_cut_is_never_read_to_its_end(length):
    file = sealed(sample(length))
    for end in {len(file) - 1, len(file) - 17, len(file) // 2, 150}:
        with pytest.raises(NotOpened):
            unsealed(file[:end])


def test_a_file_whose_last_chunk_is_missing_is_said_to_be_cut():
    file = sealed(sample(2 * CHUNK + 5))
    assert why(file[: -(5 + 16)]) == "cut"


def test_what_follows_the_end_is_noticed():
    assert why(sealed(sample(CHUNK)) + b"x" * 20) == "longer"


def test_chunks_that_changed_places_are_noticed():
    file = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c")
    size, start = CHUNK + 16, len(file) - 17 - 2 * (CHUNK + 16)
    swapped = file[:start] + file[start + size : start + 2 * size] + file[start : start + size] + file[-17:]
    assert why(swapped) == "changed"


@pytest.mark.parametrize(
    ("find", "put"),
    [
        (b"age-encryption.org/v1\n", b"age-encryption.org/v2\n"),
        (b"age-encryption.org/v1\n", b""),
        (b"-> X25519 ", b"-> X25519  "),
        (b"-> X25519 ", b"-> X25519 extra "),
        (b"\n--- ", b"\n---"),
        (b"\n--- ", b"=\n--- "),
    ],
)
def test_a_header_of_another_form_is_no_file_of_this_kind(find, put):
    assert why(sealed(b"x").replace(find, put, 1)) == "format"


def test_a_stanza_that_was_added_by_somebody_else_is_noticed():
    file = sealed(b"x")
    assert why(file.replace(b"-> X25519", b"-> grease abc\n\n-> X25519", 1)) == "changed"


def test_a_header_without_end_is_not_read_for_ever():
    assert why(b"age-encryption.org/v1\n" + b"-> x y\n\n" * 2_000) == "format"
    assert why(b"age-encryption.org/v1\n-> x\n" + (b"A" * 64 + b"\n") * 5_000) == "format"
    assert why(b"age-encryption.org/v1\n--- " + b"A" * 43 + b"\n") == "format"


def test_a_share_of_low_order_is_refused():
    file = sealed(b"x")
    start = file.index(b"X25519 ") + 7
    assert why(file[:start] + b"A" * 43 + file[start + 43 :]) == "format"


@pytest.mark.parametrize(
    "key",
    ["", "age1", "x", MINE, recipient_of(MINE).upper(), recipient_of(MINE)[:-1] + "b", recipient_of(MINE) + "q",
     recipient_of(MINE).capitalize(), "1qqqqqq", "é1qqqqqq", bech32.encode("age", b"short"),
     bech32.encode("agf", bytes(32))],
    ids=range(12),
)  # fmt: skip  # one list
def test_what_is_no_recipient_is_refused(key):
    with pytest.raises(BadKey):
        share_of(key)


def test_letters_that_leave_bits_over_are_refused():
    with pytest.raises(ValueError, match="bits are left over"):
        bech32._regrouped(bytes([31, 31]), 5, 8, fill=False)


def test_a_file_for_nobody_is_not_written():
    with pytest.raises(ValueError, match="no recipient"):
        Sealing(io.BytesIO(), [])


def test_a_whole_file_of_two_hundred_megabytes_would_need_one_chunk_of_memory():
    """What is read in small pieces asks for no more than the chunk in front of it."""
    source = io.BytesIO(sealed(sample(5 * CHUNK)))
    stream = opened(source, [MINE])
    stream.read(1)
    assert source.tell() < 3 * CHUNK + 500
    with suppress(NotOpened):
        stream.close()


def test_it_is_a_stream_to_write_and_one_to_read():
    assert Sealing(io.BytesIO(), [recipient_of(MINE)]).writable()
    assert opened(io.BytesIO(sealed(b"x")), [MINE]).readable()
