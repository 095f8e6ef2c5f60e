"""What is shipped, read once for the tests of answers files."""

from __future__ import annotations

from functools import cache

from talentpack import assets
from talentpack.content.forms import read_forms
from talentpack.content.scheme import read_rules
from talentpack.core.questions import Forms
from talentpack.core.rules import Rules


@cache
def forms() -> Forms:
    return read_forms(assets.forms(), "ttps", "entry")


@cache
def rules() -> Rules:
    return read_rules(assets.resources() / "schemes" / "ttps")
