"""Completion with TAB: for the shell that is named, or for the one that asks."""

import os
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from bizcase.cli.misuse import Misuse, one_of

OF_A_SHELL = ("--install-completion", "--show-completion")
"""Options of the library that are about a shell."""


class Shell(StrEnum):
    """Shells that have completion."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"
    PWSH = "pwsh"


def hear_the_shell(arguments: Sequence[str]) -> None:
    """Have the library take the shell that stands behind one of its options.

    By itself it looks which shell asks, and passes over a name in silence; told not to look, it takes the name.
    """
    for option, after in pairwise([*arguments, ""]):
        name, joined, value = option.partition("=")
        if name in OF_A_SHELL and (joined or (after and not after.startswith("-"))):
            try:
                one_of(Shell)(value if joined else after)
            except Misuse as error:
                raise Misuse(error.message, name) from None
            os.environ["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
