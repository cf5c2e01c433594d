"""The peer: a minimal webhook bot on python-telegram-bot, with one SQLModel get + update + commit a message.

As in the library's examples, 200 is answered before the update is processed: what it has acknowledged may be lost.
"""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web
from sqlalchemy import event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import Application, ContextTypes, TypeHandler


class Row(SQLModel, table=True):
    """What the peer remembers of a person."""

    __tablename__ = "bench_row"

    id: int = Field(primary_key=True)
    step: str
    seen: int = 0


async def serve(port: int, api: str, database: str, people: int) -> None:
    """Serve until killed."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{database}")

    @event.listens_for(engine.sync_engine, "connect")
    def durable(connection, _record) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
            connection.execute(f"PRAGMA {pragma}")

    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.tables["bench_row"].create)
    async with AsyncSession(engine) as session:
        session.add_all(Row(id=number + 1, step="start") for number in range(people))
        await session.commit()
    # One writer at a time: with more, SQLite's writers wait for each other, and this peer is slower.
    turn = asyncio.Semaphore(1)

    async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_user
        assert update.effective_message
        async with turn, AsyncSession(engine) as session:
            row = (await session.exec(select(Row).where(Row.id == update.effective_user.id))).one()
            row.seen += 1
            row.step = update.effective_message.text or ""
            session.add(row)
            await session.commit()
        await update.effective_message.reply_text(f"Vous avez dit : {update.effective_message.text}")

    builder = Application.builder().token("1:bench").base_url(f"{api}/bot").updater(None)
    application = builder.concurrent_updates(16).connection_pool_size(16).pool_timeout(60).build()
    application.add_handler(TypeHandler(Update, handle))
    await application.initialize()
    await application.start()

    async def webhook(request: web.Request) -> web.Response:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/telegram/webhook", webhook), web.get("/readyz", _ready)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def _ready(_: web.Request) -> web.Response:
    return web.Response(text="ready\ntelegram: ok\n")


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])))
