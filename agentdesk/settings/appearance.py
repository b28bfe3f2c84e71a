"""How the window looks."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Appearance(BaseModel):
    """A page of the preferences; title and help stand on the fields."""

    model_config = ConfigDict(title="How it looks", validate_assignment=True)

    scheme: Literal["system", "light", "dark"] = Field(
        "system",
        title="Light or dark",
        json_schema_extra={"choices": {"system": "As the computer", "light": "Light", "dark": "Dark"}},
    )
    text_percent: int = Field(
        100, ge=100, le=200, multiple_of=10, title="Size of the text", description="In per cent of the usual size."
    )
