"""Which language the system speaks."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

_TRADITIONAL = ("hk", "tw", "mo", "hant")


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """``en``, ``zh_Hant`` or ``zh_Hans``, from the environment's locale or, on Windows and macOS, the system's."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return _ours(named or locale.getlocale()[0] or "")


def _ours(name: str) -> str:
    low = name.lower().replace("-", "_")
    if not low.startswith(("zh", "chinese")):
        return "en"
    parts = set(low.split(".", maxsplit=1)[0].split("_"))
    return "zh_Hant" if parts & set(_TRADITIONAL) or "traditional" in low or "hong kong" in low else "zh_Hans"
