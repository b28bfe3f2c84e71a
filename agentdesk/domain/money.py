"""Money in integer minor units, exact to the scale in which it was reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD"}
_SIGNS = {code: sign for sign, code in SYMBOLS.items()}
_AMOUNT = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<part>\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` / 10^`scale` of `currency`: 12.5 US cents are Money(125, 3, "USD")."""

    minor: int
    scale: int
    currency: str

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minor).scaleb(-self.scale)

    def __add__(self, other: Money) -> Money:
        """The exact sum. Raises ValueError across currencies: they are never added."""
        if other.currency != self.currency:
            raise ValueError("money of two currencies cannot be added")
        scale = max(self.scale, other.scale)
        minor = self.minor * 10 ** (scale - self.scale) + other.minor * 10 ** (scale - other.scale)
        return Money(minor, scale, self.currency)

    def converted(self, rate: Decimal, currency: str) -> Money:
        """This amount in another currency at a rate, rounded to its pence (half to even)."""
        return Money.of(self.amount * rate, currency)

    def in_words(self) -> str:
        """As an owner reads it: "£86.40", "£1,234.50", "312 credits"."""
        sign = _SIGNS.get(self.currency)
        if sign is None:
            plain = f"{self.amount:,f}"
            return f"{plain.rstrip('0').rstrip('.') if '.' in plain else plain} {self.currency}"
        pence = self.amount.quantize(Decimal("0.01"), ROUND_HALF_EVEN)
        return f"{'−' if pence < 0 else ''}{sign}{abs(pence):,.2f}"

    @staticmethod
    def of(amount: Decimal, currency: str, scale: int = 2) -> Money:
        """The amount rounded half to even at the scale."""
        minor = int((amount.scaleb(scale)).to_integral_value(ROUND_HALF_EVEN))
        return Money(minor, scale, currency)


def total(costs: Iterable[Money]) -> tuple[Money, ...]:
    """Money summed per currency, in the order in which the currencies appeared."""
    sums: dict[str, Money] = {}
    for cost in costs:
        sums[cost.currency] = sums[cost.currency] + cost if cost.currency in sums else cost
    return tuple(sums.values())


def read_amount(text: str, currency: str = "GBP") -> Money:
    """What a person typed as money: "£5", "1,000", "35.50".

    Raises ValueError with one sentence for anything that could mean two things
    ("1.000,50"), is negative, or is no amount. Blank is not nothing: it raises too.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    for sign, code in SYMBOLS.items():
        if plain.startswith(sign):
            plain, currency = plain.removeprefix(sign).strip(), code
    found = _AMOUNT.fullmatch(plain)
    if not found:
        raise ValueError("Write an amount like 120 or 120.50.")
    part = found["part"] or ""
    scale = max(2, len(part))
    return Money(int(found["whole"].replace(",", "") + part.ljust(scale, "0")), scale, currency)
