"""Executes notebooks in the real kernel, in place, and leaves them as a code host should show them: a still picture
for each widget, no times, no machine's particulars.

    python environment/execute_notebooks.py NOTEBOOK...
"""

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

KERNEL = "doppel"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SECONDS_A_CELL = 900


def execute(path, env=None):
    """The executed notebook; raises CellExecutionError at the first cell that fails."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=SECONDS_A_CELL,
        coalesce_streams=True,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute(**({"env": env} if env else {}))
    return still(notebook)


def still(notebook):
    """Without what only a running kernel can fill."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return notebook


def write(notebook, path):
    whole = path.with_suffix(".part")
    nbformat.write(notebook, whole)
    whole.replace(path)


def main():
    failed = 0
    for path in map(Path, sys.argv[1:]):
        begin = time.monotonic()
        try:
            write(execute(path), path)
        except CellExecutionError as error:
            failed += 1
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        size = path.stat().st_size
        print(f"{path.name}: {time.monotonic() - begin:.0f} s, {size / 1e6:.2f} MB", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
