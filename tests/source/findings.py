"""Faults as short lines, the way these tests speak of them."""

from collections.abc import Callable

import pytest

from brochure.diagnostics import BrochureError, Diagnostic
from brochure.source import Faults, parse


def told(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Each finding as ``line:column code``."""
    return [f"{f.span.line}:{f.span.column} {f.code}" if f.span else f.code for f in findings]


def faults_of(read: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """The findings that *read* raises."""
    with pytest.raises(BrochureError) as caught:
        read()
    return caught.value.findings


def yaml_faults(text: str) -> list[str]:
    """What reading *text* finds, as ``line:column code``."""
    return told(faults_of(lambda: parse(text, "a.yaml")))


def noted(faults: Faults) -> list[str]:
    """What has been noted so far, as ``line:column code``."""
    return told(faults.in_order)
