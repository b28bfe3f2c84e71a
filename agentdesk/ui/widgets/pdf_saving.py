"""Saving a page as a PDF, or a list as a table: where, the job, "Saved." with the folder, or what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.widgets.telling import trouble_in_words

Write = Callable[[Path], None]


class PdfSaver(QObject):
    """Belongs to a page. Asks where without holding the window up, and writes beside it."""

    saved = Signal(object)
    """The Path that was written."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._write: Write | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def ask(self, title: str, name: str, write: Write, *, table: bool = False) -> QFileDialog:
        """Opens the dialog with that name; `write` runs in a job once a place is chosen. `table`: not as a PDF."""
        self._write = write
        dialog = QFileDialog(self._page, title, self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)") if table else self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("csv" if table else "pdf")
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()
        return dialog

    def save(self, path: Path, write: Write) -> None:
        """Writes to a place that is known."""
        self._folder = str(path.parent)
        self._desk.runner.submit(
            Job("Saving a file", lambda _: _written(write, path), Lane.READ),
            self._on_saved,
            self._on_failed,
            within=self._page,
        )

    def _on_place(self, place: str) -> None:
        if self._write is not None:
            self.save(Path(place), self._write)

    def _on_saved(self, path: Path) -> None:
        self._desk.tell.say(self.tr("Saved."), Offer(self.tr("Open the folder"), partial(_open_folder, path)))
        self.saved.emit(path)

    def _on_failed(self, trouble: Exception) -> None:
        otherwise = self.tr("I couldn't save that. Choose another folder and try again.")
        self._desk.tell.trouble(trouble_in_words(trouble, otherwise))


def _written(write: Write, path: Path) -> Path:
    write(path)
    return path


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
