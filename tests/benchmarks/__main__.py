"""`python -m tests.benchmarks [--calls N] [--big N] [names…]`: every benchmark's ratios in one table."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import tests.benchmarks
from tests.benchmarks.measuring import Context, Ratio


def main() -> int:
    """Prints the table; 1 when a bar does not hold."""
    known = {name: module for name in _names() if hasattr(module := _module(name), "measure")}
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="name", help=f"some of: {', '.join(known)}; all without")
    asked.add_argument("--calls", type=int, default=100_000, help="calls in the ordinary store")
    asked.add_argument("--big", type=int, help="calls in the big one; without it, growth is not measured")
    asked.add_argument("--folder", type=Path, help="where the stores are made and kept; without, they go again")
    given = asked.parse_args()
    if unknown := set(given.names) - set(known):
        asked.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    held = True
    with tempfile.TemporaryDirectory() as temporary:
        context = Context(given.folder or Path(temporary), Path(temporary), given.calls, given.big)
        print(f"{'':44}{'ours':>12}{'floor':>12}{'ratio':>8}{'at most':>9}")
        for name in given.names or known:
            for each in known[name].measure(context):
                print(_line(name, each), flush=True)
                held &= each.holds
        context.close()
    return 0 if held else 1


def _line(name: str, ratio: Ratio) -> str:
    bar = f"{ratio.most:9.2f}{'' if ratio.holds else '  over'}" if ratio.most is not None else ""
    times = f"{ratio.ours * 1000:10.3f}ms{ratio.floor * 1000:10.3f}ms"
    return f"{f'{name}: {ratio.name}':44}{times}{ratio.ratio:8.2f}{bar}"


def _names() -> list[str]:
    return sorted(
        each.name for each in pkgutil.iter_modules(tests.benchmarks.__path__) if not each.name.startswith("_")
    )


def _module(name: str) -> object:
    return importlib.import_module(f"tests.benchmarks.{name}")


if __name__ == "__main__":
    sys.exit(main())
