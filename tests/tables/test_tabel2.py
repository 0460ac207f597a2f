"""Tabel 2: a table for each steering area, by the title that its nature gives it."""

from support import case_from, copenhagen

from bizcase.case.profile import Profile, SteeringArea
from bizcase.engine.calculate import calculate
from bizcase.tables.tabel2 import tabel_2

CASE = """\
id: X1
title: Prøve
price_level: 2018
administration: ØKF
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2018: 1}}
  - {name: B, steering_area: Anlæg, amounts: {2018: 1}}
  - {name: C, steering_area: EO, amounts: {2018: 1}}
"""


def titles(profile: Profile) -> list[str]:
    """The titles of the tables of a case with three areas."""
    return [str(table.title) for table in tabel_2(calculate(case_from(CASE), profile), profile)]


def test_the_only_area_of_a_nature_goes_by_its_nature() -> None:
    """As the template has it; other areas go by their names."""
    assert titles(copenhagen()) == [
        "Tabel 2. Serviceinvesteringer i forslaget",
        "Tabel 2. Anlægsinvesteringer i forslaget",
        "Tabel 2. Investeringer i forslaget, overførsler (EO)",
    ]


def test_two_areas_of_one_nature_go_by_their_names() -> None:
    """Two tables of one title could not be told apart."""
    areas = copenhagen().steering_areas | {"Sundhed": SteeringArea(nature="service")}
    two = copenhagen().model_copy(update={"steering_areas": areas})
    two.__dict__.pop("_areas_by_nature", None)  # what the copied profile has found out is of its own areas
    assert titles(two) == [
        "Tabel 2. Investeringer i forslaget, service",
        "Tabel 2. Anlægsinvesteringer i forslaget",
        "Tabel 2. Investeringer i forslaget, overførsler (EO)",
    ]
