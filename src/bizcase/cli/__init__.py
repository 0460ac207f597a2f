"""The command line: arguments in, a result on stdout, everything else on stderr, an exit code out.

A command imports what it needs when it runs, so that `--help` starts at once.
"""

import contextlib
import gc
import io
import os
import signal
import sys
from typing import Annotated

import typer

from bizcase.cli import profile
from bizcase.cli.anywhere import LANGUAGE, taken_out
from bizcase.cli.calc import calc
from bizcase.cli.command import Command, Program
from bizcase.cli.completion import hear_the_shell
from bizcase.cli.configuration import choose_configuration
from bizcase.cli.convert import convert
from bizcase.cli.draft import remove_drafts
from bizcase.cli.emit import let_go, say
from bizcase.cli.exits import BY_SIGNAL, FINE, TROUBLE
from bizcase.cli.explain import explain
from bizcase.cli.language import choose_language
from bizcase.cli.misuse import WrongUsage, told
from bizcase.cli.new import new
from bizcase.cli.pool import pool
from bizcase.cli.schema import schema
from bizcase.cli.validate import validate
from bizcase.cli.value import value
from bizcase.texts.system import reason_of
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
    "Fejl vises for sig. En sag, der ikke kan beregnes, nævnes dér og i dokumentet.\n\n"
    "Fx: bizcase calc BC42.yaml --table all -o BC42.docx",
)(calc)
app.command(
    cls=Command,
    help="Tjek sager, og vis alle fund, fil for fil.\n\n"
    "Slutkode 0: i orden; 1: en sag har fejl; 2: forkert brug, eller en fil, der ikke kan læses.\n\n"
    "Fx: bizcase validate BC42.yaml",
)(validate)
app.command(
    cls=Command,
    help="Vis mange sager i én oversigt.\n\n"
    "En fil med fejl nævnes for sig og i dokumentet, og resten beregnes. Slutkode 0: i orden; 1: en sag har fejl; "
    "2: forkert brug, eller en fil, der ikke kan læses.\n\n"
    "Fx: bizcase pool sager --layout innovation -o bilag3.xlsx",
)(pool)
app.command(
    cls=Command,
    help="Vis, hvad en sag er værd: nutidsværdi, nettogevinst, B/C og intern rente.\n\n"
    "Flere sager vises samlet og en for en. Rente, basisår, horisont og p/l står under tallene. Slutkode 0: i orden; "
    "1: en sag har fejl; 2: forkert brug, eller en fil, der ikke kan læses.\n\n"
    "Fx: bizcase value BC42.yaml --horizon 10,20 -o BC42.docx",
)(value)
app.command(
    cls=Command,
    help="Skriv en sag at begynde med, med forklaringer, eller en tom formular i Excel.\n\n"
    "Filen hedder ID.yaml, hvis intet andet er sagt; -o ID.xlsx skriver formularen. En fil, der findes, overskrives "
    "aldrig.\n\n"
    "Fx: bizcase new BC42 -o BC42.xlsx --administration SUF",
)(new)
app.command(
    cls=Command,
    help="Skriv en sag om til en formular i Excel, eller en formular til en tekstfil.\n\n"
    "Endelsen på -o siger, hvad der skrives: .xlsx eller .yaml. Sagen er den samme; kommentarer i en tekstfil følger "
    "ikke med, og det siges, hvor mange der er.\n\n"
    "Fx: bizcase convert BC42.yaml -o BC42.xlsx",
)(convert)
app.command(cls=Command, help="Vis et JSON-skema, eller hold filerne med alle skemaer ajour.")(schema)
app.command(
    cls=Command,
    help="Forklar et fund: hvad det betyder, og hvad du gør.\n\n"
    "Uden kode vises listen over alle fund.\n\n"
    "Fx: bizcase explain not-permanent",
)(explain)
profile_app = typer.Typer(cls=Program, rich_markup_mode=None)
profile_app.command(
    cls=Command,
    help="Tjek en profil, og vis alle fund.\n\n"
    "Slutkode 0: i orden; 1: profilen har fejl; 2: forkert brug, eller en fil, der ikke kan læses.\n\n"
    "Fx: bizcase profile check eksempel.yaml",
)(profile.check)
profile_app.command(
    cls=Command,
    help="Vis filen med en profil, til at læse eller begynde sin egen med.\n\n"
    "Fx: bizcase profile show copenhagen -o eksempel.yaml",
)(profile.show)
app.add_typer(profile_app, name="profile")


@profile_app.callback(help="Tjek eller vis en kommunes profil.", invoke_without_command=True)
def profile_options(context: typer.Context) -> None:
    """Without a command of its own, the help."""
    _help_without_command(context)


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
    _help_without_command(context)


def _help_without_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(TROUBLE)


def main() -> None:
    """Run the command line. A bug becomes one line and exit code 2, a signal 128 and its number; no traceback."""
    gc.disable()  # a start makes much and drops nothing; a run over cases lets it work again
    for number in _ENDING_SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or a shell that put the run in the background
            signal.signal(number, _end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that a terminal lacks must not end a run
    try:
        _run()
    finally:
        remove_drafts()


_ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def _end(number: int, _frame: object) -> None:
    """End the run by a signal, once: what it has begun is taken away, and nothing more is waited for."""
    for each in _ENDING_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    processes = getattr(sys.modules.get("multiprocessing"), "active_children", list)  # it may be half imported by now
    for worker in processes():
        worker.kill()
    if sys.stdout is not None:
        with contextlib.suppress(OSError, ValueError):  # what nobody takes must not be waited for at the end
            let_go(sys.stdout)
    sys.exit(BY_SIGNAL + number)


def _run() -> None:
    try:
        arguments, asked = taken_out(sys.argv[1:])
        choose_language(asked.get(LANGUAGE), os.environ)
        choose_configuration(asked)
        hear_the_shell(arguments)
        sys.exit(app(arguments, standalone_mode=False) or FINE)
    except WrongUsage as error:
        say(told(error))
    except OSError as error:  # of what the library prints: help, the version
        say(
            Text(
                "bizcase: {target}: kan ikke skrives ({reason})", target=Text("standardoutput"), reason=reason_of(error)
            )
        )
        let_go(sys.stdout)
    except MemoryError:
        say(Text("bizcase: der er ikke hukommelse nok; tag færre filer ad gangen, eller luk andre programmer"))
    except Exception as error:  # noqa: BLE001 - the one place where a bug ends
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        say(Text("bizcase: fejl i programmet: {said}; meld den gerne sammen med den kommando, du kørte", said=said))
    sys.exit(TROUBLE)
