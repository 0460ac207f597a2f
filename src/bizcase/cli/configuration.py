"""What is configured for a run: the file that holds for its cases, what that says, and the profile that follows."""

import os
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bizcase.cli.anywhere import CONFIGURATION, NO_CONFIGURATION
from bizcase.cli.misuse import refuse
from bizcase.reading.characters import printable
from bizcase.texts.template import Language, Text

if TYPE_CHECKING:
    from bizcase.case.configuration import Configuration, Weight
    from bizcase.reading.fault import Fault
    from bizcase.reading.source import Source

PROFILE_VARIABLE = "BIZCASE_PROFILE"


class _Asked(NamedTuple):
    """What the command line says of configurations: the file, or that there is to be none."""

    path: str | None = None
    none: bool = False


_asked = _Asked()


def choose_configuration(asked: Mapping[str, str]) -> None:
    """Take what the command line says, by the names of its options."""
    global _asked  # noqa: PLW0603 - a process has one command line
    _asked = _Asked(asked.get(CONFIGURATION), NO_CONFIGURATION in asked)
    if _asked.path in ("", "-"):
        refuse(Text("skriv en fil, fx bizcase.toml"), CONFIGURATION)
    if _asked.path is not None and _asked.none:
        refuse(Text("kan ikke stå sammen med {option}; brug kun det ene", option=CONFIGURATION), NO_CONFIGURATION)


def as_asked() -> str:
    """What the command line says of configurations, to be written behind another command."""
    if _asked.path is not None:
        return f" {CONFIGURATION} {shlex.quote(_asked.path)}"
    return f" {NO_CONFIGURATION}" if _asked.none else ""


@dataclass(frozen=True)
class Settings:
    """What holds where the command line says nothing else. Paths are as they are seen from the working directory."""

    path: str | None = None
    profile: str | None = None
    prices: str | None = None
    paths: tuple[str, ...] = ()
    severity: "Mapping[str, Weight]" = field(default_factory=dict)

    def profile_path(self, option: str | None, at: str = "--profile") -> str:
        """The file of the profile: as an option names it, the environment, the configuration, or the one we ship."""
        from bizcase.case.shipped import USUAL, shipped

        variable = os.environ.get(PROFILE_VARIABLE)
        for named, where in ((option, at), (variable or None, PROFILE_VARIABLE)):
            if named is not None:
                path = _file_of_profile(named, None)
                return refuse(path, where) if isinstance(path, Text) else path
        return self.profile or str(shipped(USUAL))

    def files(self, profile: str | None) -> list[str]:
        """The files that a run reads beside its cases, given its option for the profile."""
        return [self.profile_path(profile), *(each for each in (self.path, self.prices) if each)]


def settings_for(files: Iterable[str], *, named_by: Settings | None = None) -> Settings:
    """What is configured for files, which must all lie below one configuration, or for the working directory.

    Standard input and a run without files belong to the working directory. What a configuration names itself
    (`named_by`) is its own, unless another one lies nearer.
    """
    if _asked.none:
        return _settled(None)
    if _asked.path is not None:
        return _settled(_asked.path)
    first = {os.path.dirname(file): file for file in files} or {"": ""}
    found: dict[str | None, str] = {}
    for folder, file in first.items():
        found.setdefault(_above(folder) or (named_by.path if named_by else None), file)
    if len(found) > 1:
        _refuse_several(found)
    return _settled(*found)


def _refuse_several(found: dict[str | None, str]) -> None:
    (one, file), (other, another) = list(found.items())[:2]
    message = Text(
        "hører under {configuration}, og {other} under {other_configuration}; kør dem hver for sig, eller vælg en med "
        "--config FIL eller --no-config",
        configuration=one or Text("ingen konfiguration"),
        other=printable(another),
        other_configuration=other or Text("ingen konfiguration"),
    )
    refuse(message, printable(file))


@cache
def _above(folder: str) -> str | None:
    """The file that configures a folder, as it is seen from the working directory."""
    from bizcase.reading.configuration_file import configuration_above

    path = configuration_above(folder)
    try:
        return path and os.path.relpath(path)
    except ValueError:  # on another drive
        return path


def language_here() -> Language | None:
    """The language that is configured for the working directory, whatever else is wrong with its configuration."""
    if _asked.none:
        return None
    path = _asked.path or _above("")
    return None if path is None else _language_in(path)


def _language_in(path: str) -> Language | None:
    from bizcase.reading.configuration_file import section_of
    from bizcase.reading.document import Mapping as WrittenMapping

    section = section_of(_source(path))
    named = section[1].get("language") if section and isinstance(section[1], WrittenMapping) else None
    languages: dict[str, Language] = {"da": "da", "en": "en"}
    return languages.get(named.casefold()) if isinstance(named, str) else None


@cache
def _source(path: str) -> "Source":
    from bizcase.reading.configuration_file import read_configuration

    return read_configuration(path)


@cache
def _settled(path: str | None) -> Settings:
    """What a file configures; where something is wrong with it, that is said and the run ends."""
    from bizcase.cli.language import configure_language

    if path is None:
        configure_language(None)
        return Settings()
    configure_language(_language_in(path))
    configuration = _trusted(path)
    folder = os.path.dirname(path)
    profile = configuration.profile
    return Settings(
        path,
        None if profile is None else str(_file_of_profile(profile, path)),
        None if configuration.prices is None else os.path.join(folder, configuration.prices),
        tuple(os.path.join(folder, each) for each in configuration.paths),
        configuration.severity,
    )


def _trusted(path: str) -> "Configuration":
    from dataclasses import replace

    from bizcase.case.configuration import validate_configuration
    from bizcase.checks.rule import warnings
    from bizcase.cli.options import end_for
    from bizcase.reading.configuration_file import section_of
    from bizcase.reading.finding import in_order

    source = _source(path)
    if source.findings:
        end_for(source.findings)
    if (section := section_of(source)) is None:
        refuse(Text("{path} har intet afsnit [tool.bizcase]; tilføj det, eller vælg en anden fil", path=path), path)
    where, node = section
    configuration, faults = validate_configuration(node, warnings())
    if configuration is None or (faults := list(_what_is_not_there(configuration, path))):
        end_for(in_order(source.finding(replace(fault, where=(*where, *fault.where))) for fault in faults))
    return configuration


def _what_is_not_there(configuration: "Configuration", file: str) -> "Iterable[Fault]":
    """Faults about files that a configuration names and nobody has."""
    from bizcase.reading.fault import Fault

    if configuration.profile is not None:
        path = _file_of_profile(configuration.profile, file)
        if isinstance(path, Text):
            yield Fault("bad-value", ("profile",), path)
    named: dict[tuple[str | int, ...], str] = {
        ("paths", position): path for position, path in enumerate(configuration.paths)
    }
    if configuration.prices is not None:
        named["prices",] = configuration.prices
    for where, path in named.items():
        if not os.path.lexists(os.path.join(os.path.dirname(file), path)):
            yield Fault("bad-value", where, _not_there(path, file))


def _file_of_profile(named: str, configured_in: str | None) -> str | Text:
    """The file that somebody means by a name or a path; or what to write instead.

    A path that leads nowhere is told of by whoever reads it, unless it is `configured_in` a file, and seen from there.
    """
    from bizcase.case.nearest import choose_from
    from bizcase.case.shipped import SHIPPED, shipped
    from bizcase.reading.content import is_case_file

    path = os.path.join(os.path.dirname(configured_in or ""), named)
    if os.path.lexists(path):
        return path
    if (known := shipped(named)) is not None:
        return known
    if is_case_file(named) or os.path.basename(named) != named:
        return path if configured_in is None else _not_there(named, configured_in)
    return Text(
        "{found} er hverken en fil eller en profil i programmet; {advice}",
        found=printable(named) or '""',
        advice=choose_from(named, SHIPPED),
    )


def _not_there(path: str, configuration: str) -> Text:
    return Text(
        "{path} findes ikke, set fra {configuration}; ret stien", path=printable(path), configuration=configuration
    )
