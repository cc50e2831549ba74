"""Fills the transcripts of README.md with what the commands print now.

A fenced block that follows `<!-- transcript [N] -->` begins with a line `$ command`. The command is
run and its output, cut after N lines if N is given, becomes the rest of the block.

    python scripts/transcripts.py [REGEX]      only blocks whose command matches
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- transcript(?: (\d+))? -->\n```\w*\n)\$ (.+?)\n.*?(?=^```$)", re.DOTALL | re.MULTILINE)


def run(command: str, most: int | None) -> str:
    """What a command prints, cut after `most` lines."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(command, shell=True, cwd=README.parent, env=environment, capture_output=True, text=True, check=False)
    lines = (result.stdout or result.stderr).rstrip().splitlines()
    if most is not None and len(lines) > most:
        lines = [*lines[:most], "…"]
    return "\n".join(lines)


def main() -> None:
    """Rewrites README.md."""
    wanted = re.compile(sys.argv[1] if len(sys.argv) > 1 else "")

    def filled(match: re.Match[str]) -> str:
        if not wanted.search(match[3]):
            return match[0]
        return f"{match[1]}$ {match[3]}\n{run(match[3], int(match[2]) if match[2] else None)}\n"

    README.write_text(BLOCK.sub(filled, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
