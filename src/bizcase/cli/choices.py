"""What can be chosen from on the command line of `bizcase pool`."""

from enum import StrEnum


class Layout(StrEnum):
    """Overviews that a pool can be printed as."""

    INVESTMENT = "investment"
    INNOVATION = "innovation"
    PROFILE = "profile"
    TABLE = "table"


class PoolFormat(StrEnum):
    """Formats that a pool can be printed in."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class GroupBy(StrEnum):
    """What the cases of an overview can be grouped by."""

    ADMINISTRATION = "administration"
    COMMITTEE = "committee"
    KIND = "kind"
    NONE = "none"


class SortBy(StrEnum):
    """What the cases of an overview can be sorted by."""

    PATH = "path"
    ID = "id"
    TITLE = "title"
    COST = "cost"
    SAVING = "saving"
    PAYBACK = "payback"
