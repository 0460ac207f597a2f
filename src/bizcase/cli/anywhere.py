"""Options that hold for every command: they may stand anywhere in a command line, and are read before all else."""

from collections.abc import Sequence

from bizcase.texts.template import Text

LANGUAGE = "--lang"
CONFIGURATION = "--config"
NO_CONFIGURATION = "--no-config"

_WITH_A_VALUE = (LANGUAGE, CONFIGURATION)

IN_HELP = (
    (LANGUAGE, "da|en", Text("Sprog i hjælp, beskeder og tabeller. Også BIZCASE_LANG.  [normalt: da]")),
    (CONFIGURATION, Text("FIL"), Text("Konfigurationen.  [normalt: bizcase.toml hos sagerne eller over dem]")),
    (NO_CONFIGURATION, "", Text("Brug ingen konfiguration.")),
)
"""What a page of help says of them: the option, its value, and what it does."""


def taken_out(arguments: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The other arguments, and what is asked for here: of an option that stands there twice, the last."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    others: list[str] = []
    asked: dict[str, str] = {}
    read = iter(arguments[:end])
    for argument in read:
        name, joined, value = argument.partition("=")
        if name in _WITH_A_VALUE:
            asked[name] = value if joined else next(read, "")
        elif argument == NO_CONFIGURATION:
            asked[argument] = ""
        else:
            others.append(argument)
    return [*others, *arguments[end:]], asked
