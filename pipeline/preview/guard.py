"""Who may ask the workbench for what.

It runs on the translator's own machine, where every page that a browser shows can send requests. So each request has
to name this host (against DNS rebinding), and each that writes has to come from our own page: by its ``Origin``, by
``Sec-Fetch-Site`` where the browser tells it, and by a token that only our page knows and no form can send.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

LARGEST_BODY = 256 * 1024
"""Bytes of a request; the longest messages of real catalogs have some thousand."""

TOKEN_HEADER = "x-workbench-token"  # noqa: S105 - its name, not its value
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Guard:
    """Looks at requests for one run of the workbench."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which this server may be called."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def refusal(self, headers: Mapping[str, str]) -> str:
        """Return why a request must not be answered; empty if it may be. `headers` have names in small letters."""
        if headers.get("host", "").lower() not in self.hosts:
            return "this host is not the workbench's"
        site = headers.get("sec-fetch-site", "same-origin")
        page = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if site not in {"same-origin", "none"} and not page:
            return "the request comes from another site"
        return ""

    def refusal_to_write(self, headers: Mapping[str, str]) -> str:
        """Return why a request must not write; empty if it may."""
        if headers.get("origin") not in {f"http://{host}" for host in self.hosts}:
            return "the request comes from another site"
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "the request comes from another site"
        if not secrets.compare_digest(headers.get(TOKEN_HEADER, "").encode(), self.token.encode()):
            return "the token is not that of this run; load the page again"
        if headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
            return f"the body must be {_JSON}"
        return ""


_COMMON = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
POLICIES = {
    "workbench": f"{_COMMON}; script-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'",
    "page": f"{_COMMON}; frame-ancestors 'self'",
}
"""The Content-Security-Policy of the workbench, and that of pages in it: in these no script runs at all."""


def response_headers(policy: str) -> dict[str, str]:
    """Return the headers of a response with one of `POLICIES`."""
    return {
        "Content-Security-Policy": POLICIES[policy],
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
