"""What was said about the business, as it stands, each part to be changed where it stands."""
