#!/usr/bin/env python3
"""Collect every sentence of the window into the file for translators, and turn such files into what Qt reads.

    python packaging/translations.py            brings resources/translations/*.ts up to date
    python packaging/translations.py --release  makes the .qm files beside them, at build

Run it in the project's environment: it uses Qt's own lupdate and lrelease, which come with PySide6.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("agentdesk/ui", "agentdesk/desktop", "agentdesk/bootstrap")
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "agentdesk_en_GB.ts"


def collect(target: Path) -> None:
    """Bring a .ts file up to date with the sources; what was translated in it stays."""
    files = [path for folder in SOURCES for path in sorted((ROOT / folder).rglob("*.py"))]
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        wrapped = Path(scratch) / "wrapped.py"
        wrapped.write_text(_unwrapped(files), encoding="utf-8")
        listed = Path(scratch) / "sources.txt"
        listed.write_text("\n".join(map(str, [*files, wrapped])), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en_GB", "-target-language"]
        _run("lupdate", *options, target.stem.partition("_")[2], f"@{listed}", "-ts", str(target))


def release(source: Path, target: Path) -> None:
    """Turn a .ts file into the .qm file that Qt loads; a sentence without a translation stays English."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def wrapped_sentences(text: str) -> Iterator[tuple[str, str]]:
    """(context, sentence) of what goes through a module's short name for `translate`: lupdate can't follow it."""
    tree = ast.parse(text)
    names = {name: context for each in tree.body if (found := _short_name(each)) for name, context in [found]}
    for each in ast.walk(tree):
        if not (isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in names and each.args):
            continue
        said = each.args[0]
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield names[each.func.id], said.value


def _short_name(node: ast.stmt) -> tuple[str, str] | None:
    """The name and context of `def _tr(words): return QCoreApplication.translate("Calls", words)`."""
    if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], ast.Return):
        return None
    call = node.body[-1].value
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "translate"):
        return None
    if len(call.args) != 2:
        return None
    context, said = call.args
    if isinstance(context, ast.Constant) and isinstance(context.value, str) and isinstance(said, ast.Name):
        return node.name, context.value
    return None


def _unwrapped(files: list[Path]) -> str:
    found = [pair for path in files for pair in wrapped_sentences(path.read_text(encoding="utf-8"))]
    lines = [f"QCoreApplication.translate({_quoted(context)}, {_quoted(said)})" for context, said in found]
    return "from PySide6.QtCore import QCoreApplication\n" + "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sysconfig.get_path("scripts"))
    command = shutil.which(f"pyside6-{tool}", path=str(beside)) or shutil.which(f"pyside6-{tool}")
    if command is None:
        sys.exit(f"pyside6-{tool} is missing: run this in the project's environment (uv run python {sys.argv[0]}).")
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main() -> None:
    sources = sorted({ENGLISH, *FOLDER.glob("*.ts")})
    for source in sources:
        if "--release" in sys.argv[1:]:
            release(source, source.with_suffix(".qm"))
            print(f"made {source.with_suffix('.qm').relative_to(ROOT)}")
        else:
            collect(source)
            print(f"brought {source.relative_to(ROOT)} up to date")


if __name__ == "__main__":
    main()
