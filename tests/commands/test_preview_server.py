"""The server of the workbench: ports, following files, pages that come and go, and its end."""

import asyncio
import contextlib
import errno
import json
import signal
import socket

import httpx
import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.preview import watch
from pipeline.commands.preview.server import FIRST_PORT, Server

from .workbenches import PATIENCE, previewed


def get(address):
    return httpx.get(address, timeout=PATIENCE).text


@contextlib.contextmanager
def listening(address):
    """The events of a workbench, one after the other; the first says that it listens."""
    with httpx.stream("GET", f"{address}events", timeout=PATIENCE) as stream:
        events = (line.removeprefix("event: ") for line in stream.iter_lines() if line.startswith("event: "))
        assert next(events) == "ready"
        yield events


def view(address):
    return json.loads(get(f"{address}api/view?article=guide&locale=de"))


def test_a_save_is_told_to_open_pages_and_ctrl_c_ends_it_at_once(translated):
    with previewed(translated.root, "--port", "0") as (process, address):
        with listening(address) as events, listening(address) as others:
            translated.translate("de", table={"Muscle spasms": "Krämpfe"})
            assert (next(events), next(others)) == ("change", "change")
            assert "Krämpfe" in view(address)["page"]
            translated.write("source/new.md", translated.read("source/guide.md"))
            assert next(events) == "change"
            assert "new</option>" in get(address)
            translated.write("pyproject.toml", translated.read("pyproject.toml").replace('"de", ', ""))
            assert next(events) == "change"
            process.send_signal(signal.SIGINT)
            assert set(events) <= {"change"}
        assert process.wait(PATIENCE) == 0


def test_a_folder_that_goes_and_comes_back_is_followed_again(translated):
    with previewed(translated.root, "--port", "0") as (_, address), listening(address) as events:
        (translated / "locales").rename(translated / "elsewhere")
        assert next(events) == "change"
        assert view(address)["blocks"][0]["state"] == "missing"
        (translated / "elsewhere").rename(translated / "locales")
        while view(address)["blocks"][0]["state"] == "missing":
            assert next(events) == "change"
        translated.translate("de", table={"Muscle spasms": "Krämpfe"})
        while "Krämpfe" not in view(address)["page"]:
            assert next(events) == "change"


def test_a_thousand_files_saved_at_once_are_told_in_a_few_words(translated):
    number = 1000
    with previewed(translated.root, "--port", "0") as (process, address), listening(address) as events:
        for count in range(number):
            translated.write(f"source/many/{count}.md", "---\ntitle: T\ndescription: D.\n---\n\nWords.\n")
        while len(get(address).split("</option>")) < number:
            assert next(events) == "change"
        process.send_signal(signal.SIGINT)
        assert len(list(events)) < number / 10


def test_where_the_system_follows_no_more_folders_they_are_looked_through(translated, monkeypatch):
    """Linux allows each user 128 followers; what it says then is an error of the library."""
    follow, asked = watch.awatch, []

    def refused(*paths, force_polling, **options):
        asked.append(force_polling)
        if not force_polling:
            raise OSError(errno.EMFILE, "Too many open files")
        return follow(*paths, force_polling=True, **options)

    monkeypatch.setattr(watch, "awatch", refused)
    told = []

    async def changed(paths):
        told.append(paths)

    async def followed():
        task = asyncio.create_task(watch.Watcher(translated.open(), changed).run())
        while translated.po("de") not in set().union(*told):
            await asyncio.sleep(0.2)
            translated.translate("de", table={"Muscle spasms": f"Krämpfe{len(told)}"})
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(asyncio.wait_for(followed(), PATIENCE))
    assert set(asked) == {None, True}


def test_what_changes_while_nobody_follows_is_told_afterwards(translated):
    """A folder that comes back is followed again only a moment later."""
    folder, place = translated / "locales", translated.po("de")

    async def followed():
        gone, written, told = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def changed(paths):
            if written.is_set() and {folder, place} & paths:
                told.set()
            elif folder in paths and gone.is_set() and place.is_file():
                place.write_bytes(place.read_bytes() + b"\n")  # before there is another follower
                written.set()
            elif folder in paths:
                gone.set()

        task = asyncio.create_task(watch.Watcher(translated.open(), changed).run())
        await asyncio.sleep(0.5)
        folder.rename(translated / "elsewhere")
        await gone.wait()
        (translated / "elsewhere").rename(folder)
        await told.wait()
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(asyncio.wait_for(followed(), PATIENCE))


def test_a_second_preview_takes_another_port_and_says_so(translated):
    with contextlib.ExitStack() as stack:
        if not taken(FIRST_PORT):
            stack.enter_context(occupied(FIRST_PORT))
        server = Server(translated.root, None)
        stack.callback(server.listening_socket.close)
        assert server.port > FIRST_PORT
        second = Server(translated.root, None)
        stack.callback(second.listening_socket.close)
        assert second.port > server.port


def test_a_port_that_is_taken_is_an_error(translated):
    with occupied(0) as port:
        result = CliRunner().invoke(
            main, ["preview", "--no-open", "--project", str(translated.root), "--port", str(port)]
        )
    assert result.exit_code == 2
    assert result.output.startswith(f"error: --port {port}: cannot be used (Address already in use); name another")


@pytest.mark.parametrize("config", ["", "title = "])
def test_a_project_that_cannot_be_used_is_told(tmp_path, config):
    if config:
        (tmp_path / "plainspoken.toml").write_text(config, encoding="utf-8")
    result = CliRunner().invoke(main, ["preview", "--no-open", "--project", str(tmp_path)])
    assert result.exit_code == 2
    assert "error: " in result.output


def test_only_this_machine_can_ask(translated):
    server = Server(translated.root, 0)
    assert server.listening_socket.getsockname()[0] == "127.0.0.1"
    server.listening_socket.close()


@contextlib.contextmanager
def occupied(port):
    """A port that another program listens at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        yield other.getsockname()[1]


def taken(port):
    with socket.socket() as other:
        return other.connect_ex(("127.0.0.1", port)) == 0
