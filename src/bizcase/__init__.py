"""bizcase: business cases of Danish municipalities, calculated and printed; from Python too, see docs/python.md."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from bizcase.api import (
        CaseFile,
        FaultyFileError,
        Finding,
        Flow,
        Pool,
        PoolCase,
        Profile,
        Result,
        calculate,
        load,
        load_profile,
        pool,
        to_frame,
        validate,
    )

__all__ = [
    "CaseFile",
    "FaultyFileError",
    "Finding",
    "Flow",
    "Pool",
    "PoolCase",
    "Profile",
    "Result",
    "calculate",
    "load",
    "load_profile",
    "pool",
    "to_frame",
    "validate",
]


if not TYPE_CHECKING:  # otherwise a checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        """A name of the public interface, loaded when somebody asks for it: the command has no use for any of them."""
        if name in __all__:
            from bizcase import api

            return getattr(api, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """What there is, loaded or not."""
    return sorted({*globals(), *__all__})
