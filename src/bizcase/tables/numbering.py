"""One numbering through a document: tables keep the numbers of the template where these are in order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bizcase.tables.table import Table
from bizcase.texts.template import Text, Words

NUMBER = "number"


def numbered(tables: Sequence[Table]) -> list[Table]:
    """Tables as they follow each other in a document, each with a number of its own.

    A title that the case gives is a paper's own, and printed letter for letter.
    """
    numbers = [_number_of(table) for table in tables]
    known = [number for number in numbers if number is not None]
    if all(before < after for before, after in pairwise(known)):
        return list(tables)
    renumbered, next_number = [], 1
    for table, number in zip(tables, numbers, strict=True):
        if number is None:
            renumbered.append(table)
            continue
        title, name = (_with_number(words, next_number) for words in (table.title, table.name))
        renumbered.append(replace(table, title=title, name=name))
        next_number += 1
    return renumbered


def _number_of(table: Table) -> int | None:
    """The number that the template gives a table; the title or, where that is a paper's own, the name has it."""
    for words in (table.title, table.name):
        if isinstance(words, Text) and isinstance(number := words.values.get(NUMBER), int):
            return number
    return None


def _with_number(words: Words, number: int) -> Words:
    if isinstance(words, Text) and NUMBER in words.values:
        return Text.of(words.template, {**words.values, NUMBER: number})
    return words
