"""A page of help: how a command is called, what it does, and its arguments and options, in the language of the run."""

import shutil
from typing import Any

from bizcase.cli.anywhere import IN_HELP
from bizcase.cli.completion import OF_A_SHELL, Shell
from bizcase.cli.language import language, said
from bizcase.texts.template import Text, Words, template_in

FROM_THE_LIBRARY: dict[str, Words] = {
    "help": Text("Vis denne hjælp."),
    "install_completion": Text("Slå fuldførelse med TAB til i terminalen."),
    "show_completion": Text("Vis opsætningen til fuldførelse med TAB."),
}
"""Options that every command line of this kind has, by their names."""


_NARROW = 60
"""Columns below which what is said of an option stands below it."""


def _fit_to_terminal(formatter: Any) -> None:
    """Let the lines of a page end where a narrow terminal does; the library never goes below fifty columns."""
    columns = shutil.get_terminal_size().columns
    if columns < _NARROW:
        formatter.width = columns - 1


def _write_rows(formatter: Any, rows: list[tuple[str, str]]) -> None:
    """Names beside what is said of them, or above it where the terminal is narrow."""
    if formatter.width >= _NARROW:
        formatter.write_dl(rows)
        return
    for name, text in rows:
        formatter.write_text(name)
        with formatter.indentation():
            formatter.write_text(text)


def write_usage(command: Any, context: Any, formatter: Any) -> None:
    """How a command is called."""
    _fit_to_terminal(formatter)
    pieces = [said(Text("[VALG]..."))]
    pieces += [_piece(param) for param in command.get_params(context) if param.param_type_name == "argument"]
    if hasattr(command, "commands"):
        pieces.append(said(Text("KOMMANDO ...")))
    formatter.write_usage(context.command_path, " ".join(pieces), f"{said(Text('Brug:'))} ")


def write_text(command: Any, formatter: Any) -> None:
    """What a command does."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_translated(command.help or ""))


def write_options(command: Any, context: Any, formatter: Any) -> None:
    """The arguments and options of a command, and the commands of the program."""
    params = [param for param in command.get_params(context) if not param.hidden]
    arguments = [(_name(param), _help(param)) for param in params if param.param_type_name == "argument"]
    options = [(_options(param), _help(param)) for param in params if param.param_type_name == "option"]
    options[-1:-1] = [(f"{name} {said(value)}".rstrip(), said(text)) for name, value, text in IN_HELP]
    commands = [(name, _short(each)) for name, each in getattr(command, "commands", {}).items()]
    sections = (
        (Text("Argumenter"), arguments),
        (Text("Valg"), options),
        (Text("Kommandoer"), commands),
    )
    for title, rows in sections:
        if rows:
            with formatter.section(said(title)):
                _write_rows(formatter, rows)


def _translated(danish: str) -> str:
    """What is written beside an option or a command, in the language of the run."""
    return template_in(danish, language())


def _name(param: Any) -> str:
    return _translated(param.metavar or str(param.name).upper())


def _piece(param: Any) -> str:
    """An argument in the line of usage."""
    name = f"{_name(param)}{'...' * (param.nargs != 1)}"
    return name if param.required else f"[{name}]"


def _options(param: Any) -> str:
    """An option with its other names and its value."""
    short_first = sorted(param.opts, key=lambda name: name.startswith("--"))
    names = ", ".join(short_first) + "".join(f" / {name}" for name in param.secondary_opts)
    if names in OF_A_SHELL:
        return f"{names} [{'|'.join(Shell)}]"
    return names if param.is_flag else f"{names} {_name(param)}"


def _help(param: Any) -> str:
    """What is said of an argument or an option, and what stands where it is left out."""
    known = FROM_THE_LIBRARY.get(str(param.name))
    text = _translated(param.help or "") if known is None else said(known)
    usual = param.show_default if isinstance(param.show_default, str) else param.default
    if not isinstance(usual, str) or known is not None:
        return text
    return f"{text}  {said(Text('[normalt: {usual}]', usual=_translated(str(usual))))}"


def _short(command: Any) -> str:
    """A command in one sentence."""
    return _translated(command.help or "").partition("\n\n")[0]
