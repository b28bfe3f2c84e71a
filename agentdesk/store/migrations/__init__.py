"""Steps from each version of the tables to the next. Released steps never change."""
