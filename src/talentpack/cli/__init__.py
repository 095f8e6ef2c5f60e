"""The command line: the same use cases as the window."""

from talentpack.cli.commands import main

__all__ = ["main"]
