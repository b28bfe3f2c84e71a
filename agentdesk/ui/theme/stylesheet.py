"""One stylesheet, made from the tokens. Widgets are named by their class, never by object names."""

from __future__ import annotations

from agentdesk.ui.theme.tokens import CARD_RADIUS, FIELD_RADIUS, FOCUS_WIDTH, Tokens
from agentdesk.ui.theme.type_scale import Size, points


def stylesheet(tokens: Tokens, percent: int) -> str:
    """The whole sheet for light or dark at a text size."""
    return "\n".join(
        (_words(tokens, percent), _surfaces(tokens), _buttons(tokens, percent), _fields(tokens, percent), _bars(tokens))
    )


def _words(t: Tokens, percent: int) -> str:
    # Desktops give labels, buttons, menus and lists fonts of their own, which the application's does not replace.
    return f"""
QLabel, QPushButton, QCheckBox, QRadioButton, QToolButton, QMenu, QHeaderView, QAbstractItemView, QToolTip {{
    font-size: {points(Size.BODY, percent)}pt; }}
QuietWords, HelpWords {{ color: {t.quiet}; font-size: {points(Size.QUIET, percent)}pt; }}
ErrorWords {{ color: {t.red}; font-size: {points(Size.QUIET, percent)}pt; font-weight: 600; }}
StrongWords {{ font-weight: 600; }}
SectionWords {{ font-size: {points(Size.SECTION, percent)}pt; font-weight: 600; }}
TitleWords {{ font-size: {points(Size.TITLE, percent)}pt; font-weight: 600; }}
FigureWords {{ font-size: {points(Size.FIGURE, percent)}pt; font-weight: 600; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.edge}; padding: 4px 8px; }}
"""


def _surfaces(t: Tokens) -> str:
    return f"""
Card, ToastLine {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {CARD_RADIUS}px; }}
HairLine {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
SideBar {{ background: {t.sunken}; border: none; border-right: 1px solid {t.line}; }}
Banner {{ background: {t.accent_wash}; border: none; border-radius: {CARD_RADIUS}px; }}
TroubleBar {{ background: {t.red_wash}; border: 1px solid {t.red}; border-radius: {CARD_RADIUS}px; }}
DropArea {{ background: {t.card}; border: 2px dashed {t.edge}; border-radius: {CARD_RADIUS}px; }}
DropArea[over="true"] {{ background: {t.accent_wash}; border-color: {t.accent}; }}
QScrollArea, QScrollArea > QWidget > QWidget#column, ConversationView {{ background: transparent; border: none; }}
QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent_wash}; color: {t.text}; }}
QTableView {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {CARD_RADIUS}px;
    gridline-color: {t.line}; selection-background-color: {t.accent_wash}; selection-color: {t.text}; }}
QTableView:focus {{ border: {FOCUS_WIDTH}px solid {t.accent}; }}
QHeaderView::section {{ background: {t.card}; color: {t.quiet}; border: none; border-bottom: 1px solid {t.line};
    padding: 6px 8px; }}
"""


def _buttons(t: Tokens, percent: int) -> str:
    radius, tall, short = FIELD_RADIUS, round(34 * percent / 100), round(24 * percent / 100)
    return f"""
QPushButton, QuietButton, PrimaryButton {{ border-radius: {radius}px; padding: 0 13px; min-height: {tall - 2}px;
    border: 1px solid {t.edge}; background: {t.card}; color: {t.text}; outline: none; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.pressed}; }}
QPushButton:checked {{ background: {t.accent_wash}; border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.quiet}; border-color: {t.line}; }}
QPushButton:focus {{ border: {FOCUS_WIDTH}px solid {t.accent}; padding: 0 12px; min-height: {tall - 4}px; }}
PrimaryButton {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
PrimaryButton:hover, PrimaryButton:pressed {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
PrimaryButton:focus {{ border: {FOCUS_WIDTH}px solid {t.text}; padding: 0 12px; }}
PrimaryButton:disabled {{ background: {t.line}; border-color: {t.line}; color: {t.quiet}; }}
LinkButton {{ border: none; border-bottom: {FOCUS_WIDTH}px solid transparent; border-radius: 0;
    background: transparent; color: {t.accent}; padding: 0; min-height: {short}px; text-align: left; }}
LinkButton:hover {{ background: transparent; color: {t.accent_hover}; text-decoration: underline; }}
LinkButton:pressed {{ background: transparent; }}
LinkButton:focus {{ border: none; border-bottom: {FOCUS_WIDTH}px solid {t.accent}; background: {t.accent_wash};
    padding: 0; min-height: {short}px; }}
LinkButton:disabled {{ color: {t.quiet}; }}
IconButton {{ border: {FOCUS_WIDTH}px solid transparent; background: transparent; padding: 4px; min-height: 0;
    border-radius: {radius}px; }}
IconButton:hover {{ background: {t.hover}; }}
IconButton:pressed {{ background: {t.pressed}; }}
IconButton:focus {{ border: {FOCUS_WIDTH}px solid {t.accent}; padding: 4px; min-height: 0; }}
"""


def _fields(t: Tokens, percent: int) -> str:
    tall = round(34 * percent / 100)
    box = round(20 * percent / 100)
    shade = "dark" if t.dark else "light"
    fields = "QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox"
    focused = "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus"
    return f"""
{fields} {{ background: {t.card}; color: {t.text}; border: 1px solid {t.edge}; border-radius: {FIELD_RADIUS}px;
    padding: 0 9px; min-height: {tall - 2}px; selection-background-color: {t.accent};
    selection-color: {t.on_accent}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.quiet}; }}
QPlainTextEdit {{ padding: 5px; }}
{focused} {{ border: {FOCUS_WIDTH}px solid {t.accent}; padding: 0 8px; min-height: {tall - 4}px; }}
QPlainTextEdit:focus {{ padding: 4px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
    background: {t.page}; color: {t.quiet}; border-color: {t.line}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] {{
    border: {FOCUS_WIDTH}px solid {t.red}; padding: 0 8px; min-height: {tall - 4}px; }}
QPlainTextEdit[wrong="true"] {{ padding: 4px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {round(26 * percent / 100)}px; }}
QComboBox::down-arrow {{ image: url(icons:chevron-down.{shade}.svg); width: {round(16 * percent / 100)}px;
    height: {round(16 * percent / 100)}px; }}
QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.edge}; padding: 4px;
    selection-background-color: {t.accent_wash}; selection-color: {t.text}; outline: none; }}
QComboBox QAbstractItemView::item {{ padding: 4px 6px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
    width: {round(24 * percent / 100)}px; }}
QAbstractSpinBox::up-arrow {{ image: url(icons:chevron-up.{shade}.svg); width: {round(14 * percent / 100)}px; }}
QAbstractSpinBox::down-arrow {{ image: url(icons:chevron-down.{shade}.svg); width: {round(14 * percent / 100)}px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 4px; border: {FOCUS_WIDTH}px solid transparent;
    border-radius: {FIELD_RADIUS}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box - 2}px; height: {box - 2}px; border: 1px solid {t.edge};
    background: {t.card}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {box // 2}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url(icons:tick.{shade}.svg); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url(icons:point.{shade}.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; }}
"""


def _bars(t: Tokens) -> str:
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {t.line}; }}
"""
