"""Who may ask the workbench for what."""

import pytest

from pipeline.preview.guard import TOKEN_HEADER, Guard

GUARD = Guard(8620, "right")
GOOD = {
    "host": "127.0.0.1:8620",
    "origin": "http://127.0.0.1:8620",
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
    TOKEN_HEADER: "right",
}


def test_our_own_page_may_write():
    assert (GUARD.refusal(GOOD), GUARD.refusal_to_write(GOOD)) == ("", "")


@pytest.mark.parametrize("host", ["", "evil.example", "evil.example:8620", "127.0.0.1", "127.0.0.1:80", "localhost"])
def test_another_host_is_refused(host):
    assert GUARD.refusal({**GOOD, "host": host})


@pytest.mark.parametrize(
    "mode", [{}, {"sec-fetch-mode": "no-cors"}, {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}]
)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_neither_read_nor_embed(site, mode):
    assert GUARD.refusal({**GOOD, "sec-fetch-site": site, **mode})


def test_a_link_on_another_site_may_lead_here():
    arrived = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert not GUARD.refusal({**GOOD, **arrived})
    assert GUARD.refusal_to_write({**GOOD, **arrived})


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:8621"},
        {"origin": "https://127.0.0.1:8620"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
        {TOKEN_HEADER: ""},
        {TOKEN_HEADER: "wrong"},
        {TOKEN_HEADER: "righté"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": ""},
    ],
    ids=str,
)
def test_whatever_is_not_as_our_page_sends_it_may_not_write(changed):
    assert GUARD.refusal_to_write({**GOOD, **changed})


def test_each_run_has_a_token_of_its_own_that_is_not_shown():
    one, other = Guard(1), Guard(1)
    assert one.token != other.token
    assert one.token not in repr(one)
