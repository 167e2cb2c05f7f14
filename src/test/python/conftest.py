"""What the tests of notebooks, kernel, lab and pages share: a workspace of their own, and a lab that serves it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT / "environment"))


class Lab:
    """One `workbench lab` over a workspace, as a user would start it."""

    def __init__(self, workspace, port):
        self.port = port
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            ["bash", str(PROJECT / "environment/workbench"), "lab", "--no-browser", "--port", str(port)],
            env={**os.environ, "DOPPEL_PROJECT": str(workspace), "DOPPEL_BUDGET": "smoke", "DOPPEL_TEST_LAB": str(port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            # tests that run in the background ignore Ctrl-C, and whatever they start would inherit that
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.token = self._token()
        self.start_seconds = time.monotonic() - self.began
        # nobody reads on: a full pipe would stop the server
        subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def page(self, notebook, workspace="tests"):
        return f"{self.address}/lab/workspaces/{workspace}/tree/notebooks/{notebook}?reset&token={self.token}"

    def interrupt(self):
        """Ctrl-C; the exit status."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=30)

    def _token(self):
        said = []
        for line in self.process.stdout:
            said.append(line)
            if found := re.search(r"\?token=([0-9a-f]{48})", line):
                self._wait_until_it_answers()
                return found.group(1)
        raise AssertionError("the lab did not start:\n" + "".join(said))


    def _wait_until_it_answers(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"nothing answers at port {self.port}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processes_of(lab):
    """All that a lab started, kernels in sessions of their own included: they inherit its mark."""
    mark = f"DOPPEL_TEST_LAB={lab.port}".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes().split(b"\0"):
                found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip())
        except OSError:
            continue  # it ended meanwhile
    return [command for command in found if command]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory):
    """A folder like the project's, with data and notebooks that tests may change."""
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    (folder / "data").mkdir()
    for name in ("models", "samples", "starts"):
        (folder / "data" / name).symlink_to(PROJECT / "data" / name)
    (folder / "src").symlink_to(PROJECT / "src")
    return folder


@pytest.fixture(scope="session")
def lab(workspace):
    lab = Lab(workspace, free_port())
    yield lab
    if lab.process.poll() is None:
        lab.interrupt()
