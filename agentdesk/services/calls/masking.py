"""What is never written down: every call and every answer of a service goes through here on its way to the store."""

from __future__ import annotations

from collections.abc import Callable, Collection

from agentdesk.domain.call import Call
from agentdesk.domain.sensitive import NEVER_KEPT, Sensitive

_EVERY = frozenset(Sensitive)


class Masking:
    """Hides cards, bank details, NI and NHS numbers, passwords, PINs and security answers, and what the owner chose."""

    def __init__(self, chosen: Callable[[], Collection[Sensitive]] = frozenset) -> None:
        """`chosen`: kinds to hide besides, asked for anew each time, so that a changed setting counts at once."""
        self._chosen = chosen

    def call(self, call: Call) -> Call:
        """The call as it may be kept. One that is kept already comes back as it is."""
        # what the language of secrets takes to load would hold the first window up
        from agentdesk.language.sensitive.masking import mask

        return mask(call, self._kinds())

    def answer(self, value: object) -> object:
        """A service's answer as it may be kept."""
        from agentdesk.language.sensitive.masking import mask_value

        return mask_value(value, self._kinds())

    def _kinds(self) -> frozenset[Sensitive]:
        return NEVER_KEPT | frozenset(self._chosen())


def for_lists(text: str) -> str:
    """Words from outside as lists, pop-ups and PDFs may show them: with every sensitive detail hidden, of any kind."""
    from agentdesk.language.sensitive.masking import mask_text

    return mask_text(text, _EVERY)
