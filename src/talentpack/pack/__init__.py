"""Putting a pack together from a plan, and checking one. Runs in a builder; `publish` alone runs in the program."""
