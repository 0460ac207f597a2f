"""How the tests run: by chance at a developer's desk, and the same every time where a change is decided on."""

import os
import signal

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    if signal.getsignal(number) is signal.SIG_IGN:  # in the background, or under nohup; what tests begin would too
        signal.signal(number, signal.SIG_DFL)
