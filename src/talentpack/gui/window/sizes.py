"""Sizes that more than one part of the window keeps to, in the design's pixels."""

SIDE = 256
"""The list on the left."""
BAR = 66
"""The bar below a page."""
NO_LIST, NO_PANEL = 860, 1180
"""Below these widths the list hides behind a button, and the panel becomes a line."""
