"""``python -m brochure`` is the same program as ``brochure``."""

import sys

from brochure.cli.main import main

sys.exit(main())
