"""How each check of this folder ends: one line for each problem, exit status 1 where there is one."""

import pathlib
import sys


def report(problems):
    """`problems` yields sentences for a source folder, which is the script's first argument."""
    found = list(problems(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
