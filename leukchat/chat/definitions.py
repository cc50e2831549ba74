"""Whether a sentence that says what something is says it of the right thing.

Small models give the meaning of one term to its neighbour ("Remission means that leukemia has come back"): every word stands
in the passage, so that shared words and near meanings, which carry other sentences, say nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.grounding_support import stems

# What parts a term from what it means: "X means …", "X is a …"; not "X is treated with …", which may be turned round.
_VERB = re.compile(r"\b(?:means?|refers? to|describes?|stands for|(?:is|are|was|were)(?=\s+(?:also )?(?:an?|the|when|that|called|known|not)\b))", re.IGNORECASE)
_ANY_SUBJECT = stems("mean leukemia cancer blood disease people person patient acute chronic type form kind")
# Share of the meaning's words that one sentence has to hold, and how far below the best one others are looked at: no true paraphrase
# of tests/data/safety/grounding.jsonl has less than 0.75.
LEAST, NEAR = 0.5, 0.15
LONGEST_TERM = 8  # words


def defines_another(claim: str, sentences: Sequence[str]) -> bool:
    """Whether a claim is a definition that none of the sentences gives for that term. False for what is no definition."""
    parted = _parted(claim)
    if parted is None or not sentences:
        return False
    term, meaning = parted
    shares = [len(meaning & stems(sentence)) / len(meaning) for sentence in sentences]
    if max(shares) < LEAST:
        return True
    own = term - _ANY_SUBJECT or term
    return not any(_same_term(own, meaning, sentence) for sentence, share in zip(sentences, shares, strict=True) if share >= max(shares) - NEAR)


def _parted(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Stems of the term and of what it means; None where the text defines nothing."""
    verb = _VERB.search(text)
    if verb is None or len(text[: verb.start()].split()) > LONGEST_TERM:
        return None
    term, meaning = stems(text[: verb.start()]), stems(text[verb.end() :])
    return (term, meaning) if term and meaning else None


def _same_term(own: frozenset[str], meaning: frozenset[str], sentence: str) -> bool:
    """Whether a sentence speaks of the same term: as its own one, or turned round ("20% blasts means acute" for "acute means 20% blasts")."""
    verb = _VERB.search(sentence)
    if verb is None:
        return bool(own & stems(sentence))
    theirs, said = stems(sentence[: verb.start()]), stems(sentence[verb.end() :])
    return not theirs or bool(own & theirs) or bool(own & said and (theirs - _ANY_SUBJECT) & meaning)
