"""What pops up."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Notices(BaseModel):
    """A page of the preferences."""

    model_config = ConfigDict(title="Notices", validate_assignment=True)

    pop_ups: bool = Field(
        True,
        title="Show a pop-up when something needs me",
        description="A pop-up never holds a caller's name, number or words. The list in the window has everything.",
    )
