"""The one channel that speaks to the owner, and what catches everything that nobody else caught."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from agentdesk.domain.errors import Sorry
from agentdesk.ui.desk import Offer
from agentdesk.ui.shell.lines import ToastLine, TroubleBar

log = logging.getLogger(__name__)


class ErrorPresenter(QObject):
    """The Teller of the window. The technical part goes to the log, one sentence to the owner."""

    _unexpected = Signal(object)

    def __init__(self, toast: ToastLine, bar: TroubleBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._toast = toast
        self._bar = bar
        self._unexpected.connect(self._on_unexpected, Qt.ConnectionType.QueuedConnection)

    def say(self, sentence: str, offer: Offer | None = None) -> None:
        self._toast.tell(sentence, offer.words if offer else "", offer.do if offer else None)

    def trouble(self, sentence: str, offer: Offer | None = None) -> None:
        self._bar.tell(sentence, offer.words if offer else "", offer.do if offer else None)

    def failed(self, trouble: Exception) -> None:
        """What a job or a screen raised: a Sorry speaks for itself, anything else is our mistake.

        Fits as `on_failed` of every job; what is not a Sorry was logged by whoever caught it.
        """
        if isinstance(trouble, Sorry):
            self.trouble(str(trouble))
        else:
            self.trouble(
                self.tr("Something went wrong on this screen. Your records are safe."),
                Offer(self.tr("Carry on"), self._carry_on),
            )

    def catch_everything(self) -> None:
        """Become the last resort for exceptions of slots and threads. Interrupts still end the program."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(self, kind: type[BaseException], trouble: BaseException, where: TracebackType | None) -> None:
        if not isinstance(trouble, Exception):
            sys.__excepthook__(kind, trouble, where)
            return
        log.error("nobody caught this", exc_info=(kind, trouble, where))
        # It may have happened in any thread, or in the middle of painting.
        self._unexpected.emit(trouble)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_unexpected(self, trouble: Exception) -> None:
        self.failed(trouble)

    def _carry_on(self) -> None:
        self._bar.hide()
