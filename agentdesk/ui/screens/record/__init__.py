"""An agent's record: how it did week by week, and what was expected, looked at and changed."""
