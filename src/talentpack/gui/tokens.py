"""The design's colours, type and families as plain tables. Contrast on every surface: text 7, all other words 4.5,
control borders 3 (a test measures it).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QPalette

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "list": "#F3F4F7",
        "panel": "#FAFBFC",
        "page": "#FFFFFF",
        "field": "#FFFFFF",
        "selected": "#FFFFFF",
        "text": "#1A1D21",
        "muted": "#5A626C",
        "line": "#E3E6EA",
        "border": "#858D97",
        "accent": "#2556CC",
        "accent_hover": "#1E49B0",
        "on_accent": "#FFFFFF",
        "accent_soft": "#EAF0FD",
        "hover": "#EEF0F4",
        "green": "#18794E",
        "green_soft": "#E8F6EE",
        "amber": "#8F5F00",
        "amber_soft": "#FFF6E0",
        "red": "#C2252B",
        "red_soft": "#FDF1F0",
        "violet": "#7B57DE",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "list": "#16181B",
        "panel": "#1B1E22",
        "page": "#1F2226",
        "field": "#17191C",
        "selected": "#262A2F",
        "text": "#ECEEF1",
        "muted": "#A7AFB9",
        "line": "#30353B",
        "border": "#757D87",
        "accent": "#8FB0FF",
        "accent_hover": "#A9C2FF",
        "on_accent": "#0B1736",
        "accent_soft": "#242D42",
        "hover": "#2A2E34",
        "green": "#5CCB8D",
        "green_soft": "#1A2F25",
        "amber": "#EBC15A",
        "amber_soft": "#352C17",
        "red": "#FF8C86",
        "red_soft": "#3A2324",
        "violet": "#AE8BFA",
    }
)

_Role = QPalette.ColorRole
ROLES: Mapping[QPalette.ColorRole, str] = MappingProxyType(
    {
        _Role.Window: "page",
        _Role.WindowText: "text",
        _Role.Base: "field",
        _Role.AlternateBase: "panel",
        _Role.Text: "text",
        _Role.Button: "page",
        _Role.ButtonText: "text",
        _Role.BrightText: "red",
        _Role.Highlight: "accent",
        _Role.HighlightedText: "on_accent",
        _Role.Accent: "accent",
        _Role.Link: "accent",
        _Role.LinkVisited: "accent",
        _Role.PlaceholderText: "muted",
        _Role.ToolTipBase: "panel",
        _Role.ToolTipText: "text",
        _Role.Light: "line",
        _Role.Midlight: "line",
        _Role.Mid: "border",
        _Role.Dark: "border",
        _Role.Shadow: "border",
    }
)
# What stands for each colour when the system asks for contrast.
SYSTEM: Mapping[str, QPalette.ColorRole] = MappingProxyType(
    dict.fromkeys(("list", "panel", "page", "green_soft", "amber_soft", "red_soft", "accent_soft"), _Role.Window)
    | dict.fromkeys(("field", "selected", "hover"), _Role.Base)
    | dict.fromkeys(("text", "muted", "line", "border", "green", "amber", "red", "violet"), _Role.WindowText)
    | {"accent": _Role.Highlight, "accent_hover": _Role.Highlight, "on_accent": _Role.HighlightedText}
)

# Pixels and weight.
TYPE: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "title": (26, 600),
        "figure": (24, 600),
        "case": (18, 600),
        "head": (16, 600),
        "lead": (15, 400),
        "body": (14, 400),
        "label": (14, 600),
        "hint": (13, 400),
        "group": (11, 600),
    }
)

FAMILIES = ("Segoe UI Variable Text", "Segoe UI", ".AppleSystemUIFont", "Inter", "Noto Sans")
_HONG_KONG = ("Microsoft JhengHei UI", "PingFang HK", "Noto Sans HK")
_MAINLAND = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans SC")
# The families of the language first, then the others: a name may be in either script.
HAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (*_HONG_KONG, *_MAINLAND, "Talentpack Extra"),
        "zh_Hant": (*_HONG_KONG, *_MAINLAND, "Talentpack Extra"),
        "zh_Hans": (*_MAINLAND, *_HONG_KONG, "Talentpack Extra"),
    }
)
SHIPPED = (
    "Inter-400.ttf",
    "Inter-600.ttf",
    "NotoSansHK-400.ttf",
    "NotoSansSC-400.ttf",
    "TalentpackExtra-400.ttf",
)
