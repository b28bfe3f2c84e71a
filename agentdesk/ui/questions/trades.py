"""The trades, as tiles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.business import Trade
from agentdesk.ui.questions.tiles import Tiles


def trade_in_words(trade: Trade) -> str:
    """What the owner would call it."""
    return {
        Trade.PLUMBER: _tr("Plumbing and heating"),
        Trade.SALON: _tr("Salon or barber"),
        Trade.DENTIST: _tr("Dental practice"),
        Trade.LETTINGS: _tr("Lettings"),
        Trade.OTHER: _tr("Another trade"),
    }[trade]


def trade_tiles() -> Tiles[Trade]:
    """One to choose from all of them."""
    return Tiles[Trade](tuple((each, trade_in_words(each)) for each in Trade))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Trades", words)
