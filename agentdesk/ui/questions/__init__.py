"""What is asked about the business: in the first run, and on the page where it is changed later."""
