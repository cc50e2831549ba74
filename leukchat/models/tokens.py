"""Which tokens end a turn."""

from __future__ import annotations

from leukchat.models.loading import Loaded


def end_tokens(loaded: Loaded) -> set[int]:
    """Every token that ends a turn: the model's own, the tokenizer's, and Llama 3.1's <|eot_id|> and <|eom_id|>."""
    named = loaded.model.generation_config.eos_token_id
    ends = set(named if isinstance(named, list) else [named])
    ends.add(loaded.tokenizer.eos_token_id)
    known = loaded.tokenizer.get_added_vocab()
    return {token for token in ends | {known.get("<|eot_id|>"), known.get("<|eom_id|>")} if token is not None and token >= 0}
