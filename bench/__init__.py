"""Measurements of the program, each against a limit or against a peer in the same run."""
