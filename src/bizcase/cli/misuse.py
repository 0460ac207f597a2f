"""What is wrong with a command line, in the language of the run: what was found, and what to write instead."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

import typer

from bizcase.cli.language import said
from bizcase.reading.characters import printable
from bizcase.texts.template import Text, Words

E = TypeVar("E", bound=StrEnum)


WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]
"""What the library raises for a command line that cannot be used; not every version has a public name for it."""


class Misuse(typer.BadParameter):
    """An argument that cannot be used; `at` names its option, or its place on the command line."""

    def __init__(self, text: Words, at: str | None = None) -> None:
        super().__init__(said(text), param_hint=at)


def one_of(choices: type[E], other_names: dict[str, E] | None = None, *, guessed: bool = True) -> Callable[[str], E]:
    """How one of some names is read; `other_names` are what people call them elsewhere, and are told the right one.

    Where they are not `guessed`, a near name is not offered: it may be another quantity.
    """

    def read(text: str) -> E:
        for choice in choices:
            if choice.value == text.casefold():
                return choice
        meant = (other_names or {}).get(text.casefold())
        if meant is not None:
            raise Misuse(Text("{found} hedder {name} her; skriv {name}", found=text, name=meant))
        from bizcase.case.names import Names
        from bizcase.case.nearest import choose_from

        advice = choose_from(text, Names({choice.value: () for choice in choices}, guessed=guessed))
        raise Misuse(Text("{found} kan ikke stå her; {advice}", found=text or '""', advice=advice))

    return read


def choice(
    *names: str,
    of: type[E],
    help: str,  # noqa: A002 - as the library calls it
    show_default: bool | str = True,
    other_names: dict[str, E] | None = None,
    guessed: bool = True,
) -> Any:
    """An option that is one of some names, read and shown as ours are."""
    reader = one_of(of, other_names, guessed=guessed)
    return typer.Option(*names, parser=reader, metavar=names_of(of), help=help, show_default=show_default)


def kind_named(text: str) -> str:
    """The kind of cases that somebody means, by any of its names."""
    from bizcase.case.kinds import KINDS
    from bizcase.case.nearest import choose_from

    if (meant := KINDS.meant_by(text)) is None:
        advice = choose_from(text, KINDS)
        raise Misuse(Text("{found} kan ikke stå her; {advice}", found=text or '""', advice=advice))
    return meant


def names_of(choices: type[StrEnum]) -> str:
    """The names to choose from, as help shows them."""
    return "|".join(choices)


def whole_number(text: str) -> int:
    """A whole number of at least one."""
    if text.isdecimal() and int(text[:9]) > 0:
        return int(text[:9])
    raise Misuse(Text("her står {found}; skriv et helt tal, mindst 1", found=text or '""'))


def refuse(text: Words, at: str) -> NoReturn:
    """End the run for what stands at an option, or a place on the command line."""
    raise Misuse(text, at)


def told(error: Any) -> str:
    """A wrong command line as it is told, with the command whose help says more.

    The errors of the library are known by what they carry: it gives them no public names.
    """
    at = _place(error)
    where = f"{at}: " if at else ""
    lines = [f"bizcase: {where}{said(_found(error))}"]
    if getattr(error, "ctx", None) is not None:
        lines.append(said(Text("Hjælp: {command} -h", command=error.ctx.command_path)))
    return "\n".join(map(printable, lines))


def _place(error: Any) -> str:
    """The option or the argument that is wrong, by the name that help has for it."""
    hint = getattr(error, "param_hint", None)
    if isinstance(hint, str):
        return hint
    param = getattr(error, "param", None)
    if hasattr(error, "param_type"):
        return ""  # what is missing is named by what is said
    if param is None:
        return str(getattr(error, "option_name", ""))
    return str(param.opts[0]) if param.param_type_name == "option" else shown_name(param)


REMOVED = {
    "--mixed-price-levels": Text("findes ikke længere; omregn sagerne til ét p/l: --price-level ÅR --prices FIL"),
}
"""Options that there were, which scripts may still use, with what to do instead."""


def _found(error: Any) -> Words:
    """What is wrong, in a text of ours."""
    if isinstance(error, Misuse):
        return error.message
    if hasattr(error, "possibilities"):
        from bizcase.case.nearest import nearest

        if removed := REMOVED.get(error.option_name):
            return removed

        close = nearest(error.option_name, error.possibilities or ())
        return Text("valget kendes ikke; mente du {guess}?", guess=close) if close else Text("valget kendes ikke")
    if hasattr(error, "option_name"):
        flags = {name for param in error.ctx.command.params if getattr(param, "is_flag", False) for name in param.opts}
        return Text("står alene; fjern værdien") if error.option_name in flags else Text("mangler en værdi efter sig")
    if hasattr(error, "param_type"):
        return Text("{what} mangler", what=shown_name(error.param))
    return str(error.format_message())


def shown_name(param: Any) -> str:
    """An argument by the name that help has for it."""
    from bizcase.cli.language import language
    from bizcase.texts.template import template_in

    return template_in(param.metavar or str(param.name).upper(), language())
