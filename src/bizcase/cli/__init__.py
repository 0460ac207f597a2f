"""The command line: arguments in, a result on stdout, everything else on stderr, an exit code out.

A command imports what it needs when it runs, so that `--help` starts at once.
"""

import io
import signal
import sys
from typing import Annotated

import typer

from bizcase.cli.aliases import Command
from bizcase.cli.calc import calc
from bizcase.cli.emit import say
from bizcase.cli.exits import INTERRUPTED, TROUBLE
from bizcase.cli.explain import explain
from bizcase.cli.new import new
from bizcase.cli.pool import pool
from bizcase.cli.schema import schema
from bizcase.cli.validate import validate

app = typer.Typer(
    name="bizcase",
    help="Business cases of Danish municipalities: checked, calculated, and printed as the papers print them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (calc, validate, pool, new, schema, explain):
    app.command(cls=Command)(command)


def _print_version(*, asked: bool) -> None:
    if asked:
        from bizcase import __version__

        typer.echo(f"bizcase {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda asked: _print_version(asked=asked), is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Options that stand before a command; each ends the run by itself."""


def main() -> None:
    """Run the command line. A bug becomes one line and exit code 2, Ctrl-C exit code 130; neither shows a traceback."""
    signal.signal(signal.SIGINT, lambda *_: sys.exit(INTERRUPTED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that a terminal lacks must not end a run
    try:
        app()
    except Exception as error:  # noqa: BLE001 - the one place where a bug ends
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        say(f"bizcase: internal error: {said}; please report it with the command that you ran")
        sys.exit(TROUBLE)
