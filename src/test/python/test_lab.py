"""The lab lets in whoever has the token, and nobody else, and leaves nothing behind."""

import http.client
import json
import subprocess
import time

from conftest import PROJECT, Lab, free_port, processes_of


def ask(lab, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", lab.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, body


def test_whoever_has_the_token_comes_in(lab):
    status, body = ask(lab, "/api/contents/notebooks", Authorization=f"token {lab.token}")
    assert status == 200
    assert "00-start-here.ipynb" in body


def test_nobody_reads_files_without_the_token(lab):
    for path in ("/api/contents/notebooks", "/files/README.md", "/api/kernels", "/api/sessions"):
        status, body = ask(lab, path)
        assert status in (302, 403), (path, status)
        assert "ipynb" not in body


def test_a_wrong_token_is_refused(lab):
    status, _ = ask(lab, "/api/contents/notebooks", Authorization="token " + "0" * 48)
    assert status == 403


def test_a_foreign_host_is_refused(lab):
    status, body = ask(lab, "/api/contents/notebooks", Host="evil.example", Authorization=f"token {lab.token}")
    assert status == 403, body


def test_a_kernel_is_not_started_by_another_page(lab):
    """A page of another site can send a visitor's cookie, but neither the token nor the XSRF value."""
    connection = http.client.HTTPConnection("127.0.0.1", lab.port, timeout=10)
    connection.request("GET", f"/lab?token={lab.token}")
    answer = connection.getresponse()
    answer.read()
    cookie = "; ".join(value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie")
    assert cookie
    connection.request("POST", "/api/kernels", body="{}", headers={"Cookie": cookie, "Origin": "http://evil.example"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status in (403, 404), answer.status
    connection.close()


def test_it_listens_on_this_machine_only(lab):
    with open("/proc/net/tcp", encoding="ascii") as table:
        listening = [line.split()[1] for line in table if line.split()[3] == "0A"]
    ours = [address for address in listening if address.endswith(f":{lab.port:04X}")]
    assert ours == [f"0100007F:{lab.port:04X}"]


def test_the_only_kernel_is_ours(lab):
    _, body = ask(lab, "/api/kernelspecs", Authorization=f"token {lab.token}")
    specs = json.loads(body)
    assert specs["default"] == "doppel"
    assert list(specs["kernelspecs"]) == ["doppel"]


def test_control_c_leaves_no_process(workspace):
    lab = Lab(workspace, free_port())
    status, _ = ask(lab, "/api/kernels", Authorization=f"token {lab.token}")
    assert status == 200
    connection = http.client.HTTPConnection("127.0.0.1", lab.port, timeout=30)
    connection.request(
        "POST", "/api/kernels", body='{"name": "doppel"}', headers={"Authorization": f"token {lab.token}"}
    )
    assert connection.getresponse().status == 201
    assert any("JJava" in command for command in processes_of(lab))
    lab.interrupt()
    deadline = time.monotonic() + 15
    while processes_of(lab) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert processes_of(lab) == []
    print(f"a second lab served after {lab.start_seconds:.1f} s")


def test_a_port_that_is_no_port_is_refused_in_one_sentence(workspace):
    for port in ("eighty", "0", "70000", ""):
        said = subprocess.run(
            ["bash", str(PROJECT / "environment/workbench"), "lab", "--port", port], capture_output=True, text=True
        )
        assert said.returncode == 1
        assert "--port needs a number from 1 to 65535" in said.stderr
