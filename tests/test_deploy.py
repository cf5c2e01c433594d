"""How the house is run for real people: compose.yaml and the units of systemd, held without running either."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.serving import REFUSED
from bot.platforms.web.server import LAST_WORDS_SECONDS
from bot.post.office import LAST_ANSWERS, LAST_SENDS
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
UNITS = ("deploy/solipacte.service", "deploy/solipacte@.service")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def services() -> Mapping[str, Any]:
    composed: Mapping[str, Any] = yaml.safe_load(text("compose.yaml"))["services"]
    return composed


@pytest.fixture
def workers(services: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [service for service in services.values() if service["image"] == "solipacte"]


def test_compose_has_two_workers_that_differ_by_their_port_alone(workers: list[Mapping[str, Any]]) -> None:
    assert len(workers) == 2
    one, other = ({name: value for name, value in worker.items() if name != "ports"} for worker in workers)
    assert one == other
    (port,), (another,) = (worker["ports"] for worker in workers)
    assert port != another


def test_compose_has_no_password_of_its_own(services: Mapping[str, Any], workers: list[Mapping[str, Any]]) -> None:
    given = [services["database"]["environment"]["POSTGRES_PASSWORD"]]
    given += [worker["environment"]["PGPASSWORD"] for worker in workers]
    assert all(re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?[^}]+\}", value) for value in given)
    assert all(":@" not in worker["environment"]["SOLIPACTE_DATABASE_URL"] for worker in workers)


def test_compose_waits_for_a_healthy_database_and_keeps_it_to_itself(
    services: Mapping[str, Any], workers: list[Mapping[str, Any]]
) -> None:
    assert "pg_isready" in services["database"]["healthcheck"]["test"]
    assert "ports" not in services["database"]
    for worker in workers:
        assert worker["depends_on"]["database"]["condition"] == "service_healthy"
        assert all(port.startswith("127.0.0.1:") for port in worker["ports"])


def test_compose_puts_data_and_key_in_volumes_of_their_own(workers: list[Mapping[str, Any]]) -> None:
    for worker in workers:
        volumes, environment = dict(volume.split(":") for volume in worker["volumes"]), worker["environment"]
        assert volumes["data"] == environment["SOLIPACTE_DATA_DIR"]
        assert volumes["key"] == str(Path(environment["SOLIPACTE_SECRET_KEY_FILE"]).parent)
    assert set(yaml.safe_load(text("compose.yaml"))["volumes"]) == {"data", "key", "database"}


def test_every_setting_named_to_the_operator_is_known() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name in ("compose.yaml", "Dockerfile", *UNITS):
        named = set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", text(name)))
        assert named, name
        assert named <= known, name


def unit(name: str) -> dict[str, list[str]]:
    """What a unit of systemd says, by key; a key may be said several times."""
    said: dict[str, list[str]] = {}
    for line in text(name).splitlines():
        if line and line[0] not in "#[":
            key, _, value = line.partition("=")
            said.setdefault(key, []).append(value)
    return said


@pytest.mark.parametrize("name", UNITS)
def test_systemd_restarts_everything_but_a_refusal(name: str) -> None:
    said = unit(name)
    assert said["Restart"] == ["always"]
    assert said["RestartPreventExitStatus"] == [str(REFUSED)]


@pytest.mark.parametrize("name", UNITS)
def test_systemd_leaves_more_time_than_a_stop_takes(name: str) -> None:
    (seconds,) = unit(name)["TimeoutStopSec"]
    assert int(seconds) > LAST_WORDS_SECONDS + LAST_ANSWERS + LAST_SENDS + 5


@pytest.mark.parametrize("name", UNITS)
def test_systemd_keeps_data_and_key_in_two_private_folders(name: str) -> None:
    said = unit(name)
    settings = dict(value.split("=") for value in said["Environment"])
    data, key = Path(settings["SOLIPACTE_DATA_DIR"]), Path(settings["SOLIPACTE_SECRET_KEY_FILE"])
    assert {f"/var/lib/{folder}" for folder in said["StateDirectory"][0].split()} == {str(data), str(key.parent)}
    assert said["StateDirectoryMode"] == ["0700"]
    assert said["UMask"] == ["0077"]
    assert said["ProtectSystem"] == ["strict"]


def test_a_worker_of_several_differs_from_the_only_one_by_its_port() -> None:
    one, several = (unit(name) for name in UNITS)
    assert several.pop("Conflicts") == ["solipacte.service"]
    port = several["Environment"].pop()
    assert port == "SOLIPACTE_HTTP_PORT=%i"
    del one["Description"], several["Description"]
    assert several == one


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_finds_nothing_to_say_of_a_unit(name: str, tmp_path: Path) -> None:
    # The program lies elsewhere on this machine.
    written = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text(name), flags=re.MULTILINE)
    file = tmp_path / Path(name).name
    file.write_text(written, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
