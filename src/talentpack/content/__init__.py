"""Reads `forms/` and `resources/` into core values, strictly."""
