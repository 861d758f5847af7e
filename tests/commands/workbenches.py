"""The workbench, with a server or without one: requests as our own page sends them, short ways to ask and to save."""

import asyncio
import contextlib
import re
import subprocess
import sys
from pathlib import Path

import httpx
import polib

from pipeline.commands.preview.app import application
from pipeline.commands.preview.bench import Bench
from pipeline.commands.preview.watch import Hub
from pipeline.preview.guard import TOKEN_HEADER, Guard

ORIGIN = "http://127.0.0.1:8620"
ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60
"""Seconds after which a test gives up."""


@contextlib.contextmanager
def previewed(root, *options):
    """The command in a process of its own, and the address that it told."""
    command = [sys.executable, "-m", "pipeline", "preview", "--no-open", "--project", str(root), *options]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        try:
            told = ""
            while "the workbench is at" not in told:
                told = process.stderr.readline()
                assert told, "it ended"
            yield process, told.split()[4]
        finally:
            process.kill()


class Workbench:
    """The workbench of a project."""

    def __init__(self, root):
        self.root = root
        self.guard = Guard(8620)
        self.transport = httpx.ASGITransport(application(Bench(root), self.guard, Hub()))

    @property
    def headers(self):
        return {"Origin": ORIGIN, TOKEN_HEADER: self.guard.token, "Sec-Fetch-Site": "same-origin"}

    def ask(self, method, address, **options):
        async def asked():
            async with httpx.AsyncClient(transport=self.transport, base_url=ORIGIN) as client:
                return await client.request(method, address, **options)

        return asyncio.run(asked())

    def get(self, address, **headers):
        return self.ask("GET", address, headers=headers)

    def post(self, address, body, headers=None):
        return self.ask("POST", address, json=body, headers=self.headers if headers is None else headers)

    def view(self, article="guide", locale="de", **more):
        return self.get(
            f"/api/view?article={article}&locale={locale}" + "".join(f"&{k}={v}" for k, v in more.items())
        ).json()

    def block(self, text, article="guide", locale="de"):
        """Return what the list of blocks says of a message."""
        return next(block for block in self.view(article, locale)["blocks"] if block["text"] == text)

    def panel(self, text, article="guide", locale="de", interface="en"):
        """Return what is told about a message: its HTML, and the digest of its catalog."""
        name = self.block(text, article, locale)["name"]
        query = f"article={article}&locale={locale}&name={name}&interface={interface}"
        told = self.get(f"/api/block?{query}").json()
        return told["panel"], told["seen"]

    def edit(self, msgid, text, article="guide", locale="de", **more):
        """Return the body of a request to save `text`."""
        found = {"article": article, "locale": locale, "text": text, "fuzzy": False, **more}
        if "name" not in found:
            found["name"] = self.block(msgid, article, locale)["name"]
        if "seen" not in found:
            found["seen"] = self.panel(msgid, article, locale)[1]
        return found

    def save(self, msgid, text, **more):
        return self.post("/api/save", self.edit(msgid, text, **more))


def plain(html):
    """Return what a reader sees of some HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def others(content, msgid):
    """Return a catalog without the message `msgid` and the date of the last change, line by line."""
    entries = content.decode().split("\n\n")
    kept = [entry for entry in entries if f'\nmsgid "{polib.escape(msgid)}"\n' not in f"\n{entry}"]
    return [re.sub(r'"PO-Revision-Date: [^"]*"', "", entry) for entry in kept]
