"""Identifiers on lab reports: replaced by what they are, before anything is read, kept or returned.

The recogniser is that of `leukchat.safety.privacy`; a report adds that words which name a test are no person.
Lines keep their number and their results; only the identifying part is replaced, by `[name]` and the like.
"""

from __future__ import annotations

from leukchat.labs.analytes import is_test_words, match_name
from leukchat.labs.folding import fold, word_spans
from leukchat.safety.privacy import Masked, masked
from leukchat.safety.privacy_names import is_term

# A report speaks of one kind of number: whatever a register, an insurer or a laboratory gave.
_AS_RECORD = frozenset(("national_id", "insurance_number", "bank_account"))


def mask_identifiers(text: str) -> Masked:
    """`text` with names, dates of birth, numbers of persons and records, phones, e-mails and addresses replaced by `[kind]`."""
    found = masked(text, _is_no_person)
    return Masked(found.text, tuple(dict.fromkeys("record_number" if kind in _AS_RECORD else kind for kind in found.kinds)))


def _is_no_person(words: str) -> bool:
    """Whether words that stand where a name could stand are a test's name, a heading or another word of the field."""
    folded = fold(words)
    spans = word_spans(folded)
    return is_term(words) or is_test_words(folded) or any(match_name(words, folded, spans, index) for index in range(len(spans)))
