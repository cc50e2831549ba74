"""ZeroGPU Spaces lend a GPU for as long as a decorated function runs, in a process forked for it (https://huggingface.co/docs/hub/spaces-zerogpu)."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Generator, Iterator

from leukchat.errors import ModelError

Generate = Callable[[list[int], float], Iterator[int]]
# Free visitors have minutes a day, and a shorter time is served earlier; an answer of 512 tokens fits well within a minute.
LONGEST_LOAN = 60.0
# Half a GPU is lent by default: 70 GB of an H200, or 48 GB of the RTX Pro 6000 that followed it. The smaller one is counted on.
LENT_GB = 48.0


def on_zero_gpu() -> bool:
    """Whether this is a ZeroGPU Space with its package: Hugging Face sets the variable there."""
    return bool(os.environ.get("SPACES_ZERO_GPU")) and importlib.util.find_spec("spaces") is not None


def lent(generate: Generate, seconds: float) -> Generate:
    """`generate` with a GPU lent while it runs. It has to be made before the page opens: a Space that shows no such function then is refused.

    What the package raises (no quota left, no GPU free, the process taken away) becomes a ModelError.
    """
    import spaces  # before PyTorch touches CUDA: it stands in for the driver until a GPU is lent
    from gradio.exceptions import Error

    borrowed: Generate = spaces.GPU(duration=int(min(seconds, LONGEST_LOAN)))(generate)

    def tokens(prompt: list[int], seconds: float) -> Generator[int, None, None]:
        try:
            yield from borrowed(prompt, seconds)
        except (Error, RuntimeError) as error:
            said = " ".join(str(error).split()).strip("'\". ")[:160]
            raise ModelError(f"The GPU that this Space borrows was not given, or was taken back ({said or type(error).__name__}).") from error

    return tokens
