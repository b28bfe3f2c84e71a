"""The desk as a whole: the store opened and looked after, and the first page."""
