"""Values in, values out: what is asked, what the rules say, what the pack contains. No disk, no clock, no Qt, no PDF."""
