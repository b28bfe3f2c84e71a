"""The weekly review and the scorecard: what is drawn, asked, measured and printed."""
