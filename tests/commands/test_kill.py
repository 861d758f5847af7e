"""A command that is killed, at whatever moment, leaves every file old or new, and the next one finishes the work."""

import pytest

from .kills import COMMANDS, kill, prepare, victim


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    return prepare(tmp_path_factory.mktemp("prepared"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_killed_command_damages_nothing(prepared, tmp_path, monkeypatch, command):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # so that the environment comes back as it was
    tally, damages = kill(victim(command, prepared, tmp_path), 10, seed=7)
    assert damages == []
    assert tally.total() - tally["came too late"] == 10
