"""Starts AgentDesk: the window, or a verb of the command line."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""What shells report for Ctrl-C."""


def main(argv: list[str] | None = None) -> int:
    """The exit status."""
    try:
        return _start(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _start(words: list[str]) -> int:
    # The window must not wait for what only the command line needs, nor the other way round.
    if any(not each.startswith("-") for each in _without_values(words)) or {"-h", "--help"} & set(words):
        from agentdesk.bootstrap.terminal import run, speak_utf8
        from agentdesk.cli.command import understand

        speak_utf8()
        return run(understand(words))
    from agentdesk.bootstrap.window import open_window

    return open_window(words)


def _without_values(words: list[str]) -> list[str]:
    """The words that are no switch's value."""
    valued = {"--profile", "--passphrase-file", "--recovery-key-file"}
    return [each for place, each in enumerate(words) if place == 0 or words[place - 1] not in valued]


if __name__ == "__main__":
    sys.exit(main())
