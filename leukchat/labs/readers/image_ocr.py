"""The recognition engine: RapidOCR with the models of its own package, one for the process, made when first needed."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

from leukchat.errors import ReportError
from leukchat.labs.readers.image_raised import with_raised

_LOCK = threading.Lock()
_THREADS = 4
_MODELS = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx", "ch_ppocr_mobile_v2.0_cls_mobile.onnx")
_VOTES = 16


@dataclass(frozen=True, slots=True)
class SeenText:
    """A piece of text in a picture: its corners (clockwise from its upper left) and each character's place and certainty.

    `places` are fractions of the piece's length; `confidences` lie between 0 and 1.
    """

    text: str
    corners: tuple[tuple[float, float], ...]
    places: tuple[tuple[float, float], ...]
    confidences: tuple[float, ...]


@cache
def _engine() -> Any:
    """The engine without logging, downloads or more threads than the machine has cores."""
    from pathlib import Path

    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    missing = [name for name in _MODELS if not (models / name).is_file()]
    if missing:
        raise ReportError(f"the text recognition is not complete ({missing[0]} is missing). Install it again with: pip install --force-reinstall rapidocr")
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.return_word_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": min(_THREADS, os.cpu_count() or 1),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.box_thresh": 0.3,  # names that end in rows of dots are found faintly
            "Det.model_path": str(models / _MODELS[0]),
            "Rec.model_path": str(models / _MODELS[1]),
            "Cls.model_path": str(models / _MODELS[2]),
        }
    )


def find_text(picture: Any) -> tuple[Any, list[Any]]:
    """The corners of every piece of text in an RGB picture (n by 4 by 2), and the pieces cut out."""
    import numpy as np
    from rapidocr.main import RapidOCRError

    # One copy here: of a view with its colours turned round the engine copies the whole page for every piece.
    blue_first = np.ascontiguousarray(picture[:, :, ::-1])
    with _LOCK:
        try:
            pieces, found = _engine().detect_and_crop(blue_first, {})
        except RapidOCRError:
            return None, []  # the engine's way of saying that there is no text
    return found.boxes, pieces


def upside_down(pieces: list[Any]) -> bool:
    """Whether most of the longer pieces stand on their heads."""
    longest = sorted(pieces, key=lambda piece: -piece.shape[1] / max(piece.shape[0], 1))[:_VOTES]
    if not longest:
        return False
    with _LOCK:
        votes = _engine().cls_and_rotate(longest)[1].cls_res
    return bool(sum("180" in label and score > 0.8 for label, score in votes) > 0.6 * len(votes))


def read_text_pieces(boxes: Any, pieces: list[Any]) -> list[SeenText]:
    """The text of every piece."""
    if not pieces:
        return []
    with _LOCK:
        result = _engine().recognize_txt(pieces)
    seen = []
    for piece, corners, text, info in zip(pieces, boxes, result.txts, result.word_results, strict=True):
        if text.strip():
            places, confidences = _characters(text, info)
            seen.append(SeenText(with_raised(text, piece, places), tuple((float(x), float(y)) for x, y in corners), places, confidences))
    return seen


def _characters(text: str, info: Any) -> tuple[tuple[tuple[float, float], ...], tuple[float, ...]]:
    """Where each character stands along its piece, and how sure it is.

    The engine gives the place of the letters alone; spaces lie between them.
    """
    columns = [column for word in info.word_cols for column in word]
    whole = max(info.line_txt_len, 1.0)
    confidences = tuple(float(one) for one in info.confs)
    places: list[tuple[float, float]] = []
    rest = iter(columns)
    last = 0.0
    for char in text:
        if char.isspace():
            places.append((last, last))
            continue
        column = next(rest, None)
        middle = last if column is None else (column + 0.5) / whole
        half = 0.5 / whole
        places.append((max(0.0, middle - 2 * half), min(1.0, middle + 2 * half)))
        last = places[-1][1]
    if len(confidences) != len(text):
        confidences = (min(confidences, default=0.0),) * len(text)
    return tuple(places), confidences
