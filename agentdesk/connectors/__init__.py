"""Where calls and diary entries come from: one folder per service, all with the same file names."""
