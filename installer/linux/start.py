"""Where the installed program begins."""

import sys

from caseplanner.__main__ import main

sys.exit(main())
