"""The emergency stop of an agent: one button, the numbered way by hand, and the rehearsal."""
