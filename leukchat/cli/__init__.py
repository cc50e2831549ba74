"""The command line. Thin: it parses, calls the Assistant and prints; errors become one line here and nowhere else."""

from __future__ import annotations

import sys

import click

from leukchat.cli import indexes, questions, reports, running
from leukchat.cli.common import app
from leukchat.errors import LeukChatError

__all__ = ["app", "indexes", "main", "questions", "reports", "running"]


def main() -> None:
    """Runs the command line; every expected problem ends in one line on stderr and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        raise SystemExit(2) from None
    except click.ClickException as error:
        sys.stderr.write(f"leukchat: {' '.join(error.format_message().split())} See: leukchat --help\n")
        raise SystemExit(2) from None
    except LeukChatError as error:
        sys.stderr.write(f"leukchat: {' '.join(str(error).split())}\n")
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    raise SystemExit(code if isinstance(code, int) else 0)
