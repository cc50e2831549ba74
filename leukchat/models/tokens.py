"""Which tokens end a turn."""

from __future__ import annotations

from leukchat.models.loading import Loaded

# Tokens that end a turn, or would begin another one, in the chat templates of instruct models: Llama 3.1's, ChatML's, Gemma's and older Llamas'.
TURN = ("<|eot_id|>", "<|eom_id|>", "<|end_of_text|>", "<|start_header_id|>", "<|im_end|>", "<|im_start|>", "<|endoftext|>", "<end_of_turn>", "<start_of_turn>", "</s>")


def end_tokens(loaded: Loaded) -> set[int]:
    """Every token that ends a turn: those that the model and the tokenizer name, and those of TURN that the tokenizer has."""
    named = loaded.model.generation_config.eos_token_id
    ends = set(named if isinstance(named, list) else [named])
    ends.add(loaded.tokenizer.eos_token_id)
    known = loaded.tokenizer.get_added_vocab()
    return {token for token in ends | {known.get(name) for name in TURN} if token is not None and token >= 0}


def longest_context(loaded: Loaded, wanted: int) -> int:
    """Tokens of prompt and answer together: what is wanted, or what the model was made for where that is less."""
    return min(wanted, getattr(loaded.model.config, "max_position_embeddings", wanted))
