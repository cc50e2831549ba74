"""The prompts: one Markdown file each in `prompts/`, whose variables are checked when it is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from leukchat.errors import PromptError
from leukchat.types import Level

PROMPT_FOLDER = Path(__file__).resolve().parent.parent / "prompts"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A versioned template. `variables` are exactly the places that its text has."""

    id: str
    version: int
    variables: frozenset[str]
    text: str

    def render(self, **values: str) -> str:
        """The text with each variable filled in. Raises PromptError unless exactly the declared ones are given."""
        if values.keys() != self.variables:
            raise PromptError(f"Prompt {self.id!r} takes {_names(self.variables)}; it was given {_names(values.keys())}.")
        return self.text.format(**values)


@cache
def load_prompt(id: str, folder: Path = PROMPT_FOLDER) -> Prompt:
    """The prompt of that name; raises PromptError if it is missing, or declares other variables than it uses."""
    path = folder / f"{id}.md"
    if not path.is_file():
        known = sorted(file.stem for file in folder.glob("*.md"))
        raise PromptError(f"There is no prompt {id!r} in {folder}. Known: {', '.join(known) or 'none'}.")
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise PromptError(f"{path.name} must begin with front matter between two lines of ---.")
    head = yaml.safe_load(parts[1])
    text = parts[2].strip("\n")
    declared = frozenset(head.get("variables", ()))
    used = frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    if declared != used or head.get("id") != id:
        raise PromptError(f"{path.name} declares id {head.get('id')!r} and variables {_names(declared)}, but is named {id!r} and uses {_names(used)}.")
    return Prompt(id=id, version=int(head["version"]), variables=declared, text=text)


@cache
def level_words(folder: Path = PROMPT_FOLDER) -> dict[Level, str]:
    """The sentence that asks a model for each reading level; raises PromptError if one is missing."""
    table = yaml.safe_load((folder / "levels.yaml").read_text(encoding="utf-8"))
    if set(table) != {level.value for level in Level}:
        raise PromptError(f"levels.yaml must hold exactly {', '.join(Level)}; it holds {_names(table)}.")
    return {Level(name): words for name, words in table.items()}


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"
