"""What installs, checks and packs the house, as far as it can be held without a container engine or the internet."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINS = ("pip", "base", "test", "build", "tools")
TARGETS = ("run", "test", "lint", "audit", "bench", "crash", "communes", "requirements", "clean")
# A stand-in for python3: it makes an environment whose programs only write down how they were called.
PYTHON = """#!/bin/sh
if [ "$1" = -c ]; then exit 0; fi
mkdir -p "$3/bin" && touch "$3/pyvenv.cfg"
for name in python solipacte ruff mypy lint-imports; do
    printf '#!/bin/sh\\necho "$(basename "$0") $*" >> "{log}"\\n' > "$3/bin/$name"
    chmod +x "$3/bin/$name"
done
"""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Version by library, as pinned."""
    found = re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", text(f"requirements/{name}.txt"), flags=re.MULTILINE)
    return {canonicalize_name(library): version for library, version in found}


def wanted(*, extra: str | None = None) -> list[Requirement]:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    lines = project["dependencies"] if extra is None else project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", PINS)
def test_every_pin_carries_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", text(f"requirements/{name}.txt"), flags=re.MULTILINE))
    for block in filter(str.strip, blocks):
        assert re.match(r"[a-z0-9.-]+==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n?)+$", block), block[:80]


@pytest.mark.parametrize("name", PINS)
def test_requirements_name_no_address_and_no_machine(name: str) -> None:
    content = text(f"requirements/{name}.txt")
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted|@ |/(opt|tmp|home|root|work)/", content)
    assert not re.search(r"WARNING", content)


@pytest.mark.parametrize(("name", "extra"), [("base", None), ("test", None), ("test", "test")])
def test_pins_satisfy_what_the_project_asks(name: str, extra: str | None) -> None:
    pinned = pins(name)
    for requirement in wanted(extra=extra):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not pinned: make requirements"
        assert requirement.specifier.contains(version, prereleases=True), f"{requirement}, pinned {version}"


def test_what_is_tested_is_what_is_run() -> None:
    base, tested = pins("base"), pins("test")
    assert {library: tested.get(library) for library in base} == base


def test_the_builder_is_pinned() -> None:
    backend = tomllib.loads(text("pyproject.toml"))["build-system"]["requires"]
    assert {Requirement(line).name for line in backend} <= set(pins("build"))


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # Variables of an outer make (MAKEFLAGS…) would change what the inner one does.
    outer = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=outer | environment, capture_output=True, text=True, check=False
    )


def test_make_alone_says_what_it_can_do() -> None:
    done = make(ROOT)
    assert done.returncode == 0
    for target in TARGETS:
        assert f"make {target} " in done.stdout


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what make reads, with a Python that installs nothing and writes its calls to `calls`."""
    for name in ("Makefile", "pyproject.toml", *(f"requirements/{pin}.txt" for pin in PINS)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text(name), encoding="utf-8")
    python = tmp_path / "python"
    python.write_text(PYTHON.format(log=tmp_path / "calls"), encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def calls(house: Path) -> list[str]:
    log = house / "calls"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return lines


def test_make_run_installs_once_then_only_runs(house: Path) -> None:
    first = make(house, "run", "PYTHON=./python")
    assert first.returncode == 0, first.stderr
    installs = calls(house)
    assert any("--require-hashes -r requirements/base.txt" in call for call in installs)
    assert any("--no-build-isolation --no-deps --editable ." in call for call in installs)
    assert installs[-1] == "solipacte serve --demo"
    make(house, "run", "PYTHON=./python")
    assert calls(house) == ["solipacte serve --demo"]


def test_a_changed_pin_is_installed(house: Path) -> None:
    make(house, "test", "PYTHON=./python")
    calls(house)
    later = (house / ".venv/.installed-test").stat().st_mtime + 5
    os.utime(house / "requirements/test.txt", (later, later))
    make(house, "test", "PYTHON=./python", "PYTEST_ARGS=-k x")
    assert [call.rpartition(" ")[2] for call in calls(house)] == ["requirements/test.txt", "x"]


def test_make_lint_goes_through_every_gate(house: Path) -> None:
    make(house, "lint", "PYTHON=./python")
    assert calls(house)[-4:] == ["ruff check .", "ruff format --check .", "mypy ", "lint-imports "]


@pytest.mark.parametrize("python", ["false", ""])
def test_an_old_or_absent_python_is_told_in_a_sentence(house: Path, python: str) -> None:
    done = make(house, "run", f"PYTHON={python}")
    assert done.returncode != 0
    assert "Solipacte demande Python 3.11 ou plus récent" in done.stderr
    assert not (house / ".venv").exists()


def test_cleaning_keeps_the_data(house: Path) -> None:
    for name in ("var", ".venv", "bot/__pycache__", "directory", "knowledge", "tests"):
        (house / name).mkdir(parents=True)
    assert make(house, "clean").returncode == 0
    assert (house / "var").exists()
    assert not (house / ".venv").exists()
    assert not (house / "bot/__pycache__").exists()


def test_the_checking_script_goes_through_every_gate() -> None:
    script = text(".ci/run")
    assert os.access(ROOT / ".ci/run", os.X_OK)
    for gate in ("set -euo pipefail", "make lint", "make test", "CI=true", "chromium", "python3-venv", "randomly-seed"):
        assert gate in script
    assert subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=False).returncode == 0


def instructions(name: str) -> list[list[str]]:
    """The words of each instruction of the Dockerfile, continued lines joined."""
    joined = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text("Dockerfile"), flags=re.MULTILINE))
    return [words for line in joined.splitlines() if (words := line.split()) and words[0] == name]


def test_what_the_image_copies_exists_and_is_sent_to_the_builder() -> None:
    copied = [source for words in instructions("COPY") if not words[1].startswith("--from") for source in words[1:-1]]
    assert {"bot", "directory", "knowledge", "pyproject.toml"} <= set(copied)
    sent = [line.removeprefix("!") for line in text(".dockerignore").splitlines() if line.startswith("!")]
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source.partition("/")[0] in sent, source


def test_the_image_holds_every_package_of_the_project() -> None:
    packages = tomllib.loads(text("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) <= {words[1] for words in instructions("COPY")}


def test_the_image_runs_as_nobody_special_and_looks_at_its_health() -> None:
    assert [words[1] for words in instructions("USER")] == ["solipacte"]
    (health,) = instructions("HEALTHCHECK")
    assert "/healthz" in " ".join(health)
    code = re.search(r'"-c", "([^"]+)"', " ".join(health))
    assert code is not None
    compile(code[1], "HEALTHCHECK", "exec")


def test_the_key_lies_outside_the_data() -> None:
    settings = dict(re.findall(r"(SOLIPACTE_\w+)=(\S+)", text("Dockerfile")))
    data, key = Path(settings["SOLIPACTE_DATA_DIR"]), Path(settings["SOLIPACTE_SECRET_KEY_FILE"])
    assert not key.is_relative_to(data)
    volumes = " ".join(" ".join(words) for words in instructions("VOLUME"))
    assert f'"{data}"' in volumes
    assert f'"{key.parent}"' in volumes
