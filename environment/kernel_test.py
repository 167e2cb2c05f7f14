"""Holds the kernel to its promises, in a real kernel: prints, interrupts, a full heap, widgets, a killed server.

Prints one line for each promise, and leaves with 1 if one is broken.
"""

import os
import queue
import subprocess
import sys
import time
import uuid

from jupyter_client.manager import KernelManager

KERNEL = "doppel"
PATIENCE = 60

# A parent that starts a kernel, says who it is, and waits to be killed.
PARENT = """
import sys, time
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
print(manager.provisioner.process.pid, flush=True)
time.sleep(600)
"""


class Cell:
    """What came back from one cell."""

    def __init__(self):
        self.printed = ""
        self.text = ""
        self.error = ""
        self.order = []
        self.seconds = 0.0


class Kernel:
    def __init__(self):
        self.manager = KernelManager(kernel_name=KERNEL)
        self.manager.start_kernel(stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code, meanwhile=None, after=1.0, seconds=PATIENCE, metadata=None):
        """Runs a cell; calls `meanwhile` once while it runs, `after` seconds from its start."""
        message = self.client.session.msg(
            "execute_request",
            {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True},
            metadata=metadata or {},
        )
        self.client.shell_channel.send(message)
        cell, start = Cell(), time.monotonic()
        while True:
            cell.seconds = time.monotonic() - start
            if cell.seconds > seconds:
                raise AssertionError(f"no answer within {seconds} s to: {code}")
            if meanwhile and cell.seconds > after:
                meanwhile()
                meanwhile = None
            try:
                heard = self.client.get_iopub_msg(timeout=0.1)
            except queue.Empty:
                continue
            kind, content = heard["msg_type"], heard["content"]
            cell.order.append(kind)
            if heard["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if kind == "stream":
                cell.printed += content["text"]
            elif kind == "execute_result":
                cell.text = content["data"]["text/plain"]
            elif kind == "error":
                cell.error = "\n".join(content["traceback"]) or content["evalue"]
            elif kind == "status" and content["execution_state"] == "idle":
                return cell

    def next(self, kind, seconds=PATIENCE):
        """The next message of a kind that the kernel publishes, whenever it does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                heard = self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                continue
            if heard["msg_type"] == kind:
                return heard
        raise AssertionError(f"no {kind} within {seconds} s")

    def send(self, kind, content):
        self.client.shell_channel.send(self.client.session.msg(kind, content))

    def is_alive(self):
        return self.run("6 * 7").text == "42"


def every_line_arrives(kernel):
    cell = kernel.run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);")
    expected = "".join(f"line {i}\n" for i in range(20_000))
    assert cell.printed == expected, f"{len(cell.printed)} of {len(expected)} characters"
    return f"20,000 lines in {cell.seconds:.1f} s"


def prints_and_pictures_keep_their_order(kernel):
    cell = kernel.run('System.out.println("before"); show("picture"); System.out.println("after"); 1')
    seen = [kind for kind in cell.order if kind in ("stream", "display_data", "execute_result")]
    assert seen == ["stream", "display_data", "stream", "execute_result"], seen
    return "print, picture, print, value"


def a_flood_ends_with_a_sentence(kernel):
    cell = kernel.run("for (int i = 0; i < 200_000; i++) System.out.println(\"0123456789\");")
    assert len(cell.printed) < 1_000_200, len(cell.printed)
    assert "the rest is left out" in cell.printed.splitlines()[-1], cell.printed[-200:]
    assert kernel.run('System.out.println("next")').printed == "next\n"
    return f"2.2 million characters, {len(cell.printed):,} shown"


def values_show_themselves(kernel):
    assert kernel.run('"plain"').text == "plain"
    assert kernel.run("new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)").text == "picture of 300 x 200"
    return "text, picture"


def an_error_begins_with_its_sentence(kernel):
    cell = kernel.run('System.out.println("before"); Workbench.open().run("../bad")')
    first = cell.error.splitlines()
    assert any("the name of a run has letters" in line for line in first[:2]), cell.error
    assert "org.dflib" not in cell.error, cell.error
    seen = [kind for kind in cell.order if kind in ("stream", "error")]
    assert seen == ["stream", "error"], seen
    return f"{len(first)} lines"


def sleep_is_interrupted(kernel):
    cell = kernel.run("Thread.sleep(60_000);", meanwhile=kernel.manager.interrupt_kernel)
    assert "nterrupt" in cell.error, cell.error
    assert cell.seconds < 3, cell.seconds
    assert kernel.is_alive()
    return f"{cell.seconds - 1:.1f} s after the interrupt"


def a_full_heap_leaves_the_kernel_alive(kernel):
    for size in ("1 << 20", "10_000_000", "1000"):
        cell = kernel.run(f"var hoard = new ArrayList<byte[]>(); while (true) hoard.add(new byte[{size}]);", seconds=180)
        assert "more memory than the kernel has" in cell.error, cell.error
        assert kernel.is_alive()
    again = kernel.run("hoard == null")
    assert again.text == "true", again.error or again.text
    return "three times, and what the cell made is cleared"


def a_cell_without_memory_to_compile_is_answered(kernel):
    kernel.run("var older = new ArrayList<byte[]>();")
    cell = kernel.run("while (true) older.add(new byte[100_000]);", seconds=180)
    assert "more memory than the kernel has" in cell.error, cell.error
    cell = kernel.run("older = null;", seconds=180)
    assert kernel.is_alive()
    return "variables of other cells stay"


def an_update_arrives_after_its_cell(kernel):
    kernel.run('var line = live("first");')
    kernel.run('new Thread(() -> { try { Thread.sleep(1500); } catch (InterruptedException e) { } line.show("later"); }).start();')
    heard = kernel.next("update_display_data", 10)
    assert heard["content"]["data"]["text/plain"] == "later", heard["content"]
    assert heard["content"]["transient"]["display_id"]
    return "from a thread, 1.5 s after the cell"


def a_widget_is_answered_while_a_cell_runs(kernel):
    channel = uuid.uuid4().hex
    asked, answered = [], []

    def ask():
        kernel.send("comm_open", {"comm_id": channel, "target_name": "jupyter.widget.control", "data": {}})
        kernel.send("comm_msg", {"comm_id": channel, "data": {"method": "request_states"}})
        asked.append(time.monotonic())
        answered.append(kernel.next("comm_msg", 5))
        asked.append(time.monotonic())

    cell = kernel.run("Thread.sleep(4000);", meanwhile=ask)
    assert answered[0]["content"]["data"]["method"] == "update_states", answered
    assert cell.seconds > 3.5, "the cell ended early"
    assert asked[1] - asked[0] < 1, "the answer waited for the cell"
    assert kernel.is_alive()
    return f"in {1000 * (asked[1] - asked[0]):.0f} ms"


def cells_wait_for_their_turn(kernel):
    order = []
    for i in range(3):
        kernel.client.execute(f"Thread.sleep(500); {i}")
    while len(order) < 3:
        order.append(kernel.next("execute_result")["content"]["data"]["text/plain"])
    assert order == ["0", "1", "2"], order
    assert kernel.is_alive()
    return "three sent at once ran in order"


def nobody_stays_behind_a_killed_server(kernel):
    parent = subprocess.Popen([sys.executable, "-c", PARENT, KERNEL], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait()
    start = time.monotonic()
    while is_running(child):
        assert time.monotonic() - start < 10, f"the kernel {child} runs on"
        time.sleep(0.1)
    return f"gone {time.monotonic() - start:.1f} s after it"


def is_running(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        pass
    if os.path.exists("/proc/self"):
        return False
    return subprocess.run(["ps", "-p", str(process)], stdout=subprocess.DEVNULL).returncode == 0


def main():
    checks = [
        every_line_arrives,
        prints_and_pictures_keep_their_order,
        a_flood_ends_with_a_sentence,
        values_show_themselves,
        an_error_begins_with_its_sentence,
        sleep_is_interrupted,
        an_update_arrives_after_its_cell,
        a_widget_is_answered_while_a_cell_runs,
        cells_wait_for_their_turn,
        a_full_heap_leaves_the_kernel_alive,
        a_cell_without_memory_to_compile_is_answered,
        nobody_stays_behind_a_killed_server,
    ]
    asked = sys.argv[1:]
    broken = 0
    kernel = Kernel()
    try:
        for check in checks:
            if asked and check.__name__ not in asked:
                continue
            name = check.__name__.replace("_", " ")
            try:
                print(f"ok      {name}: {check(kernel)}", flush=True)
            except AssertionError as fault:
                broken += 1
                print(f"BROKEN  {name}: {fault}", flush=True)
                kernel.close()
                kernel = Kernel()
    finally:
        kernel.close()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
