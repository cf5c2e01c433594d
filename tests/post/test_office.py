"""What an operator is told when a messenger refuses the robot."""

from __future__ import annotations

from pathlib import Path

from bot.cli.serving import REFUSED
from tests.crash.robot import Robot
from tests.mail_server import HOST, Postbox
from tests.telegram_server import TelegramServer


async def test_a_token_refused_from_the_beginning_ends_with_what_to_do_and_its_code(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        known = {"SOLIPACTE_TELEGRAM_TOKEN": "4242:wrong-token", "SOLIPACTE_TELEGRAM_API_URL": telegram.url}
        robot = Robot(tmp_path, known)
        await robot.start()
        assert robot.process
        assert await robot.process.wait() == 78
        assert "SOLIPACTE_TELEGRAM_TOKEN" in (tmp_path / "journal").read_text()


async def test_a_robot_that_works_says_how_each_messenger_fares_and_stops_well(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        known = {"SOLIPACTE_TELEGRAM_TOKEN": telegram.token, "SOLIPACTE_TELEGRAM_API_URL": telegram.url}
        robot = Robot(tmp_path, known)
        await robot.start()
        await robot.ready("telegram: ok")
        await telegram.down()
        await robot.ready("telegram: unreachable")
        await telegram.up()
        await robot.ready("telegram: ok")
        assert await robot.stop() == 0


async def test_a_mail_server_that_refuses_us_is_told_and_stops_nobody_else(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, Postbox(accounts={"robot": "right"}) as postbox:
        known = {
            "SOLIPACTE_TELEGRAM_TOKEN": telegram.token,
            "SOLIPACTE_TELEGRAM_API_URL": telegram.url,
            "SOLIPACTE_SMTP_URL": f"smtp://robot:hunter2@{HOST}:{postbox.port}",
            "SOLIPACTE_SMTP_FROM": "Solipacte <solipacte@example.org>",
        }
        robot = Robot(tmp_path, known)
        await robot.start()
        await robot.ready("mail: closed")
        await robot.ready("telegram: ok")
        assert await robot.stop() == REFUSED
        journal = (tmp_path / "journal").read_text()
        assert "SOLIPACTE_SMTP_URL" in journal
        assert "hunter2" not in journal


async def test_a_mail_server_alone_is_served_and_shown(tmp_path: Path, postbox: Postbox) -> None:
    known = {"SOLIPACTE_SMTP_URL": f"smtp://{HOST}:{postbox.port}", "SOLIPACTE_SMTP_FROM": "solipacte@example.org"}
    robot, other = Robot(tmp_path, known), Robot(tmp_path, known)
    await robot.start()
    await robot.ready("mail: ok")
    await other.start()
    assert other.process
    assert await other.process.wait() == 1, "two would send each mail twice"
    assert await robot.stop() == 0
