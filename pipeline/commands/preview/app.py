"""The workbench as a web application: addresses, requests, answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.catalogs.frame import WORKBENCH, shipped_locales
from pipeline.commands.preview.answers import INDEX, Answers, Asked, edit_from
from pipeline.commands.preview.bench import Bench
from pipeline.commands.preview.edit import Edit
from pipeline.commands.preview.watch import Hub, Watcher
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.preview.guard import LARGEST_BODY, Guard, response_headers
from pipeline.preview.languages import interface_language
from pipeline.preview.pages import ENGLISH, STATIC
from pipeline.render.bilingual import SUFFIX as BILINGUAL
from pipeline.render.html import ICON, STYLE

Result = TypeVar("Result")

_STATIC = ("marks.css", "workbench.css", "workbench.js")
_SHARED = {"style.css": STYLE, "icon.svg": ICON}
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_NOTHING, _BAD, _FORBIDDEN, _MISSING, _CONFLICT, _TOO_LARGE = 204, 400, 403, 404, 409, 413


class Workbench:
    """The handlers of all addresses."""

    def __init__(self, bench: Bench, guard: Guard, hub: Hub) -> None:
        self._answers, self._guard, self._hub = Answers(bench), guard, hub
        self._bench = bench
        self._alone = Lock()
        self._interfaces = [ENGLISH, *shipped_locales(WORKBENCH)]

    def routes(self) -> list[Route]:
        """Return which address is answered by what."""
        return [
            Route("/", self.workbench),
            Route("/pages/{path:path}", self.page),
            *(Route(f"/static/{name}", self.static) for name in _STATIC),
            Route("/api/view", self.view),
            Route("/api/block", self.block),
            Route("/api/check", self.check, methods=["POST"]),
            Route("/api/save", self.save, methods=["POST"]),
            Route("/events", self.events),
            Route("/favicon.ico", self.nothing),
        ]

    async def _ask(self, function: Callable[[], Result]) -> Result:
        """Ask for an answer in a thread; parsers and what is kept are for one at a time."""

        def asked() -> Result:
            with self._alone:
                return function()

        return await run_in_threadpool(asked)

    async def changed(self, paths: set[Path]) -> None:
        """Tell all pages that files changed, or came, or went."""
        if self._bench.may_list_others(paths):
            await self._ask(self._bench.look_again)
        self._hub.tell()

    # --- pages ----------------------------------------------------------------------------------------------------

    async def workbench(self, request: Request) -> Response:
        """Answer with the page around the pages."""
        domains = (INDEX, *self._bench.domains)
        first = next((each for each in self._bench.domains if each != "glossary"), INDEX)
        locales = self._bench.locales
        asked = Asked(
            domain if (domain := request.query_params.get("article", first)) in domains else first,
            self._answers.locale(request.query_params.get("locale", "")) or locales[min(1, len(locales) - 1)],
            self._interface(request),
        )
        beside = "article" not in request.query_params or "beside" in request.query_params
        page = await self._ask(
            lambda: self._answers.workbench(asked, self._guard.token, self._interfaces, beside=beside)
        )
        return HTMLResponse(page, headers=response_headers("workbench"))

    async def page(self, request: Request) -> Response:
        """Answer with a page of the site, or what belongs to one."""
        path = str(request.path_params["path"])
        if path in _SHARED:
            return FileResponse(_SHARED[path])
        tag, _, name = path.partition("/")
        locale = self._answers.locale(tag)
        if locale and (answer := await self._page(locale, name, self._interface(request))):
            return answer
        place = self._answers.picture(path) if Path(path).suffix.lower() in _PICTURES else None
        if place is None:
            raise HTTPException(_MISSING)
        return FileResponse(place)

    async def _page(self, locale: Locale, name: str, interface: Locale) -> Response | None:
        """Answer with a file from the folder of a language; None if there is none of that name."""
        ask, answers = self._ask, self._answers
        if name.endswith(BILINGUAL):
            both = await ask(lambda: answers.bilingual(Asked(name.removesuffix(BILINGUAL), locale, interface)))
            return None if both is None else HTMLResponse(both)
        if name.endswith(".html"):
            asked = Asked(name.removesuffix(".html"), locale, interface)
            page = await ask(lambda: answers.page(asked))
            gone = None if page is not None else await ask(lambda: answers.gone(asked))
            return HTMLResponse(page or gone, _MISSING if page is None else 200)
        if name.endswith(".txt"):
            text = await ask(lambda: answers.text(Asked(name.removesuffix(".txt"), locale, interface)))
            return None if text is None else PlainTextResponse(text)
        drawing = await ask(lambda: answers.drawing(locale, name))
        return None if drawing is None else Response(drawing, media_type="image/svg+xml")

    async def static(self, request: Request) -> Response:
        """Answer with a style sheet or the script of the workbench."""
        return FileResponse(STATIC / request.url.path.rpartition("/")[2])

    async def events(self, _: Request) -> Response:
        """Tell a page whenever something changes."""
        return StreamingResponse(self._hub.listen(), media_type="text/event-stream")

    async def nothing(self, _: Request) -> Response:
        """Answer that there is nothing: browsers ask for an icon by themselves."""
        return Response(status_code=_NOTHING)

    # --- what the script asks for ---------------------------------------------------------------------------------

    async def view(self, request: Request) -> Response:
        """Answer with all that changes in an open workbench."""
        asked, query = self._asked(request, request.query_params), request.query_params
        beside, was = bool(query.get("beside")), query.get("was", "")
        return JSONResponse(await self._ask(lambda: self._answers.view(asked, beside=beside, was=was)))

    async def block(self, request: Request) -> Response:
        """Answer with all about one block."""
        asked = self._asked(request, request.query_params)
        panel = await self._ask(lambda: self._answers.panel(asked, request.query_params.get("name", "")))
        if panel is None:
            raise HTTPException(_MISSING, "no such block")
        return JSONResponse(panel)

    async def check(self, request: Request) -> Response:
        """Answer with what the rules find in a text that is not saved."""
        asked, edit = await self._edit(request)
        try:
            return JSONResponse(await self._ask(lambda: self._answers.check(asked, edit)))
        except (InputError, InputErrors) as error:
            return JSONResponse({"error": str(error)}, _CONFLICT)

    async def save(self, request: Request) -> Response:
        """Write a text into its catalog."""
        asked, edit = await self._edit(request)
        answer = await self._ask(lambda: self._answers.save(asked, edit))
        return JSONResponse(answer, 200 if answer["saved"] else _CONFLICT)

    async def _edit(self, request: Request) -> tuple[Asked, Edit]:
        """Return what a request wants to write: into a catalog of this project only."""
        body = await self._body(request)
        asked = self._asked(request, body)
        if asked.domain not in self._bench.domains:
            raise HTTPException(_MISSING, "no such article")
        edit = edit_from(asked, {"seen": "", **body})
        if edit is None or asked.locale not in self._bench.locales[1:]:
            raise HTTPException(_BAD, "name, text and seen must be texts, fuzzy true or false, locale a translation's")
        return asked, edit

    async def _body(self, request: Request) -> dict[str, Any]:
        if refusal := self._guard.refusal_to_write(request.headers):
            raise HTTPException(_FORBIDDEN, refusal)
        content = b""
        async for piece in request.stream():
            content += piece
            if len(content) > LARGEST_BODY:
                raise HTTPException(_TOO_LARGE, f"more than {LARGEST_BODY} bytes")
        try:
            body = json.loads(content)
        except (ValueError, RecursionError):
            raise HTTPException(_BAD, "not valid JSON") from None
        if not isinstance(body, dict):
            raise HTTPException(_BAD, "the body must be a JSON object")
        return body

    def _asked(self, request: Request, values: Any) -> Asked:
        """Return what a request is about: only articles and languages of this project."""
        locale = self._answers.locale(str(values.get("locale", "")))
        if locale is None:
            raise HTTPException(_MISSING, "no such language")
        return Asked(str(values.get("article", "")), locale, self._interface(request, values))

    def _interface(self, request: Request, values: Any = None) -> Locale:
        wanted = str((values or request.query_params).get("interface", ""))
        return interface_language(wanted, request.headers.get("accept-language", ""), self._interfaces)


class Guarded:
    """Lets through only what the guard lets through, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in response_headers("page").items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._guard.refusal(Headers(scope=scope))
        answer = PlainTextResponse(refusal, _FORBIDDEN) if refusal else self._app
        await answer(scope, receive, send_guarded)


def application(bench: Bench, guard: Guard, hub: Hub) -> Starlette:
    """Return the application for the project of `bench`; as long as it runs, it follows the files."""
    workbench = Workbench(bench, guard, hub)

    @asynccontextmanager
    async def follow(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(Watcher(bench.project, workbench.changed).run())
        yield
        task.cancel()
        await asyncio.wait([task])

    guarded = Middleware(Guarded, guard=guard)
    return Starlette(routes=workbench.routes(), middleware=[guarded], lifespan=follow)
