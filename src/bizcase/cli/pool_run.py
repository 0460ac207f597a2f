"""A run over the cases of a pool: its files, what holds for them, and what becomes of each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bizcase.cli.configuration import Settings, settings_for
from bizcase.cli.emit import refuse_to_replace
from bizcase.cli.options import profile_from, with_stdin_called
from bizcase.cli.prices import prices_from
from bizcase.cli.progress import Watch
from bizcase.cli.run import Run
from bizcase.examine.many import examine_all
from bizcase.reading.files import case_files

if TYPE_CHECKING:
    from bizcase.case.profile import Profile
    from bizcase.engine.price_level import Prices
    from bizcase.examine.one import Keep, Outcome

T = TypeVar("T")


class PoolFiles(NamedTuple):
    """The cases that were named and found, the profile of their municipality, and what they are converted by."""

    named: list[str]
    found: list[str]
    profile: "Profile"
    settings: Settings
    prices: "Prices | None"
    beside: tuple[str, ...]

    def refuse_to_replace(self, output: str | None, *others: str | None, force: bool) -> None:
        """End the run where its output would replace a file that it reads."""
        refuse_to_replace([*self.found, *self.beside, *others], output, force=force)


def pool_files(
    paths: list[str], stdin_filename: str | None, profile: str | None, price_level: int | None, prices: str | None
) -> PoolFiles:
    """The files of a pool, as options name them."""
    named = with_stdin_called(stdin_filename, paths)
    found = list(case_files(named))
    settings = settings_for(found)
    known = profile_from(profile, settings)
    conversion = prices_from(price_level, prices, known, settings)
    beside = (*settings.files(profile), *([prices] if prices else []))
    return PoolFiles(named, found, known, settings, conversion, beside)


class PoolRun(Run):
    """A run over the files of a pool, which shows how far it has come."""

    def __init__(
        self, files: PoolFiles, jobs: int | None, *, strict: bool, exit_zero: bool, verbose: bool, quiet: bool
    ) -> None:
        self._files, self._jobs = files, jobs
        self._watch = Watch(len(files.found), quiet=quiet)
        super().__init__(
            strict=strict,
            exit_zero=exit_zero,
            severity=files.settings.severity,
            says="all" if verbose else "failing",
            quiet=quiet,
            say=self._watch.say,
            refused=files.named,
        )

    def outcomes(self, keep: "Keep[T]") -> "Iterator[Outcome[T]]":
        """What becomes of each file; of two with one id and price level the later one is left out."""
        files = self._files
        examined = examine_all(files.found, files.profile, keep, self._jobs, files.prices)
        return map(_without_a_twin, self.over(self._watch.over(examined)))


def _without_a_twin(outcome: "Outcome[T]") -> "Outcome[T]":
    """What is summed holds an id of one price level once: a file whose id an earlier one has is left out and named."""
    return outcome._replace(kept=None) if outcome.is_a_twin else outcome
