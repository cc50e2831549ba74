"""Installs a requirements file into this interpreter's environment, without CUDA where it is of no use.

On a machine without an NVIDIA driver PyTorch comes from its CPU index. When that index cannot be
reached, pip is asked what the default index would bring; if that includes CUDA packages
(gigabytes), nothing is installed and one line says what to do. Run again, it changes nothing.

    python scripts/install.py requirements.txt [--extra requirements-dev.txt]
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
ALLOW_CUDA = "LEUKCHAT_ALLOW_CUDA"
TIMEOUT_S = "8"


def pip(*arguments: str, quiet: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs pip of this interpreter."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, capture_output=quiet, text=True, check=False)


def has_nvidia_driver() -> bool:
    """Whether an NVIDIA driver is at work: the only case in which CUDA packages are of use."""
    return shutil.which("nvidia-smi") is not None and subprocess.run(["nvidia-smi", "-L"], capture_output=True, check=False).returncode == 0


def torch_pin(requirements: Path) -> str | None:
    """The pinned PyTorch requirement, or None."""
    match = re.search(r"^torch==([\w.]+)", requirements.read_text(encoding="utf-8"), re.MULTILINE)
    return match[1] if match else None


def installed_torch() -> str | None:
    """The installed PyTorch version without its local part, or None."""
    try:
        return importlib.metadata.version("torch").split("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return None


def resolves_without_cuda(arguments: list[str]) -> bool:
    """Whether pip, given these arguments, would install PyTorch and no CUDA package along with it."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        result = pip("install", "--dry-run", "--quiet", "--report", str(report), *arguments)
        if result.returncode != 0 or not report.is_file():
            return False
        names = {item["metadata"]["name"].lower() for item in json.loads(report.read_text(encoding="utf-8"))["install"]}
    return not any(name.startswith(("nvidia-", "triton", "cuda-")) for name in names)


def install_torch(version: str) -> None:
    """PyTorch for this machine; exits with one line when only a CUDA build can be had."""
    requirement = f"torch=={version}"
    if installed_torch() == version:
        return
    if platform.system() != "Linux" or has_nvidia_driver() or os.environ.get(ALLOW_CUDA) == "1":
        arguments = [requirement]
    else:
        print(f"No NVIDIA driver: looking for PyTorch {version} without CUDA", flush=True)
        ways = ([requirement, "--index-url", CPU_INDEX, "--timeout", TIMEOUT_S, "--retries", "0"], [requirement])
        found = next((way for way in ways if resolves_without_cuda(way)), None)
        if found is None:
            sys.exit(
                f"PyTorch's CPU index ({CPU_INDEX}) cannot be reached, and the default index would bring gigabytes of CUDA. Try again later, or accept them with: {ALLOW_CUDA}=1 make run"
            )
        arguments = found
    if pip("install", "--quiet", "--quiet", *arguments, quiet=False).returncode != 0:
        sys.exit(f"PyTorch {version} could not be installed; see pip's message above.")


def stamp_of(files: list[Path]) -> str:
    """What the environment would be after installing these files."""
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Installs what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requirements", type=Path)
    parser.add_argument("--extra", type=Path, action="append", default=[])
    options = parser.parse_args()
    files = [options.requirements, *options.extra]
    root = options.requirements.resolve().parent
    stamp = Path(sys.prefix) / f".leukchat-{'-'.join(file.stem for file in files)}"
    wanted = stamp_of([*files, root / "pyproject.toml"])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    version = torch_pin(options.requirements)
    if version:
        install_torch(version)
    arguments = [part for file in files for part in ("-r", str(file))]
    if pip("install", "--quiet", "--quiet", *arguments, quiet=False).returncode != 0:
        sys.exit("The packages could not be installed; see pip's message above.")
    if pip("install", "--quiet", "--quiet", "--no-deps", "-e", str(root), quiet=False).returncode != 0:
        sys.exit("LeukChat itself could not be installed; see pip's message above.")
    stamp.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()
