"""The colours, spaces and radii of the desk. The only place where they are written down."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as "#rrggbb". Marks mean state and nothing else."""

    dark: bool
    page: str
    card: str
    sunken: str
    """Side bar and bars: a step away from the page."""
    hover: str
    pressed: str
    line: str
    edge: str
    """The outline of a field or a quiet button: seen by everybody (3 : 1)."""
    text: str
    quiet: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_wash: str
    """Behind what is chosen."""
    red: str
    amber: str
    green: str
    grey: str
    red_wash: str
    amber_wash: str
    green_wash: str
    grey_wash: str
    caller: str
    """Behind what a caller said."""
    agent: str
    """Behind what an agent said."""


LIGHT = Tokens(
    dark=False,
    page="#F6F5F2",
    card="#FFFFFF",
    sunken="#EFEDE8",
    hover="#F1EFEA",
    pressed="#E7E4DD",
    line="#E2DFD8",
    edge="#8A8880",
    text="#1F2328",
    quiet="#57606A",
    accent="#1F5FA8",
    accent_hover="#194E8B",
    on_accent="#FFFFFF",
    accent_wash="#E4EDF7",
    red="#B3261E",
    amber="#8A5A00",
    green="#1E7A46",
    grey="#6B7280",
    red_wash="#FBE9E7",
    amber_wash="#FAEFD6",
    green_wash="#E3F3E9",
    grey_wash="#EEEFF1",
    caller="#F1EFEA",
    agent="#E8F0F9",
)

DARK = Tokens(
    dark=True,
    page="#1B1C1E",
    card="#242629",
    sunken="#161719",
    hover="#2C2F33",
    pressed="#34383C",
    line="#393C41",
    edge="#7C828A",
    text="#ECEDEE",
    quiet="#A8B0B8",
    accent="#7FB4F0",
    accent_hover="#A3CAF5",
    on_accent="#10151B",
    accent_wash="#22364C",
    red="#FF8A80",
    amber="#F2B84B",
    green="#6FCF97",
    grey="#9AA3AD",
    red_wash="#44262A",
    amber_wash="#40331A",
    green_wash="#1F3A2B",
    grey_wash="#303439",
    caller="#2F3236",
    agent="#213346",
)

LIGHT_HIGH = replace(
    LIGHT, page="#FFFFFF", sunken="#FFFFFF", line="#1F2328", edge="#1F2328", text="#000000", quiet="#1F2328"
)
DARK_HIGH = replace(
    DARK,
    page="#000000",
    card="#000000",
    sunken="#000000",
    line="#ECEDEE",
    edge="#ECEDEE",
    text="#FFFFFF",
    quiet="#ECEDEE",
)
"""For who asked the computer for more contrast: every line as strong as the words."""
ALL = (LIGHT, DARK, LIGHT_HIGH, DARK_HIGH)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((front, back) for front in ("text", "quiet") for back in ("page", "card", "sunken", "hover", "pressed")),
    *(
        ("text", back)
        for back in ("accent_wash", "red_wash", "amber_wash", "green_wash", "grey_wash", "caller", "agent")
    ),
    *(("quiet", back) for back in ("accent_wash", "amber_wash", "caller", "agent")),
    *((state, back) for state in ("red", "amber", "green") for back in ("page", "card", "hover", f"{state}_wash")),
    ("accent", "page"),
    ("accent", "card"),
    ("accent", "hover"),
    ("accent", "sunken"),
    ("accent", "accent_wash"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)
"""Which words stand on which ground: each at least 4.5 : 1."""

MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *((state, back) for state in ("red", "amber", "green", "grey") for back in ("page", "card", "hover", "sunken")),
    *((state, f"{state}_wash") for state in ("red", "amber", "green", "grey")),
    *(("accent", back) for back in ("page", "card", "sunken", "hover")),
    *(("edge", back) for back in ("page", "card")),
)
"""Shapes, focus rings and outlines on their ground: each at least 3 : 1."""

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
CARD_RADIUS = 10
FIELD_RADIUS = 6
CONTENT_WIDTH = 1040
"""The widest a column of content gets, in pixels at 100 %."""
FOCUS_WIDTH = 2


def contrast(one: str, other: str) -> float:
    """How well two colours stand apart, from 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(tokens: Tokens) -> dict[str, str]:
    """Every colour by its name."""
    return {each.name: getattr(tokens, each.name) for each in fields(tokens) if each.name != "dark"}


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
