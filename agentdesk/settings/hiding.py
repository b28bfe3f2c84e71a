"""What is hidden on arrival besides what always is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Hiding(BaseModel):
    """A page of the preferences; the fields are named like the kinds they hide."""

    model_config = ConfigDict(title="Never kept", validate_assignment=True)

    phone: bool = Field(
        False,
        title="Hide phone numbers in what callers say",
        description="Card numbers, bank details, NI and NHS numbers, passwords, PINs and security answers are always "
        "hidden before anything is kept. What you choose here counts for calls from now on.",
    )
    email: bool = Field(False, title="Hide e-mail addresses in what callers say")
    postcode: bool = Field(False, title="Hide postcodes in what callers say")
    birth_date: bool = Field(False, title="Hide dates of birth in what callers say")
