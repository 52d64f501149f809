"""Runs the program that was installed with this package: ``python -m figure_tracker check data.json``."""

import os
import subprocess
import sys
import sysconfig


def program():
    """Gives the path of the program: beside this Python's other programs, or the user's own."""
    name = "figure-tracker" + (sysconfig.get_config_var("EXE") or "")
    user = f"{os.name}_user"
    schemes = [None, user] if user in sysconfig.get_scheme_names() else [None]
    for scheme in schemes:
        path = os.path.join(sysconfig.get_path("scripts", scheme) if scheme else sysconfig.get_path("scripts"), name)
        if os.path.isfile(path):
            return path
    sys.exit(f"figure-tracker: the program {name} was not installed with this package")


def run():
    """Becomes the program, with what was typed; Windows has no such thing, so there it is started and waited for."""
    command = [program(), *sys.argv[1:]]
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
