"""A view: the same amounts in the unit and the language of whoever reads them."""

from decimal import Decimal

import pytest
from support import copenhagen, printed, result_of

from bizcase.case.kinds import Unit
from bizcase.output.papers.view import View
from bizcase.tables.figures import Money
from bizcase.tables.head import unit_and_level
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.table import Column
from bizcase.texts.template import Language, Text


@pytest.mark.parametrize(
    ("unit", "language", "figure", "head"),
    [
        ("kr.", "da", "-1.234.500", "kr. 2026 p/l"),
        ("1.000 kr.", "da", "-1.235", "1.000 kr. 2026 p/l"),  # a half is rounded away from nil
        ("mio. kr.", "da", "-1,2", "mio. kr. 2026 p/l"),
        ("kr.", "en", "-1,234,500", "DKK, 2026 prices"),
        ("1.000 kr.", "en", "-1,235", "DKK 1,000, 2026 prices"),
        ("mio. kr.", "en", "-1.2", "DKK million, 2026 prices"),
    ],
)
def test_an_amount_is_shown_in_the_readers_unit(unit: Unit, language: Language, figure: str, head: str) -> None:
    """1.234,5 saved, in 1.000 kr., in a cell, within a text, and in what the column is headed."""
    view, amount = View(language, unit), Decimal("-1234.5")
    assert view.cell(amount, Column("", figures=True)) == figure
    assert view.words(Text("{first} {second}", first=amount, second="x")) == f"{figure} x"
    assert view.words(unit_and_level(2026)) == head


def test_money_in_a_text_keeps_its_own_unit() -> None:
    """A budget of 375 mio. is that on a page in kroner too."""
    budget = Text("{first} {second}", first=Money(Decimal(375_000), "mio. kr."), second="mio. kr.")
    assert View("da", "kr.").words(budget) == "375,0 mio. kr."


def test_all_price_levels_of_a_mixed_table_are_named() -> None:
    """Each once, the oldest first."""
    assert View().words(unit_and_level(2020, 2016, 2018, 2016)) == "1.000 kr. 2016, 2018 og 2020 p/l"


def test_tabel_1_in_english() -> None:
    """Every label that does not come from the file, by somebody who has read it."""
    lines = (
        "implementation_costs: [{name: Udvikling, steering_area: Service, amounts: {2018: 100}}]\n"
        "efficiencies: [{name: Vikarer, steering_area: Service, amounts: {2018+: -100}}]\n"
    )
    seen = printed(tabel_1(result_of(lines), copenhagen()), language="en")
    assert seen.title == "Table 1. The proposal's total financial consequences"
    assert [row[0] for row in seen.cells] == [
        "Lasting changes",
        "Vikarer",
        "Total lasting change",
        "Implementation costs",
        "Udvikling",
        "Total implementation costs",
        "Total financial effect",
        "Payback period based on efficiencies on service",
        "Payback period based on the total economy",
    ]
    assert seen.cells[-1][2] == "1 year"
    assert seen.notes == ["Note to all tables: all savings are shown with a negative (-) sign."]
