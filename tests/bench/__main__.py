"""`make bench`: every measure, with the machine it was taken on. Ratios of one run mean something; seconds do not."""

from __future__ import annotations

import asyncio
import subprocess
import sys

from rich.console import Console

from tests.bench import (
    bench_communes,
    bench_knowledge,
    bench_matrix,
    bench_message,
    bench_offer,
    bench_refresh,
    bench_start,
    bench_telegram,
)


def main() -> None:
    """Run the benches one after the other."""
    console = Console()
    console.rule("Search")
    subprocess.run([sys.executable, "-m", "tests.bench.bench_search", "100000", "1000000"], check=True)
    console.rule("Names of communes")
    bench_communes.main()
    console.rule("A large directory is taken up while people are answered")
    asyncio.run(bench_refresh.main(200_000))
    console.rule("A question on the pact")
    bench_knowledge.main()
    console.rule("One message")
    asyncio.run(bench_message.main())
    console.rule("An offer, at the pace of a person")
    asyncio.run(bench_offer.main())
    console.rule("Telegram, the whole way")
    asyncio.run(bench_telegram.main())
    console.rule("Matrix, the whole way")
    bench_matrix.main()
    console.rule("A large directory")
    for services in (100_000, 1_000_000):
        bench_start.main(services)


if __name__ == "__main__":
    main()
