"""What an operator is told when a messenger refuses the robot."""

from __future__ import annotations

from pathlib import Path

from tests.crash.robot import Robot
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
