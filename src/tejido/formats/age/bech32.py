"""Bech32 (BIP 173) without its limit of length: how age writes keys. Any one wrong letter is noticed."""

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_SUM = 6  # letters at the end that check the others


def encode(prefix: str, data: bytes) -> str:
    """Small letters."""
    fives = _regrouped(data, 8, 5, fill=True)
    check = _checksum([*_expanded(prefix), *fives, *[0] * _SUM]) ^ 1
    fives += [check >> 5 * (5 - place) & 31 for place in range(_SUM)]
    return f"{prefix}1" + "".join(LETTERS[five] for five in fives)


def decode(text: str) -> tuple[str, bytes]:
    """(prefix, data). ValueError for what is no Bech32, mixes capital and small letters, or has a wrong letter."""
    if text not in {text.lower(), text.upper()} or not text.isascii():
        raise ValueError("mixed letters")
    prefix, one, letters = text.lower().rpartition("1")
    if not one or not prefix or len(letters) < _SUM:
        raise ValueError("no Bech32")
    fives = [LETTERS.index(letter) for letter in letters]
    if _checksum([*_expanded(prefix), *fives]) != 1:
        raise ValueError("a letter is wrong")
    return prefix, bytes(_regrouped(bytes(fives[:-_SUM]), 5, 8, fill=False))


def _expanded(prefix: str) -> list[int]:
    return [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]


def _checksum(fives: list[int]) -> int:
    found = 1
    for five in fives:
        top, found = found >> 25, (found & 0x1FFFFFF) << 5 ^ five
        for place, sign in enumerate(_GENERATOR):
            found ^= sign if top >> place & 1 else 0
    return found


def _regrouped(values: bytes, has: int, wanted: int, *, fill: bool) -> list[int]:
    """The same bits in groups of another size. What is left over is filled with zeros, or has to be zeros."""
    bits = count = 0
    groups = []
    for value in values:
        bits, count = (bits << has | value) & 0xFFFF, count + has
        while count >= wanted:
            count -= wanted
            groups.append(bits >> count & (1 << wanted) - 1)
    rest = bits & (1 << count) - 1
    if fill and count:
        groups.append(rest << wanted - count)
    elif not fill and (rest or count >= has):
        raise ValueError("bits are left over")
    return groups
