"""Writes the kernel "Doppel (Java)" into a virtual environment: Java on PATH, the built library, the project's folder.

    python environment/kernel_spec.py VENV PROJECT JAVA_VERSION
"""

import json
import os
import sys
from pathlib import Path


def spec(venv, project, java_version):
    kernel_jar = venv / "share/jupyter/kernels/java/jjava.jar"
    native = ["--enable-native-access=ALL-UNNAMED"] if java_version >= 22 else []
    return {
        "argv": [
            "java",
            *native,
            "-Xmx3g",
            "-Djava.awt.headless=true",
            # numbers look the same in every country, as the notebooks were written
            "-Duser.language=en",
            "-Duser.country=US",
            f"-Ddoppel.project={project}",
            # JShell itself, whose errors the kernel reports
            "--add-opens",
            "jdk.jshell/jdk.jshell=ALL-UNNAMED",
            "-cp",
            os.pathsep.join([str(kernel_jar), str(project / "lib/*")]),
            "org.dflib.jjava.distro.JJava",
            "{connection_file}",
        ],
        "display_name": "Doppel (Java)",
        "language": "java",
        "interrupt_mode": "message",
        # libgomp reads its variable before Java runs: a short spin at barriers, best with and without other programs
        "env": {
            "OPT_OUT_TRACKING": "true",
            "GOMP_SPINCOUNT": os.environ.get("GOMP_SPINCOUNT", "1000"),
            "MALLOC_ARENA_MAX": os.environ.get("MALLOC_ARENA_MAX", "1"),
        },
        "metadata": {"debugger": False},
    }


def main():
    venv, project = Path(sys.argv[1]), Path(sys.argv[2])
    folder = venv / "share/jupyter/kernels/doppel"
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "kernel.json.part"
    whole.write_text(json.dumps(spec(venv, project, int(sys.argv[3])), indent=1) + "\n", encoding="utf-8")
    whole.replace(folder / "kernel.json")


if __name__ == "__main__":
    main()
