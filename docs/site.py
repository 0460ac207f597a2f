"""How the site is made of the documents (hooks of mkdocs): files outside of docs/ come along, and links follow them.

A link is written as it holds in the repository. In the site README is the first page, the documents stand as in docs/,
and every other file that one of them points to stands where it does in the repository. What the menu has under Dansk
is Danish.
"""

import re
from os.path import dirname, normpath, relpath
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

ROOT = Path(__file__).parent.parent
FIRST = "README.md"
DOCUMENTS = "docs/"
DANISH = "Dansk"
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)[^)#]+")
"""The file that a link or a picture names."""

WORDS = {
    "Built with %(mkdocs_link)s using a %(sphinx_link)s provided by %(rtd_link)s.": (
        "Lavet med %(mkdocs_link)s og et %(sphinx_link)s fra %(rtd_link)s."
    ),
    "Docs": "Forside",
    "Footer Navigation": "Forrige og næste side",
    "Mobile navigation menu": "Menu",
    "Navigation menu": "Menu",
    "Next": "Næste",
    "No results found": "Intet fundet",
    "Previous": "Forrige",
    "Search Results": "Søgning",
    "Search docs": "Søg",
    "Search the Docs": "Søg",
    "Searching...": "Søger …",
    "Type search term here": "Skriv et ord",
    "Versions": "Udgaver",
    "theme": "tema",
}
"""What the theme itself says, which has no Danish of its own."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Headings have the names that links to them have in the repository, Danish letters and all.

    There is no page for what is missing: it would know its way only at the root of a server.
    """
    config.mdx_configs["toc"] = {"slugify": name_of}
    config.theme.static_templates.discard("404.html")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The documents, and every file outside of docs/ that they point to, or that such a file points to."""
    reached = [FIRST, *map(source_of, files.documentation_pages())]
    for path in reached:  # and what is found on the way
        pages = LINK.findall((ROOT / path).read_text("utf-8")) if path.endswith(".md") else ()
        for target in (pointed_at(path, link) for link in pages):
            if not target.startswith(DOCUMENTS) and target not in reached and (ROOT / target).is_file():
                reached.append(target)
    for path in reached:
        if not path.startswith(DOCUMENTS):
            files.append(File.generated(config, in_site(path), abs_src_path=str(ROOT / path)))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """The theme speaks Danish on the page of the search, and where nothing else is said."""
    env.globals["gettext"] = in_danish
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The links of a page as they hold in the site."""
    source = source_of(page.file)
    here = dirname(in_site(source))
    return LINK.sub(lambda link: relpath(in_site(pointed_at(source, link[0])), here or "."), markdown)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """What the theme says on a page, in the page's language."""
    if not is_danish(page):
        context["gettext"] = str  # type: ignore[typeddict-unknown-key]  # where templates look for it
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The page of the search says which language it is in."""
    return output.replace('lang="en"', 'lang="da"', 1)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page says which language it is in."""
    return output.replace('lang="en"', 'lang="da"', 1) if is_danish(page) else output


def name_of(heading: str, separator: str) -> str:
    """What links call a heading."""
    return re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", separator)


def in_danish(said: str) -> str:
    """What the theme says, in Danish where it is a word."""
    return WORDS.get(said, said)


def is_danish(page: Page) -> bool:
    """Whether a page is written in Danish."""
    return any(section.title == DANISH for section in page.ancestors)


def source_of(file: File) -> str:
    """Where a file of the site lies in the repository."""
    return relpath(file.abs_src_path or "", ROOT)


def pointed_at(path: str, link: str) -> str:
    """The file of the repository that a link in another one names."""
    return normpath(f"{dirname(path)}/{link}").lstrip("/")


def in_site(path: str) -> str:
    """Where a file of the repository stands in the site."""
    return "index.md" if path == FIRST else path.removeprefix(DOCUMENTS)
