"""Lines by name, in files: kept in order, taken over, replaced, also without room on the disk."""

import io

import pytest

from pipeline.commands.lines import Lines

from .test_files import no_file_larger_than


def read(lines):
    return {name: lines.get(name) for name in lines}


def test_lines_come_back_by_name_and_in_order():
    lines = Lines()
    for name in ("b", "a", "c"):
        lines.put(name, f"line {name}".encode())
    lines.put("b", b"longer than before")
    assert read(lines) == {"b": b"longer than before", "a": b"line a", "c": b"line c"}
    assert lines.get("d") is None
    lines.arrange(["c", "d", "a"])
    assert list(read(lines)) == ["c", "a"]
    assert len(lines) == 2


def test_the_rest_of_a_file_is_taken_over_with_and_without_a_last_line_break():
    for end in (b"\n", b""):
        file = io.BytesIO(b"head\none 1\ntwo 22" + end)
        file.readline()
        assert read(Lines.of(file, lambda line: line[:3].decode())) == {"one": b"one 1", "two": b"two 22"}


def test_what_is_kept_stays_as_it_was_while_other_lines_change():
    before = Lines()
    before.put("a", b"1")
    before.put("b", b"2")
    after = Lines(before)
    after.keep("a")
    after.put("b", b"3")
    assert (read(after), read(before)) == ({"a": b"1", "b": b"3"}, {"a": b"1", "b": b"2"})
    after.close()
    for lines in (before, after):
        with pytest.raises(ValueError, match="closed"):
            lines.get("a")


def test_without_room_on_the_disk_lines_are_kept_all_the_same():
    lines = Lines()
    with no_file_larger_than(10):
        for number in range(9):
            lines.put(str(number), b"12345")
    assert read(lines) == {str(number): b"12345" for number in range(9)}
