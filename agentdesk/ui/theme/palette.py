"""From tokens to Qt's palette, and back for what is painted."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from agentdesk.ui.theme.tokens import ALL, LIGHT, Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """Every role set, so that nothing of the system's own colours shines through."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, colour in (
        (role.Window, tokens.page),
        (role.WindowText, tokens.text),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.quiet),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.on_accent),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.hover),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.edge),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(tokens.quiet))
    palette.setColor(group.Disabled, role.Highlight, QColor(tokens.line))
    palette.setColor(group.Disabled, role.HighlightedText, QColor(tokens.quiet))
    return palette


def tokens_now() -> Tokens:
    """The tokens in use, told by the application's palette: for what is painted."""
    palette = QGuiApplication.palette()
    page, line = (palette.color(role).name().upper() for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Mid))
    return next((each for each in ALL if (each.page, each.line) == (page, line)), LIGHT)
