"""A pytest plugin that leaves out the tests of a whole built site and of a browser, so that only the domain's own tests count."""

import pytest

WHOLE = frozenset({"built_site", "server", "browser", "chromium"})
"""Fixtures of tests that need the whole site or a browser."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out each test that uses one of them."""
    left = [item for item in items if WHOLE & set(getattr(item, "fixturenames", ()))]
    items[:] = [item for item in items if item not in set(left)]
    config.hook.pytest_deselected(items=left)
