"""Pages of HTML are held by axe-core in a real browser: every form, by day and by night, on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, browser
from support import CASES, CONVERTED, ROOT, bizcase

AXE = ROOT / ".axe/node_modules/axe-core/axe.min.js"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
    pytest.mark.skipif(not AXE.exists(), reason="there is no axe-core here: make axe"),
]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BC07 = "cases/innovationspuljen-2018/BC07.yaml"
CASE_1 = "cases/investeringspuljen-2016/case-1.yaml"
FAULTY = "tests/samples/refused/date.yaml"
MANY = [path for path in CASES if path.parent.name in ("budget-2025", "ofs-2025-26")]
FORMS: dict[str, tuple[str | Path, ...]] = {
    "tabel-1": ("calc", BC07),
    "all-tables": ("calc", CASE_1, "--table", "all"),
    "many-areas": ("calc", "tests/samples/tables/many-areas.yaml", "--table", "all"),
    "many-cases": ("calc", *MANY, FAULTY, "--table", "all"),
    "proposals": ("calc", CASE_1, BC07, "--whole"),
    "in-english": ("calc", BC07, CASE_1, "--table", "all", "--lang", "en", "--unit", "mio"),
    "memo": ("calc", *sorted((ROOT / "cases/investeringspuljen-2016").glob("*.yaml")), "--layout", "memo"),
    "investment": ("pool", "cases", FAULTY, *CONVERTED),
    "innovation": ("pool", "cases/innovationspuljen-2018", "--layout", "innovation"),
    "profile": ("pool", "cases/budget-2025", "cases/ofs-2025-26", "--layout", "profile", *CONVERTED),
    "figures": ("pool", "cases", "--layout", "figures", "--group-by", "committee", *CONVERTED),
}


@pytest.fixture(scope="module")
def driven() -> Iterator[Browser]:
    """One browser for all pages."""
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module", params=FORMS)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page as the program writes it."""
    written = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    run = bizcase(*FORMS[request.param], "--format", "html", "-o", written)
    assert written.exists(), run.err
    return written


def violations(driven: Browser, page: Path, width: int, theme: str) -> list[str]:
    """The rules of axe-core that a page breaks, each with the first element that does."""
    driven.show(page, width=width, theme=theme)
    driven.evaluate(AXE.read_text("utf-8") + ";0")
    script = f"axe.run(document, {{runOnly: {RULES['runOnly']}, resultTypes: ['violations']}})"
    found = driven.evaluate(f"{script}.then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 200)))")
    return [str(each) for each in found]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_breaks_no_rule(driven: Browser, page: Path, width: int, theme: str) -> None:
    """WCAG 2.2 at level AA, and what axe-core holds for good practice."""
    assert violations(driven, page, width, theme) == []
    assert driven.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page itself scrolls sideways"


def test_every_region_has_a_name_of_its_own(driven: Browser, page: Path) -> None:
    """Who jumps from table to table by ear knows whose each one is."""
    driven.show(page, width=1280, theme="light")
    named = """[...document.querySelectorAll('[role=region]')].map(region => region.getAttribute('aria-labelledby')
        .split(' ').map(id => document.getElementById(id).textContent).join(' '))"""
    names = driven.evaluate(named)
    assert names
    assert sorted(set(names)) == sorted(names)


def test_the_rules_are_at_work(driven: Browser, tmp_path: Path) -> None:
    """A page that nobody could use is found: no language, no heading, pale ink that is paler still at night."""
    style = "<style>p {color: #777} @media (prefers-color-scheme: dark) { p {color: #ddd} }</style>"
    bad = tmp_path / "bad.html"
    bad.write_text(f"<!doctype html><title>x</title>{style}<p>hej", "utf-8")
    by_day, by_night = (violations(driven, bad, 320, theme) for theme in ("light", "dark"))
    assert any(each.startswith("html-has-lang") for each in by_day)
    assert any(each.startswith("color-contrast") for each in by_night)
    assert driven.evaluate("innerWidth") == 320
