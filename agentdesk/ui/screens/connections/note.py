"""A note to send to whoever set the service up, for an owner who doesn't have the key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.into_view import bring_into_view
from agentdesk.ui.widgets.words import StrongWords, Words


class Note(Card):
    """The words, to be copied or saved as a file."""

    said = Signal(str)
    """A sentence: it was copied or saved."""
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(selectable=True)
        self._words.setAccessibleName(self.tr("The note"))
        self.copy = QuietButton(self.tr("Copy the note"), self._on_copy, icon_name="copy")
        self.save = QuietButton(self.tr("Save the note"), self._on_save, icon_name="export")
        self.add(StrongWords(self.tr("Send this to whoever set it up")), self._words)
        self.add_row(self.copy, self.save)

    def write(self, words: str) -> None:
        self._words.setText(words)

    def offer(self) -> None:
        """Shows the whole of it, with the keyboard where it is copied."""
        self.show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def words(self) -> str:
        return self._words.text()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self.said.emit(self.tr("Copied. Paste it into an e-mail or a message."))

    def _on_save(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Save the note"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("Note about the key.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, place: str) -> None:
        """Writes the note down there."""
        path = Path(place)
        try:
            path.write_text(self.words(), encoding="utf-8")
        except OSError:
            self.failed.emit(self.tr("The note couldn't be saved there. Choose another folder."))
            return
        self.said.emit(self.tr("Saved as {name}.").format(name=path.name))
