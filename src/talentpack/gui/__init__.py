"""The window. The only package that knows PySide6; everything it does to a case goes through `Desk`."""
