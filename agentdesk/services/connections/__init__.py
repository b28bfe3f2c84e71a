"""Connected services: joined, pulled, brought up to date, and known by their health."""
