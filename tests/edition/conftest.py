"""The real brochure, from its YAML to the press: printed once for all tests of this room."""

import pytest

from tests.edition.printing import EDITIONS, WHOLE, Copy, print_all


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Copy]:
    """Every edition by name."""
    return print_all(tmp_path_factory)


@pytest.fixture
def whole(copies: dict[str, Copy]) -> Copy:
    """The brochure."""
    return copies[WHOLE]


@pytest.fixture(params=EDITIONS)
def copy(request: pytest.FixtureRequest, copies: dict[str, Copy]) -> Copy:
    """Each edition in turn."""
    name: str = request.param
    return copies[name]
