"""What callers say that should not be kept, or not be shown: its kinds and their names."""

from __future__ import annotations

from enum import StrEnum


class Sensitive(StrEnum):
    """A kind of sensitive detail. The value is what settings and files call it."""

    CARD = "card"
    SECURITY_CODE = "security_code"
    ACCOUNT = "account"
    SORT_CODE = "sort_code"
    IBAN = "iban"
    NATIONAL_INSURANCE = "national_insurance"
    NHS = "nhs"
    SOCIAL_SECURITY = "social_security"
    PASSWORD = "password"  # noqa: S105
    PIN = "pin"
    SECURITY_ANSWER = "security_answer"
    BIRTH_DATE = "birth_date"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"

    @property
    def one(self) -> str:
        """What a stand-in and a sentence call one of them."""
        return _NAMES[self][0]

    @property
    def many(self) -> str:
        return _NAMES[self][1]

    @property
    def stand_in(self) -> str:
        """What stands in the place of a hidden one: "[hidden card number]"."""
        return f"[hidden {self.one}]"


_NAMES = {
    Sensitive.CARD: ("card number", "card numbers"),
    Sensitive.SECURITY_CODE: ("card security code", "card security codes"),
    Sensitive.ACCOUNT: ("account number", "account numbers"),
    Sensitive.SORT_CODE: ("sort code", "sort codes"),
    Sensitive.IBAN: ("IBAN", "IBANs"),
    Sensitive.NATIONAL_INSURANCE: ("National Insurance number", "National Insurance numbers"),
    Sensitive.NHS: ("NHS number", "NHS numbers"),
    Sensitive.SOCIAL_SECURITY: ("social security number", "social security numbers"),
    Sensitive.PASSWORD: ("password", "passwords"),
    Sensitive.PIN: ("PIN", "PINs"),
    Sensitive.SECURITY_ANSWER: ("security answer", "security answers"),
    Sensitive.BIRTH_DATE: ("date of birth", "dates of birth"),
    Sensitive.POSTCODE: ("postcode", "postcodes"),
    Sensitive.PHONE: ("phone number", "phone numbers"),
    Sensitive.EMAIL: ("e-mail address", "e-mail addresses"),
}

CHOSEN_BY_OWNER = frozenset({Sensitive.BIRTH_DATE, Sensitive.POSTCODE, Sensitive.PHONE, Sensitive.EMAIL})
"""Kept unless the owner says otherwise, because a business rings people back and finds their houses."""

NEVER_KEPT = frozenset(Sensitive) - CHOSEN_BY_OWNER
"""Hidden before anything is written down, whatever the settings say."""

BY_STAND_IN = {each.stand_in: each for each in Sensitive}
"""The kind that a stand-in stands for."""
