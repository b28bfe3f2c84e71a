"""When AgentDesk runs."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Start(BaseModel):
    """A page of the preferences."""

    model_config = ConfigDict(title="Starting and closing", validate_assignment=True)

    with_computer: bool = Field(
        False,
        title="Start with the computer",
        description="AgentDesk can only tell you while this computer is on.",
    )
    stay_in_tray: bool = Field(
        True,
        title="Keep watching when the window is closed",
        description="It stays as an icon beside the clock. Quit is in its menu.",
    )
