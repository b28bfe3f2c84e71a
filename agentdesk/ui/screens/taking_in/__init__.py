"""Taking files in: looked at first, taken in once, told what came of it."""
