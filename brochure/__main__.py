"""`python -m brochure` is `brochure`."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `-m` puts the working folder first, where a stranger's yaml.py would run instead of the library
        del sys.path[0]

    from brochure.cli.main import run

    run()
