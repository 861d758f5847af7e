"""Errors are told as ``path:line: error: what, and what to do``, all at once."""

import pickle

import pytest

from pipeline.errors import InputError, InputErrors, PlainspokenError, collect, raise_all


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(InputError("m", "a.md", 3), "a.md:3: error: m", id="a file and a line"),
        pytest.param(InputError("m", "a.md"), "a.md: error: m", id="a file"),
        pytest.param(InputError("m"), "error: m", id="the call"),
        pytest.param(InputError("m", "", 3), "error: m", id="a line without a file"),
        pytest.param(
            InputErrors([InputError("m", "a"), InputError("n", "b", 1)]), "a: error: m\nb:1: error: n", id="several"
        ),
    ],
)
def test_how_an_error_is_told(error, expected):
    assert str(error) == expected
    assert isinstance(error, PlainspokenError)


def test_errors_can_be_sent_to_another_process():
    error = pickle.loads(pickle.dumps(InputError("m", "a", 1)))  # noqa: S301 - our own
    assert str(error) == "a:1: error: m"
    several = pickle.loads(pickle.dumps(InputErrors([error])))  # noqa: S301 - our own
    assert str(several) == "a:1: error: m"


def test_collect_goes_on_after_an_error():
    def halve(number):
        if number == 3:
            raise InputError("three")
        if number == 5:
            raise InputErrors([InputError("five"), InputError("again five")])
        return number / 2

    results, errors = collect(halve, [2, 3, 4, 5, 6])
    assert results == [1, 2, 3]
    assert [error.message for error in errors] == ["three", "five", "again five"]


def test_collect_hides_no_bug():
    with pytest.raises(ZeroDivisionError):
        collect(lambda number: 1 / number, [0])


def test_raise_all():
    raise_all([])
    raise_all(iter(()))
    with pytest.raises(InputErrors) as caught:
        raise_all(iter([InputError("a"), InputError("b")]))
    assert len(caught.value.errors) == 2
    assert InputErrors(iter([InputError("a")])).errors == (InputError("a"),)
