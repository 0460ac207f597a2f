"""Old names of what can be chosen on a command line, which scripts may still use; help shows the new ones."""

from collections.abc import Iterator, Sequence

from typer.core import TyperCommand

ALIASES = {
    ("calc", "--format", "table"): "text",
    ("pool", "--format", "table"): "text",
    ("pool", "--layout", "table"): "figures",
}
"""Command, option and old value, with the value's name today."""


class Command(TyperCommand):
    """A command that knows its old names."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # the context's type is private to typer
        """Read the command line as if it were written with today's names."""
        return super().parse_args(ctx, list(_renamed(str(self.name), args)))


def _renamed(command: str, arguments: Sequence[str]) -> Iterator[str]:
    option = ""
    for argument in arguments:
        name, joined, value = argument.partition("=")
        if joined and (renamed := ALIASES.get((command, name, value))):
            yield f"{name}={renamed}"
        else:
            yield ALIASES.get((command, option, argument), argument)
        option = argument
