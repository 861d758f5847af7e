"""Every page, style sheet and picture through the Nu HTML checker."""

import json
import shutil
import subprocess

import pytest
from conftest import serve, tool

pytestmark = pytest.mark.java


def nu(addresses):
    """Return what the checker has to say about `addresses`, warnings included.

    Pages come from a server: the checker applies their Content-Security-Policy, and a file has no origin.
    Pictures come as files: it takes any picture on a server for a page.
    """
    java = shutil.which("java")
    if java is None:
        pytest.fail("Java is not installed; run `make test`, or install the package default-jre-headless")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = [
        java,
        *quick,
        "-Xss2m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    ]  # this machine is one of them
    command += ["-jar", tool("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout", "--Werror"]
    command += ["--also-check-css", "--also-check-svg"]
    done = subprocess.run([*command, *addresses], capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    assert (done.returncode == 0) == (messages == [])
    return [f"{message.get('url')}:{message.get('lastLine')}: {message['message']}" for message in messages]


def test_pages_style_sheet_and_pictures_have_no_errors_and_no_warnings(site):
    pages = [site.url + path for path in (*site.pages, "style.css")]
    told = nu([*pages, *site.folder.rglob("*.svg")])
    assert not told, "\n".join(told)


def test_the_checker_would_notice_what_is_wrong(tmp_path):
    (tmp_path / "page.html").write_text('<!DOCTYPE html><html lang="de"><title>A page</title><p id="">Text')
    (tmp_path / "style.css").write_text("p { colour: red }")
    (tmp_path / "picture.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><wrong/></svg>')
    with serve(tmp_path) as site:
        told = "\n".join(nu([f"{site.url}page.html", f"{site.url}style.css", tmp_path / "picture.svg"]))
    assert all(f"{name}:" in told for name in ("page.html", "style.css", "picture.svg"))
