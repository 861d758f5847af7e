"""What tests share: the project of this repository, built and served, and a browser to look at it."""

import functools
import os
import shutil
import threading
from collections import Counter
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import hypothesis
import pytest

from pipeline.commands.build import build
from pipeline.commands.workspace import open_project, project_locales

# No deadline, since machines differ; in CI the same examples each time, so that a red build is about its commit.
hypothesis.settings.register_profile("plainspoken", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("plainspoken")

ROOT = Path(__file__).parent.parent

CHROMIUM_OPTIONS = (
    "--no-sandbox",  # tests may run as root, where the sandbox does not start; they load our own pages only
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TIMEOUT = 30_000
"""How long to wait for the browser, in milliseconds: a busy machine is slow, and that is no fault of a page."""


class Site(NamedTuple):
    """A built site, on disk and on a server of this machine."""

    folder: Path
    url: str
    pages: tuple[str, ...]
    """The path of every HTML page below `folder`, sorted."""

    def pages_of(self, language):
        """Return the pages of one language (its folder), or with ``""`` those at the top."""
        return [page for page in self.pages if page.rpartition("/")[0] == language]


def folders():
    """Return the folders that a built site has, one for each language, and ``""`` for its top."""
    project = open_project(ROOT)
    return ["", project.source_locale.tag, *(locale.tag for locale in project_locales(project))]


def copy_project(folder):
    """Copy what a build reads into `folder`, and return it."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def build_project(folder):
    """Build the project in `folder`, and return the folder of its pages and what the build told."""
    project = open_project(folder)
    return project.output, build(project, project_locales(project))


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@contextmanager
def serve(folder):
    """Serve the pages in `folder` on a free port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_QuietHandler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        pages = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")))
        try:
            yield Site(folder, f"http://127.0.0.1:{server.server_port}/", pages)
        finally:  # a test that fails must not wait for its server
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The project of this repository, built and served."""
    output, outcome = build_project(copy_project(tmp_path_factory.mktemp("project")))
    assert not outcome.errors
    with serve(output) as served:
        yield served


@pytest.fixture(scope="session")
def browser():
    """Chromium, as the system brings it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only the browser tests need it

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_OPTIONS, timeout=TIMEOUT)
        yield launched
        _LEFT_OPEN.clear()
        launched.close()


@contextmanager
def window(browser, **options):
    """Open an empty page in a window of its own: for tests that listen, answer requests, or add scripts."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(TIMEOUT)
        yield context.new_page()


_LEFT_OPEN = {}
"""Empty pages that `view` may lend, by the options of their windows."""


@contextmanager
def view(browser, **options):
    """Lend an empty page, in a window that others have used with the same options: opening one takes half a second.

    For tests that only look: nothing that they bind to the page itself would be taken away again.
    """
    idle = _LEFT_OPEN.setdefault((browser, str(sorted(options.items()))), [])
    page = idle.pop() if idle else browser.new_context(**options).new_page()
    page.context.set_default_timeout(TIMEOUT)
    yield page
    # A page of a test that failed is not lent again.
    page.goto("about:blank")
    page.set_viewport_size(options.get("viewport", {"width": 1280, "height": 720}))
    usual = {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"}
    page.emulate_media(media="null", **{name: options.get(name, value) for name, value in usual.items()})
    idle.append(page)


def chromium():
    """Return the path of Chromium, and fail if it is not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("Chromium is not installed; run `make test`, or install the package chromium")
    return program


@pytest.fixture(scope="session")
def axe():
    """The source text of axe-core, to be run inside a page."""
    return tool("axe-core/axe.min.js").read_text(encoding="utf-8")


def tool(path):
    """Return the path of a file in ``node_modules``, and fail if it is not installed."""
    place = ROOT / "node_modules" / path
    if not place.is_file():
        pytest.fail(f"{path} is not installed; run `make test`, or `npm ci --ignore-scripts`")
    return place


def pytest_configure():
    """Say at once if two modules have one name; pytest would say so only to those who run both of them."""
    folders = [folder for folder in (ROOT / "tests").rglob("*") if any(folder.glob("test_*.py"))]
    loose = [folder for folder in (ROOT / "tests", *folders) if not (folder / "__init__.py").exists()]
    names = Counter(path.stem for folder in loose for path in folder.glob("*.py"))
    if twice := sorted(name for name, count in names.items() if count > 1):
        raise pytest.UsageError(f"two modules below tests/ have one name: {', '.join(twice)}; rename one of them")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the pages that are found as those expected")


@pytest.fixture
def update_golden(request):
    return request.config.getoption("--update-golden")
