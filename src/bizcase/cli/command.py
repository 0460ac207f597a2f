"""A command, and the program as a whole, as they are called: old names are read as the new ones, help is ours."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from typer.core import TyperCommand, TyperGroup

from bizcase.cli import help as page
from bizcase.cli.misuse import Misuse, WrongUsage
from bizcase.texts.template import Text

ALIASES = {
    ("calc", "--format", "table"): "text",
    ("pool", "--format", "table"): "text",
    ("pool", "--layout", "table"): "figures",
}
"""Command, option and old value, which scripts may still use, with the value's name today."""


@contextmanager
def _of(context: Any) -> Iterator[None]:
    """What goes wrong here goes wrong in this command, whose help is named with it."""
    try:
        yield
    except WrongUsage as error:
        if getattr(error, "ctx", None) is None:
            error.ctx = context  # type: ignore[attr-defined]  # every wrong usage has it
        raise


class _Helpful:
    """Whose help is a page of ours, and whose errors name it."""

    def invoke(self, ctx):  # type: ignore[no-untyped-def]  # the context's type is private to typer
        """Run it."""
        with _of(ctx):
            return super().invoke(ctx)  # type: ignore[misc]

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]
        """Read its part of the command line."""
        with _of(ctx):
            return super().parse_args(ctx, args)  # type: ignore[misc]

    def format_usage(self, ctx, formatter):  # type: ignore[no-untyped-def]
        """How it is called."""
        page.write_usage(self, ctx, formatter)

    def format_help_text(self, ctx, formatter):  # type: ignore[no-untyped-def]  # noqa: ARG002 - the library's signature
        """What it does."""
        page.write_text(self, formatter)

    def format_options(self, ctx, formatter):  # type: ignore[no-untyped-def]
        """Its arguments and options, and its commands."""
        page.write_options(self, ctx, formatter)


class Command(_Helpful, TyperCommand):
    """A command that knows its old names, and speaks the language of the run."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]
        """Read the command line as if it were written with today's names."""
        ctx.allow_extra_args = True  # said below, in words of ours
        with _of(ctx):
            _refuse_one_dash(self, args)
        rest: list[str] = super().parse_args(ctx, list(_renamed(str(self.name), args)))  # type: ignore[no-untyped-call]
        if ctx.args and not ctx.resilient_parsing:
            with _of(ctx):
                raise Misuse(Text("for mange argumenter: {found}", found=" ".join(ctx.args)))
        return rest


class Program(_Helpful, TyperGroup):
    """All commands, which speak the language of the run."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """The command that is named, or the nearest to it, said in words of ours."""
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            from bizcase.case.nearest import choose_from

            raise Misuse(
                Text(
                    "{found} er ingen kommando; {advice}",
                    found=args[0] or '""',
                    advice=choose_from(args[0], self.commands),
                )
            )
        return super().resolve_command(ctx, args)


def _refuse_one_dash(command: TyperCommand, arguments: Sequence[str]) -> None:
    """Tell of a long option with one dash, which would be read as several short ones."""
    known = {name for param in command.params for name in param.opts}
    for argument in arguments:
        name = argument.partition("=")[0]
        if len(name) > 2 and f"-{name}" in known:
            raise Misuse(Text("skriv -{option} med to streger", option=name), name)


def _renamed(command: str, arguments: Sequence[str]) -> Iterator[str]:
    option = ""
    for argument in arguments:
        name, joined, value = argument.partition("=")
        if joined and (renamed := ALIASES.get((command, name, value))):
            yield f"{name}={renamed}"
        else:
            yield ALIASES.get((command, option, argument), argument)
        option = argument
