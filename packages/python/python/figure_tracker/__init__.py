"""figure-tracker's command line, which comes with this package as a program."""
