"""The command line: arguments in, a result on stdout, everything else on stderr, an exit code out.

A command imports what it needs when it runs, so that `--help` starts at once.
"""

import io
import os
import signal
import sys
from typing import Annotated

import typer

from bizcase.cli.calc import calc
from bizcase.cli.command import Command, Program
from bizcase.cli.emit import say
from bizcase.cli.exits import FINE, INTERRUPTED, TROUBLE
from bizcase.cli.explain import explain
from bizcase.cli.language import UnknownLanguageError, choose_language
from bizcase.cli.misuse import told
from bizcase.cli.new import new
from bizcase.cli.pool import pool
from bizcase.cli.schema import schema
from bizcase.cli.validate import validate
from bizcase.texts.template import Text

app = typer.Typer(
    name="bizcase",
    cls=Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(
    cls=Command,
    help="Vis tabellerne for hver sag.\n\n"
    "Hvad der er galt i en sag, skrives på stderr. En sag, der ikke kan beregnes, nævnes dér og i dokumentet.",
)(calc)
app.command(
    cls=Command,
    help="Tjek sager, og vis alt, hvad der er fundet, efter fil og sted.\n\n"
    "Slutkode 0: i orden; 1: en sag har fejl; 2: forkert brug, eller en fil, der ikke kan læses.",
)(validate)
app.command(
    cls=Command,
    help="Vis mange sager i én oversigt.\n\n"
    "En fil med fejl nævnes på stderr og i dokumentet, og resten beregnes. Slutkode 0: i orden; 1: en sag har fejl; "
    "2: forkert brug, eller en fil, der ikke kan læses.",
)(pool)
app.command(
    cls=Command,
    help="Skriv en sag at begynde med, med forklaringer.\n\n"
    "Filen hedder ID.yaml, hvis intet andet er sagt. En fil, der findes, overskrives aldrig.",
)(new)
app.command(cls=Command, help="Vis et JSON-skema, eller hold filerne med alle skemaer friske.")(schema)
app.command(
    cls=Command,
    help="Vis, hvad et fund betyder, og hvad du gør.\n\nUden kode vises listen over alle fund.",
)(explain)


def _print_version(*, asked: bool) -> None:
    if asked:
        from bizcase import __version__

        typer.echo(f"bizcase {__version__}")
        raise typer.Exit


@app.callback(
    help="Kommunens forslag til investering og innovation: tjekket, beregnet og trykt som i kommunens egne papirer.",
    invoke_without_command=True,
)
def options(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback has ended the run where it is asked for
        bool,
        typer.Option(
            "--version", callback=lambda asked: _print_version(asked=asked), is_eager=True, help="Vis versionen."
        ),
    ] = False,
) -> None:
    """Options that stand before a command, each of which ends the run by itself; without any, the help."""
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(TROUBLE)


def main() -> None:
    """Run the command line. A bug becomes one line and exit code 2, Ctrl-C exit code 130; neither shows a traceback."""
    signal.signal(signal.SIGINT, lambda *_: sys.exit(INTERRUPTED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that a terminal lacks must not end a run
    try:
        sys.exit(app(choose_language(sys.argv[1:], os.environ), standalone_mode=False) or FINE)
    except UnknownLanguageError as error:
        say(f"bizcase: {error}")
    except typer.exceptions.TyperException as error:
        say(told(error))
    except Exception as error:  # noqa: BLE001 - the one place where a bug ends
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        say(Text("bizcase: fejl i programmet: {said}; meld den gerne sammen med den kommando, du kørte", said=said))
    sys.exit(TROUBLE)
