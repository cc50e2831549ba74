"""Reports of `tests/data/labs/sheets` and `messages`: the file that a source describes, and its gold.

A source holds `blocks` (printed as PDF, or pictured as `picture` says), `sheets` (a workbook) or the `text` of a `file`. A row of its
gold is `analyte | value | unit | flag | day`; empty parts say nothing, and a value may begin with `<` or `>`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from rendering import degrade, page_image
from rendering_blocks import sheet_pdf
from rendering_gold import workbook

DATA = Path(__file__).resolve().parent.parent / "data" / "labs"


def source_paths() -> list[Path]:
    """The sources of both folders."""
    return [path for folder in ("sheets", "messages") for path in sorted((DATA / folder).glob("*.yaml"))]


def made(path: Path) -> tuple[str, bytes, dict[str, Any]]:
    """File name, content, and gold in the form of the JSON golds."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    gold = {"results": _rows(source["gold"]), "also": _rows(source.get("also", "")), "absent": source.get("absent", []), "leaks": source["leaks"]}
    gold |= {"header": {}, "options": {}, "patterns": []}
    if "text" in source:
        text = source["text"].replace("\n", "\r") if source["file"] == "hl7" else source["text"]
        return f"{path.stem}.{source['file']}", text.encode(), gold
    if "sheets" in source:
        return f"{path.stem}.xlsx", workbook({name: [[_cell(cell) for cell in line.split("|")] for line in text.split("\n")] for name, text in source["sheets"].items()}), gold
    pdf = sheet_pdf(source)
    if "picture" not in source:
        return f"{path.stem}.pdf", pdf, gold
    how = dict(source["picture"])
    return f"{path.stem}.jpg", degrade(page_image(pdf, 0, how.pop("dpi")), **how), gold


def _cell(text: str) -> Any:
    text = text.strip()
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return {"day": date.fromisoformat(text).isoformat()}
    return float(text) if re.fullmatch(r"\d+\.\d+", text) else int(text) if re.fullmatch(r"\d+", text) else text


def _rows(text: str) -> list[dict[str, Any]]:
    rows = []
    for line in text.strip().split("\n") if text.strip() else []:
        analyte, value, unit, flag, day, *_ = [part.strip() or None for part in (line + "| | | | ").split("|")]
        sign = value[0] if value and value[0] in "<>" else None
        bare = (value or "").lstrip("<>")
        number = float(bare) if re.fullmatch(r"[\d.]+", bare) else bare
        row = {"analyte": analyte, "value": number, "unit": unit, "value_si": None, "flag": flag, "comparator": sign}
        rows.append(row | ({"collected": day} if day else {}))
    return rows
