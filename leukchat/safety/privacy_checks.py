"""Check digits of national, insurance and bank numbers: they tell an identifier from a lab value without a cue word.

Each function takes a number with or without its separators and says whether length and check digit fit.
Rules by their issuers: SSA (SSN), NHS Data Dictionary (modulus 11), UIDAI (Verhoeff), INSEE (NIR, modulus 97),
Spanish Interior Ministry (DNI and NIE, modulus 23), Receita Federal (CPF), DATASUS (CNS), GKV (KVNR, modulus 10),
ISO 13616 (IBAN, modulus 97), ISO/IEC 7812 (cards, Luhn).
"""

from __future__ import annotations

_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_VERHOEFF_PERMUTE = ("0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258")


def digits(number: str) -> str:
    """The ASCII digits of a text."""
    return "".join(char for char in number if char in "0123456789")


def ssn(number: str) -> bool:
    """A US social security number that can have been issued: no group of zeros, area not 666 or 900 and above."""
    plain = digits(number)
    return len(plain) == 9 and plain[:3] not in ("000", "666") and plain[0] != "9" and plain[3:5] != "00" and plain[5:] != "0000"


def nhs(number: str) -> bool:
    """A UK NHS number: ten digits, weights 10 to 2, modulus 11."""
    plain = digits(number)
    if len(plain) != 10 or len(set(plain)) == 1:
        return False
    check = -sum(int(char) * weight for char, weight in zip(plain, range(10, 1, -1), strict=False)) % 11
    return check == int(plain[9])


def aadhaar(number: str) -> bool:
    """An Indian Aadhaar number: twelve digits, first 2 to 9, Verhoeff's check over the dihedral group of order ten."""
    plain = digits(number)
    if len(plain) != 12 or plain[0] in "01":
        return False
    check = 0
    for place, char in enumerate(reversed(plain)):
        check = _dihedral(check, int(_VERHOEFF_PERMUTE[place % 8][int(char)]))
    return check == 0


def _dihedral(a: int, b: int) -> int:
    """Product of two elements of the dihedral group of order ten; 0 to 4 are rotations, 5 to 9 reflections."""
    if a < 5:
        return (a + b) % 5 if b < 5 else (a + b - 5) % 5 + 5
    return (a - 5 - b) % 5 + 5 if b < 5 else (a - b) % 5


def nir(number: str) -> bool:
    """A French social security number: 13 characters and a key of two digits; 2A and 2B (Corsica) count as 19 and 18."""
    plain = "".join(number.split()).upper()
    if len(plain) != 15:
        return False
    body = plain[:13].replace("2A", "19").replace("2B", "18")
    return body.isdigit() and plain[13:].isdigit() and 97 - int(body) % 97 == int(plain[13:])


def dni(number: str) -> bool:
    """A Spanish DNI (eight digits, a letter) or NIE (X, Y or Z, seven digits, a letter)."""
    plain = "".join(char for char in number.upper() if char.isalnum())
    if len(plain) != 9:
        return False
    body = str("XYZ".index(plain[0])) + plain[1:8] if plain[0] in "XYZ" else plain[:8]
    return body.isdigit() and _DNI_LETTERS[int(body) % 23] == plain[8]


def cpf(number: str) -> bool:
    """A Brazilian CPF: nine digits and two check digits, modulus 11."""
    plain = digits(number)
    if len(plain) != 11 or len(set(plain)) == 1:
        return False
    for size in (9, 10):
        total = sum(int(char) * weight for char, weight in zip(plain, range(size + 1, 1, -1), strict=False))
        if total * 10 % 11 % 10 != int(plain[size]):
            return False
    return True


def cns(number: str) -> bool:
    """A Brazilian health card number: 15 digits, first 1, 2, 7, 8 or 9, weights 15 to 1, modulus 11."""
    plain = digits(number)
    return len(plain) == 15 and plain[0] in "12789" and sum(int(char) * weight for char, weight in zip(plain, range(15, 0, -1), strict=True)) % 11 == 0


def kvnr(number: str) -> bool:
    """A German health insurance number: a letter, eight digits, a check digit (letter as 01 to 26, weights 1 and 2, modulus 10)."""
    plain = "".join(number.split()).upper()
    if len(plain) != 10 or not plain[0].isascii() or not plain[0].isalpha() or not plain[1:].isdigit():
        return False
    body = f"{ord(plain[0]) - 64:02d}{plain[1:9]}"
    total = sum(sum(divmod(int(char) * (1 + place % 2), 10)) for place, char in enumerate(body))
    return total % 10 == int(plain[9])


def iban(number: str) -> bool:
    """An international bank account number: modulus 97 of the rearranged characters is 1."""
    plain = "".join(number.split()).upper()
    if not 15 <= len(plain) <= 34 or not plain.isalnum() or not plain.isascii():
        return False
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1


def luhn(number: str) -> bool:
    """A payment card number: 13 to 19 digits, Luhn's check."""
    plain = digits(number)
    if not 13 <= len(plain) <= 19 or len(set(plain)) == 1:
        return False
    return sum(sum(divmod(int(char) * (1 + place % 2), 10)) for place, char in enumerate(reversed(plain))) % 10 == 0
