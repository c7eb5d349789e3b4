"""The exit codes: an interface, listed in docs/guide/commands.md and tested by number."""

from typing import Final

DONE: Final = 0  # what was asked for stands; warnings allowed
AT_FAULT: Final = 1  # the content, the layout or a picture has errors
USAGE: Final = 2  # the command line is wrong
MACHINE: Final = 3  # the machine lacks something: room on the disk, a right, memory, a library
BUG: Final = 70  # our own fault; the trace lies in a log file (sysexits.h, EX_SOFTWARE)
INTERRUPTED: Final = 130  # Ctrl-C: 128 + SIGINT
TERMINATED: Final = 143  # 128 + SIGTERM
