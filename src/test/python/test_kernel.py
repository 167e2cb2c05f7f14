"""Holds the kernel to its promises, in a real kernel: prints, interrupts, a full heap, widgets, a killed server."""

import os
import queue
import subprocess
import sys
import time
import uuid

import pytest
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


class Gone(Exception):
    """A check ended well, and the kernel with it."""


class Cell:
    """What came back from one cell."""

    def __init__(self):
        self.printed = ""
        self.text = ""
        self.error = ""
        self.order = []
        self.seconds = 0.0


class Kernel:
    def __init__(self, project):
        self.manager = KernelManager(kernel_name=KERNEL)
        environment = {**os.environ, "DOPPEL_PROJECT": str(project)}
        self.manager.start_kernel(stderr=subprocess.DEVNULL, env=environment)
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


def training_is_interrupted(kernel):
    for code in (
        "var bench = Workbench.open(); var a = bench.extract(bench.actor(\"a\")); var b = bench.extract(bench.actor(\"b\"));",
        'var home = Files.createTempDirectory("doppel"); Files.createDirectories(home.resolve("data"));',
        'for (var part : List.of("models", "samples", "faces"))'
        ' Files.createSymbolicLink(home.resolve("data/" + part), bench.project().resolve("data/" + part));',
        "var elsewhere = Workbench.open(home); elsewhere.actor(\"a\"); elsewhere.actor(\"b\");",
        'var training = elsewhere.train("interrupted", a, b, TrainOptions.quick());',
        "while (training.step() < 2) Thread.sleep(50);",
    ):
        error = kernel.run(code, seconds=300).error
        assert not error, error
    cell = kernel.run("training.await()", meanwhile=kernel.manager.interrupt_kernel)
    assert "nterrupt" in cell.error, cell.error
    kernel.run("while (training.state() == RunState.RUNNING) Thread.sleep(50);")
    assert kernel.run("training.state()").text == "STOPPED"
    assert kernel.run("training.savedStep().getAsInt() == training.step()").text == "true"
    assert not kernel.run("training.close();").error
    return f"{cell.seconds - 1:.1f} s after the interrupt; stopped and saved"


def a_full_heap_leaves_the_kernel_alive(kernel):
    for code in (
        "var hoard = new ArrayList<byte[]>(); while (true) hoard.add(new byte[10_000_000]);",
        "{ var hoard = new ArrayList<byte[]>(); while (true) hoard.add(new byte[10_000_000]); }",
    ):
        cell = kernel.run(code, seconds=120)
        assert "more memory than the kernel has" in cell.error, cell.error
        assert kernel.is_alive()
    assert kernel.run("hoard == null").text == "true"
    return "twice, and what the cell made is cleared"


def a_heap_full_of_crumbs_never_hangs(kernel):
    """Nothing is left for the kernel itself: it is quick enough and answers, or it leaves and is started anew."""
    return answers_or_leaves(kernel, "var crumbs = new ArrayList<byte[]>(); while (true) crumbs.add(new byte[1000]);")


def a_heap_that_another_cell_holds_never_hangs(kernel):
    kernel.run("var older = new ArrayList<byte[]>();")
    return answers_or_leaves(kernel, "while (true) older.add(new byte[1000]);")


def answers_or_leaves(kernel, code):
    kernel.client.execute(code)
    end = time.monotonic() + 180
    while time.monotonic() < end and kernel.manager.is_alive():
        try:
            if kernel.client.get_iopub_msg(timeout=0.5)["msg_type"] == "error" and kernel.is_alive():
                return "it answers"
        except queue.Empty:
            continue
    assert not kernel.manager.is_alive(), "it hangs"
    raise Gone("it leaves, and its server starts another")


def an_update_arrives_after_its_cell(kernel):
    kernel.run('var line = live("first");')
    kernel.run('new Thread(() -> { try { Thread.sleep(1500); } catch (InterruptedException e) { } line.show("later"); }).start();')
    heard = kernel.next("update_display_data", 10)
    assert heard["content"]["data"]["text/plain"] == "later", heard["content"]
    assert heard["content"]["transient"]["display_id"]
    return "from a thread, 1.5 s after the cell"


def a_widget_is_answered_while_a_cell_runs(kernel):
    """The cell's own print is read after the answer, so it came after it."""
    seconds = []

    def ask():
        channel = uuid.uuid4().hex
        begin = time.monotonic()
        kernel.send("comm_open", {"comm_id": channel, "target_name": "jupyter.widget.control", "data": {}})
        kernel.send("comm_msg", {"comm_id": channel, "data": {"method": "request_states"}})
        answer = kernel.next("comm_msg")
        assert answer["content"]["comm_id"] == channel and answer["content"]["data"]["method"] == "update_states", answer
        seconds.append(time.monotonic() - begin)

    cell = kernel.run('Thread.sleep(8000); System.out.println("end");', meanwhile=lambda: (ask(), ask()))
    assert cell.printed == "end\n", "the answer waited for the cell"
    assert kernel.is_alive()
    return f"in {1000 * seconds[1]:.0f} ms"


def a_cell_that_runs_again_closes_its_widgets(kernel):
    code = 'Playground.of(knobs -> new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), Knob.toggle("landmarks", true))'
    first = kernel.run(code, metadata={"cellId": "one"})
    other = kernel.run(code, metadata={"cellId": "two"})
    again = kernel.run(code, metadata={"cellId": "one"})
    opened = first.order.count("comm_open")
    assert opened > 0 and first.text, first.error
    assert other.order.count("comm_close") == 0, other.order
    assert again.order.count("comm_close") == opened, again.order
    return f"{opened} models"


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


PROMISES = [
    every_line_arrives,
    prints_and_pictures_keep_their_order,
    a_flood_ends_with_a_sentence,
    values_show_themselves,
    an_error_begins_with_its_sentence,
    sleep_is_interrupted,
    an_update_arrives_after_its_cell,
    a_widget_is_answered_while_a_cell_runs,
    a_cell_that_runs_again_closes_its_widgets,
    cells_wait_for_their_turn,
    training_is_interrupted,
    a_full_heap_leaves_the_kernel_alive,
    nobody_stays_behind_a_killed_server,
    a_heap_full_of_crumbs_never_hangs,
    a_heap_that_another_cell_holds_never_hangs,
]


class Kernels:
    """One kernel for all promises, and another one after it is gone."""

    def __init__(self, project):
        self.project = project
        self.kernel = None

    def running(self):
        if self.kernel is None:
            self.kernel = Kernel(self.project)
        return self.kernel

    def close(self):
        if self.kernel is not None:
            self.kernel.close()
            self.kernel = None


@pytest.fixture(scope="module")
def kernels(workspace):
    kernels = Kernels(workspace)
    yield kernels
    kernels.close()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_the_kernel_keeps_its_promise(promise, kernels):
    try:
        print(promise(kernels.running()))
    except Gone as end:
        print(end)
        kernels.close()
    except AssertionError:
        kernels.close()
        raise
