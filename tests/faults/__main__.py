"""The fault rig: `python3 run.py faults [--quick] [NAME...]`. Exit 1 on any loss.

The whole of it takes about an hour on two slow cores and writes docs/faults.md; `--quick` takes ten
minutes and writes nothing.
"""

import argparse
import random
import sys
import time

from tests.faults import report
from tests.faults.rig import LONG, NAMES, QUICK, counts


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ten minutes instead of an hour")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    options = parser.parse_args(argv)
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no scenario {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}")
    begun = time.monotonic()
    done = []
    for count in counts(options.names or NAMES, QUICK if options.quick else LONG, options.seed):
        print(count.in_words(), flush=True)
        for failure in count.failures[:20]:
            print(f"  LOST {failure}", flush=True)
        done.append(count)
    failed = [count for count in done if count.failures]
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(c.tried for c in done):,} faults in {minutes:.0f} minutes, seed {options.seed}")
    if not options.quick and not options.names:
        report.write(done, minutes)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
