"""Runs one server in this process, for as long as whoever started it lives.

usage: python launch.py ministack|moto PORT WORK_DIRECTORY

Standard input is the lifeline: it closes when the parent ends, however it ends, and then the server, the
Lambda workers it started and its working directory go too.
"""

import os
import signal
import subprocess
import sys
import threading


def follow_parent(work_directory: str) -> None:
    # Not sys.stdin: its lock would be held while the interpreter shuts down.
    while os.read(0, 1024):
        pass
    # From outside the group, and after its end: the server could still be writing.
    subprocess.Popen(["sh", "-c", 'sleep 0.1; rm -rf "$0"', work_directory], start_new_session=True)
    os.killpg(0, signal.SIGKILL)


def main() -> None:
    name, port, work_directory = sys.argv[1:]
    threading.Thread(target=follow_parent, args=(work_directory,), daemon=True).start()
    if name == "ministack":
        from ministack.app import main as serve

        sys.argv = ["ministack"]
        serve()
    else:
        from moto.server import main as serve

        serve(["-H", "127.0.0.1", "-p", port])


if __name__ == "__main__":
    main()
