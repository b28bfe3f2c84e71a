"""Documents on paper and the charts beside them. One writer per document, fed with plain data."""
