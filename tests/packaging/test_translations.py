"""Everything that the window says can be put into another language."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).parents[2]
SPEAKING = ("agentdesk/ui", "agentdesk/desktop", "agentdesk/bootstrap")


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    specification = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def sentences(path: Path) -> set[tuple[str, str]]:
    found = set()
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        found |= {(name, each.findtext("source", "")) for each in context.iter("message")}
    return found


def calls_to_tr() -> list[tuple[str, ast.Call]]:
    return [
        (f"{path.relative_to(ROOT)}:{each.lineno}", each)
        for folder in SPEAKING
        for path in sorted((ROOT / folder).rglob("*.py"))
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Call) and _is_tr(each.func)
    ]


def _is_tr(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"tr", "_tr"}


def test_what_translators_work_on_is_up_to_date(translations: ModuleType, tmp_path: Path) -> None:
    now = tmp_path / translations.ENGLISH.name
    translations.collect(now)
    assert sentences(translations.ENGLISH) == sentences(now), "run `python packaging/translations.py` and commit"


def test_sentences_are_found_in_classes_and_in_functions(translations: ModuleType) -> None:
    found = sentences(translations.ENGLISH)
    assert ("SideBar", "Today") in found
    assert ("State", "Act now") in found
    assert any(context == "Calls" for context, _ in found), "a module's own short name for translate is not followed"


def test_every_sentence_is_written_whole_so_that_translators_see_it() -> None:
    wrong = [
        where
        for where, call in calls_to_tr()
        if not call.args or not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert not wrong, f"a sentence put together before `tr` is never found: {wrong}"


def test_names_in_a_sentence_keep_their_places(translations: ModuleType) -> None:
    wrong = [said for _, said in sentences(translations.ENGLISH) if said.count("{") != said.count("}") or "{}" in said]
    assert not wrong, f"another language needs another order: {wrong}"


def test_a_translation_arrives_in_the_window(translations: ModuleType, tmp_path: Path, qapp: object) -> None:  # noqa: ARG001
    source, made = tmp_path / "agentdesk_fr.ts", tmp_path / "agentdesk_fr.qm"
    translations.collect(source)
    text = source.read_text(encoding="utf-8")
    before = '<source>Act now</source>\n        <translation type="unfinished"></translation>'
    assert before in text
    source.write_text(text.replace(before, "<source>Act now</source><translation>À faire</translation>"), "utf-8")
    translations.release(source, made)
    translator = QTranslator()
    assert translator.load(str(made))
    QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("State", "Act now") == "À faire"
        assert QCoreApplication.translate("State", "Look") == "Look"
    finally:
        QCoreApplication.removeTranslator(translator)
