"""``python -m brochure`` is the same program as ``brochure``."""

import sys

if not sys.flags.safe_path:
    # `-m` puts the working folder first: in a stranger's project its yaml.py would run instead of the library
    del sys.path[0]

from brochure.cli.main import run

run()
