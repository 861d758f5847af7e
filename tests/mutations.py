"""Damage files as tools, people and disks do: single bytes, lines, tokens. All from one random generator."""

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file: a few that are whole, and pieces that mean something in one."""

    seeds: tuple[str, ...]
    tokens: tuple[str, ...]


def mutated(chance, kind):
    """One of the seeds of `kind`, as bytes, with one to three kinds of damage."""
    data = chance.choice(kind.seeds).encode()
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(_WAYS)(chance, data, kind)
    return data


def _place(chance, data):
    return chance.randrange(len(data) + 1)


def _flip(chance, data, _):
    place = _place(chance, data)
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _insert(chance, data, kind):
    place = _place(chance, data)
    return data[:place] + chance.choice(kind.tokens).encode() + data[place:]


def _delete(chance, data, _):
    place = _place(chance, data)
    return data[:place] + data[place + chance.randint(1, 20) :]


def _cut(chance, data, _):
    return data[: _place(chance, data)]


def _replace_token(chance, data, kind):
    old, new = (chance.choice(kind.tokens).encode() for _ in range(2))
    if old not in data:
        return _insert(chance, data, kind)
    *before, after = data.split(old, chance.randint(1, data.count(old)))
    return old.join(before) + new + after


def _move_line(chance, data, _):
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _double_line(chance, data, _):
    lines = data.split(b"\n")
    lines.insert(chance.randint(0, len(lines)), chance.choice(lines))
    return b"\n".join(lines)


def _drop_line(chance, data, _):
    lines = data.split(b"\n")
    lines.pop(chance.randrange(len(lines)))
    return b"\n".join(lines)


def _splice(chance, data, kind):
    other = chance.choice(kind.seeds).encode()
    return data[: _place(chance, data)] + other[_place(chance, other) :]


_WAYS = (
    *(_flip, _delete, _cut, _insert, _insert, _replace_token, _replace_token),
    *(_move_line, _double_line, _drop_line, _splice),
)
