"""Talentpack prepares a submission under Hong Kong's Top Talent Pass Scheme, offline."""

__version__ = "0.1.0"
