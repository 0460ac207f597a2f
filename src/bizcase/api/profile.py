"""A municipality's profile from a file, or the one that comes with the program."""

import os
from functools import cache

import bizcase
from bizcase.api.finding import FaultyFileError, told
from bizcase.case.profile import Profile
from bizcase.case.profile_validation import validate_profile
from bizcase.reading.content import STANDARD_INPUT
from bizcase.reading.read import read
from bizcase.texts.template import Language

Path = str | os.PathLike[str]
"""A file, or a folder, as Python names it."""

_SHIPPED = os.path.join(os.path.dirname(bizcase.__file__), "profiles", "copenhagen.yaml")


def load_profile(path: Path, *, language: Language = "da") -> Profile:
    """The profile in a file. Raises FaultyFileError where it cannot be read or has anything wrong with it."""
    source = read(file_named(path))
    findings = list(source.findings)
    if source.root is not None and not findings:
        profile, faults = validate_profile(source.root)
        if profile is not None:
            return profile
        findings += map(source.finding, faults)
    raise FaultyFileError(source.path, told(findings, language))


def profile_meant(profile: Profile | Path | None, language: Language) -> Profile:
    """A profile as it is given: itself, its file, or nothing for Copenhagen's."""
    if profile is None:
        return _copenhagen()
    return profile if isinstance(profile, Profile) else load_profile(profile, language=language)


@cache
def _copenhagen() -> Profile:
    return load_profile(_SHIPPED)


def file_named(path: Path) -> str:
    """A path as text; `-` is a file of that name here, for a function does not read standard input."""
    name = os.fspath(path)
    return os.path.join(os.curdir, name) if name == STANDARD_INPUT else name
