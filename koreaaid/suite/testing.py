"""pytest plugin of the project (`-p koreaaid.suite.testing`, in pyproject.toml).

Tests, and nbval's runs of notebooks, have the surroundings that reports are made in: the committed outputs
belong to that profile. It is named with `-p` so that it comes before nbval, which imports nbformat.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from koreaaid.suite.environment import kernel_environment, spare_the_slow_import

spare_the_slow_import()


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment that kernels inherit."""
    scratch = TemporaryDirectory(prefix="koreaaid-", ignore_cleanup_errors=True)
    config.add_cleanup(scratch.cleanup)
    os.environ.update(kernel_environment(Path(scratch.name)))
