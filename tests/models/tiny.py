"""A real, small Llama made on the spot: tokenizer trained on the library, weights trained to say one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

SPECIAL = ["<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>", "<|pad|>"]
# What Llama 3.1's own template prints for a system message and turns: its date lines are always there, with that day where none is given.
CHAT_TEMPLATE = (
    "{{ bos_token }}{% if date_string is not defined %}{% set date_string = '26 Jul 2024' %}{% endif %}"
    "{% if messages[0]['role'] == 'system' %}{% set system, turns = messages[0]['content'] | trim, messages[1:] %}{% else %}{% set system, turns = '', messages %}{% endif %}"
    "<|start_header_id|>system<|end_header_id|>\n\nCutting Knowledge Date: December 2023\nToday Date: {{ date_string }}\n\n{{ system }}<|eot_id|>"
    "{% for turn in turns %}<|start_header_id|>{{ turn['role'] }}<|end_header_id|>\n\n{{ turn['content'] | trim }}<|eot_id|>{% endfor %}"
    "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
)

LONG = 1200  # tokens before the answer, as prompts with passages have them


def train_tokenizer(texts: list[str], size: int = 1200) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer with Llama 3.1's special tokens and turns."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=size, special_tokens=SPECIAL, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token=SPECIAL[0], eos_token=SPECIAL[1], pad_token=SPECIAL[4], clean_up_tokenization_spaces=False)
    fast.chat_template = CHAT_TEMPLATE
    return fast


def small_config(vocabulary: int, eos: int) -> LlamaConfig:
    """About a million parameters; sizes are multiples of 64, as 4-bit blocks need."""
    return LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=128,
        intermediate_size=256,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=8192,
        bos_token_id=0,
        eos_token_id=eos,
        pad_token_id=4,
        tie_word_embeddings=False,
    )


def teach(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, answer: str, steps: int = 120, rate: float = 3e-3) -> float:
    """Trains the model's free parameters to give `answer` to any question; returns the last loss."""
    generator = torch.Generator().manual_seed(0)
    turn = tokenizer.apply_chat_template([{"role": "user", "content": "?"}], add_generation_prompt=True, tokenize=False)
    head = tokenizer(turn[turn.rindex("<|eot_id|>") :], add_special_tokens=False)["input_ids"]
    said = tokenizer(f"{answer}<|eot_id|>", add_special_tokens=False)["input_ids"]
    free = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(free, lr=rate)
    model.train()
    loss = torch.tensor(0.0)
    for step in range(steps):
        long = LONG if step % 4 == 3 else 24
        noise = torch.randint(5, model.config.vocab_size, (8 if long == 24 else 2, long), generator=generator)
        batch = torch.cat([noise, torch.tensor(head + said).expand(len(noise), -1)], dim=1)
        labels = batch.clone()
        labels[:, : long + len(head)] = -100
        loss = model(input_ids=batch, labels=labels).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    model.eval()
    return float(loss.detach())


def make_tiny_llama(folder: Path, texts: list[str], answer: str) -> Path:
    """A folder as `from_pretrained` reads it: config, tokenizer with chat template, safetensors."""
    torch.manual_seed(0)
    tokenizer = train_tokenizer(texts)
    model = LlamaForCausalLM(small_config(len(tokenizer), tokenizer.eos_token_id))
    loss = teach(model, tokenizer, answer)
    assert loss < 0.05, f"the small model did not learn its sentence (loss {loss:.3f})"
    model.to(torch.bfloat16).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    assert (folder / "model.safetensors").is_file()
    return folder


def train_adapter(base: Path, folder: Path, answer: str) -> Path:
    """Loads the base in 4-bit NF4, trains a LoRA adapter on all seven modules over it, and saves that as peft does."""
    from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training

    from leukchat.models.adapter import TARGETS
    from leukchat.models.loading import load
    from leukchat.models.machine import Choice
    from leukchat.settings import ModelSettings

    loaded = load(Choice("cpu", str(base), "", "", "nf4", ""), ModelSettings(), folder.parent)
    torch.manual_seed(0)
    model = prepare_model_for_kbit_training(loaded.model, use_gradient_checkpointing=False)
    model = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, lora_dropout=0.0, target_modules=sorted(TARGETS), task_type="CAUSAL_LM"))
    loss = teach(model, loaded.tokenizer, answer, steps=120, rate=3e-3)
    assert loss < 0.1, f"the adapter did not learn its sentence (loss {loss:.3f})"
    model.save_pretrained(folder, safe_serialization=True)
    return folder


def adapter_settings(folder: Path, **changes: object) -> None:
    """Changes fields of a saved adapter's configuration, as a wrong adapter would have them."""
    file = folder / "adapter_config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))
