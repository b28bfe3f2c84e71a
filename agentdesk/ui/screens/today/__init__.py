"""The first page: is it working, does anything need me, is it costing what I expected."""
