"""The surroundings that every kernel of the project starts in: the same on every machine.

Kernels find the profile of this package, the Python that started them, and no settings of the user's home
folder; what Jupyter writes besides the notebook (connection files, history) goes to a scratch folder.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from koreaaid.files import building

_PROFILE = Path(__file__).with_name("ipython")


def kernel_environment(scratch: Path) -> dict[str, str]:
    """Lay the IPython profile out in `scratch` and return the environment variables that point there."""
    shutil.copytree(_PROFILE, scratch / "ipython", dirs_exist_ok=True)
    variables = {
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_DATA_DIR": str(scratch / "data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "JUPYTER_PREFER_ENV_PATH": "1",  # the kernel of this environment, not one the user registered
        "PYTHONHASHSEED": "0",
        "TQDM_DISABLE": "1",
        "TZ": "UTC",
    }
    matplotlib = find_spec("matplotlib")
    if matplotlib and matplotlib.origin:
        # Its own defaults: a matplotlibrc of the user's would change every figure.
        variables["MATPLOTLIBRC"] = str(Path(matplotlib.origin).with_name("mpl-data") / "matplotlibrc")
    return variables


@contextmanager
def kernel_surroundings() -> Iterator[None]:
    """Set `kernel_environment` in this process, in a scratch folder that goes away with the block."""
    spare_the_slow_import()
    before = dict(os.environ)
    with building() as scratch:
        os.environ.update(kernel_environment(scratch))
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def spare_the_slow_import() -> None:
    """Keep jsonschema from importing `rfc3987_syntax`, to be called before the first import of Jupyter.

    It compiles 35 grammars, more than a second, for string formats that no notebook uses; jsonschema takes a
    module that is None for one that is not installed.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
