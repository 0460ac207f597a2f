"""bizcase: business cases of Danish municipalities, calculated and printed."""

__version__ = "0.1.0"
