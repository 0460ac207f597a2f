"""The public interface for Python: names that keep their meaning, and nothing that prints, writes or exits."""

from bizcase.api.case_file import CaseFile, load, validate
from bizcase.api.finding import FaultyFileError, Finding
from bizcase.api.frame import to_frame
from bizcase.api.pools import Pool, pool
from bizcase.api.profile import load_profile
from bizcase.api.result import Result, calculate
from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow
from bizcase.engine.pool_case import PoolCase

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
