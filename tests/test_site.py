"""The documents as a site: it is built without a warning, loads nothing from elsewhere, and speaks both languages."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import ROOT

ELSEWHERE = re.compile(r"(?:https?:)?//\w")
IN_CODE = re.compile(r"""(?:url\(\s*["']?|@import\s+["']|["'`])(?:https?:)?//\w""")
"""What a style or a script would fetch; a comment may name any address."""


class Loaded(HTMLParser):
    """Collects what a page has fetched from another server by itself: links are followed by people only."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Any attribute that holds an address, but for the name of a vocabulary."""
        values = [value or "" for name, value in attrs if name not in ("itemtype", "xmlns")]
        self.found += [value for value in values if tag != "a" and ELSEWHERE.search(value)]

    def handle_data(self, data: str) -> None:
        """What a style or a script on the page would fetch."""
        self.found += IN_CODE.findall(data) if self.cdata_elem else []


def fetched(name: str, text: str) -> list[str]:
    """What a file of the site has fetched from another server."""
    if not name.endswith((".html", ".svg")):
        return IN_CODE.findall(text)
    page = Loaded()
    page.feed(text)
    return page.found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as `make site` builds it, without a warning."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No font, script, style or picture of another server, on any page or in anything that a page loads."""
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js", ".svg")]
    assert {path.suffix for path in files} == {".html", ".css", ".js", ".svg"}
    assert {path.name: found for path in files if (found := fetched(path.name, path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<script src="https://example.org/x.js"></script>'),
        ("a.html", '<link rel="stylesheet" href="//example.org/x.css">'),
        ("a.html", '<img srcset="small.png, https://example.org/x.png 2x">'),
        ("a.html", '<script>fetch("https://example.org")</script>'),
        ("a.html", "<style>body {background: url(https://example.org/x.png)}</style>"),
        ("a.svg", '<svg><style>@font-face {src: url("https://example.org/x.woff2")}</style></svg>'),
        ("a.css", '@import "//example.org/x.css";'),
        ("a.js", "import(`https://example.org/x.js`)"),
    ],
)
def test_what_would_be_loaded_is_seen(name: str, text: str) -> None:
    """The check above finds each way to fetch something."""
    assert fetched(name, text) != []


def test_each_page_says_its_language_and_the_theme_speaks_it(site: Path) -> None:
    """Danish pages have a Danish search and lead on in Danish, English ones in English."""
    for page, language, words in (
        ("da/formularen.html", "da", ("Søg", "Næste", "Lavet med")),
        ("ordliste.html", "da", ("Søg", "Næste", "Lavet med")),
        ("value.html", "en", ("Search docs", "Next", "Built with")),
        ("search.html", "da", ("Intet fundet",)),
    ):
        text = (site / page).read_text("utf-8")
        assert re.findall(r'<html [^>]*lang="(\w+)"', text) == [language]
        assert [word for word in words if word not in text] == []


def test_danish_comes_first_in_the_menu(site: Path) -> None:
    """Those who write and review cases find their pages before those for engineers."""
    assert re.findall(r'caption-text">([^<]+)<', (site / "index.html").read_text("utf-8"))[:2] == ["Dansk", "English"]


def test_the_search_knows_both_languages(site: Path) -> None:
    """Words of Danish and of English are found in their other forms, on pages of both."""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["da", "en"]
    assert (site / "search/lunr.da.js").exists()
    assert {"da/formularen.html", "value.html"} <= {entry["location"] for entry in index["docs"]}


def test_files_outside_of_the_documents_come_along(site: Path) -> None:
    """README is the first page, and a file that a document points to stands where it does in the repository."""
    assert "<h1" in (site / "index.html").read_text("utf-8")
    profile = "src/bizcase/profiles/copenhagen.yaml"
    assert f'href="{profile}"' in (site / "index.html").read_text("utf-8")
    assert (site / profile).read_bytes() == (ROOT / profile).read_bytes()
