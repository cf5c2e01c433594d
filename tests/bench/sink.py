"""The least Bot API that a bench needs, in a process of its own: every send succeeds, and is counted."""

from __future__ import annotations

import json
import sys
import time

from aiohttp import web

ME = {"id": 1, "is_bot": True, "first_name": "Pacte", "username": "pacte_bot"}
SENT = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private", "first_name": "Ana"}, "text": "x"}
MESSAGE = json.dumps({"ok": True, "result": SENT})
TRUE = json.dumps({"ok": True, "result": True})
WHO = json.dumps({"ok": True, "result": ME})


class Sink:
    """Counts messages; `/count` tells how many, and when the last one came (seconds of the machine's clock)."""

    def __init__(self) -> None:
        self.count, self.last = 0, 0.0

    async def api(self, request: web.Request) -> web.Response:
        """Any method."""
        await request.read()
        method = request.match_info["method"]
        if method == "sendMessage":
            self.count += 1
            self.last = time.clock_gettime(time.CLOCK_MONOTONIC)
            return web.Response(text=MESSAGE, content_type="application/json")
        return web.Response(text=WHO if method == "getMe" else TRUE, content_type="application/json")

    async def tell(self, _: web.Request) -> web.Response:
        """The count so far."""
        return web.json_response({"count": self.count, "last": self.last})


def main() -> None:
    """Serve on the port given."""
    sink, app = Sink(), web.Application()
    app.add_routes([web.get("/count", sink.tell), web.post("/bot{token}/{method}", sink.api)])
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)


if __name__ == "__main__":
    main()
