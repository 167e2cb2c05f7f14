"""The same training step in PyTorch, for `bench train --against-pytorch` to measure itself against.

    python train_twin.py FOLDER

FOLDER holds `twin.json` (the network and how it learns), `model.safetensors` (its first weights) and one batch: `input`
and `target`, 8-bit, (faces, size, size, 3), red green blue, and `weights`, 32-bit, (faces, 1, size, size). The twin answers
with one line of JSON, and then each line that it reads with another: for 0 it takes one step and tells the losses of both
sides, for any other number it trains for so many seconds and tells how long each step took.

It is PyTorch at its best here: fused Adam, gradients dropped instead of zeroed, in-place activations, both people's faces in
one pass, and its own pixel shuffle. Losses are those of LossOptions.quick().
"""

import json
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

LEAK = 0.1
WINDOW, SIGMA = 11, 1.5
DARK, FLAT = 0.01**2, 0.03**2


def leaky():
    return nn.LeakyReLU(LEAK, inplace=True)


def convolution(channels_in, channels_out, kernel, stride):
    return nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2)


class Upscale(nn.Conv2d):
    """Paints each pixel's four successors into four times the channels, and lays them out."""

    def __init__(self, channels_in, channels_out):
        super().__init__(channels_in, 4 * channels_out, 3, padding=1)

    def forward(self, faces):
        return functional.pixel_shuffle(functional.leaky_relu_(super().forward(faces), LEAK), 2)


class Linear(nn.Linear):
    def forward(self, faces):
        return super().forward(faces.flatten(1))


def two_decoders(width, size):
    bottom = size // 16
    encoder = []
    for i in range(4):
        encoder += [convolution(3 if i == 0 else width << (i - 1), width << i, 5, 2), leaky()]
    encoder += [
        Linear(8 * width * bottom**2, 8 * width),
        Linear(8 * width, 8 * width * bottom**2),
        nn.Unflatten(1, (8 * width, bottom, bottom)),
        Upscale(8 * width, 4 * width),
    ]

    def person():
        return nn.Sequential(
            Upscale(4 * width, 2 * width),
            Upscale(2 * width, width),
            Upscale(width, width // 2),
            convolution(width // 2, 3, 5, 1),
            nn.Sigmoid(),
        )

    return nn.Sequential(*encoder), person, nn.Sequential()


def shared_decoder(width, size):
    bottom = size // 16
    encoder = []
    for i in range(4):
        kernel = 5 if i == 0 else 3
        encoder += [convolution(3 if i == 0 else width << (i - 1), width << i, kernel, 2), leaky()]
    encoder += [Linear(8 * width * bottom**2, 4 * width)]

    def person():
        return nn.Sequential(
            Linear(4 * width, 2 * width * bottom**2), nn.Unflatten(1, (2 * width, bottom, bottom))
        )

    decoder = nn.Sequential(
        Upscale(2 * width, 2 * width),
        Upscale(2 * width, width),
        Upscale(width, width // 2),
        convolution(width // 2, 12, 3, 1),
        nn.PixelShuffle(2),
        nn.Sigmoid(),
    )
    return nn.Sequential(*encoder), person, decoder


class Network(nn.Module):
    """An encoder for both, a part for each person, and what comes after it for both; names as in Doppel's files."""

    def __init__(self, architecture, width, size):
        super().__init__()
        parts = {"TWO_DECODERS": two_decoders, "SHARED_DECODER": shared_decoder}[architecture]
        self.encoder, person, self.decoder = parts(width, size)
        self.person = nn.ModuleList([person(), person()])

    def forward(self, faces):
        codes = self.encoder(faces).chunk(2)
        return self.decoder(torch.cat([person(code) for person, code in zip(self.person, codes)]))


def by_side(values):
    return values.reshape(2, -1).sum(1)


class Loss:
    """Absolute error and structure, each divided by what counts."""

    def __init__(self, size):
        places = size - WINDOW + 1
        distance = torch.arange(WINDOW, dtype=torch.float64) - WINDOW // 2
        gaussian = torch.exp(-(distance**2) / (2 * SIGMA**2))
        gaussian = (gaussian / gaussian.sum()).float()
        self.window = torch.zeros(size, places)
        for place in range(places):
            self.window[place : place + WINDOW, place] = gaussian
        self.lightness = torch.tensor([0.299, 0.587, 0.114]).reshape(1, 3, 1, 1)

    def __call__(self, drawn, target, weights):
        absolute = by_side((drawn - target).abs() * weights) / (3 * by_side(weights))
        return absolute + self.structure(drawn, target, weights)

    def structure(self, drawn, target, weights):
        mask = weights.clamp(0, 1)
        a = (drawn * self.lightness).sum(1, keepdim=True) * mask
        b = (target * self.lightness).sum(1, keepdim=True) * mask
        mean_a, square_a, product = self.blurred(a, a * a, a * b)
        mean_b, square_b = self.blurred(b, b * b)
        mean_product = mean_a * mean_b
        squares = mean_a * mean_a + mean_b * mean_b
        similarity = ((2 * mean_product + DARK) * (2 * (product - mean_product) + FLAT)) / (
            (squares + DARK) * (square_a + square_b - squares + FLAT)
        )
        edge = WINDOW // 2
        inside = mask[:, :, edge:-edge, edge:-edge].transpose(2, 3)
        worst = by_side(inside)
        return (worst - by_side(similarity * inside)) / (2 * worst)

    def blurred(self, *pictures):
        rows = torch.cat(pictures) @ self.window
        return (rows.transpose(2, 3) @ self.window).chunk(len(pictures))


def unpacked(picture):
    return picture.permute(0, 3, 1, 2).contiguous().float().div_(255)


def main():
    folder = Path(sys.argv[1])
    plan = json.loads((folder / "twin.json").read_text())
    torch.set_num_threads(plan["threads"])
    size, faces = plan["size"], plan["faces"]

    def read(name, kind, *shape):
        return torch.frombuffer(bytearray((folder / name).read_bytes()), dtype=kind).reshape(shape)

    seen = read("input", torch.uint8, faces, size, size, 3)
    wanted = read("target", torch.uint8, faces, size, size, 3)
    weights = read("weights", torch.float32, faces, 1, size, size)
    network = Network(plan["architecture"], plan["width"], size)
    network.load_state_dict(load_file(folder / "model.safetensors"), strict=True)
    loss = Loss(size)
    adam = torch.optim.Adam(network.parameters(), plan["rate"], (plan["beta1"], 0.999), plan["epsilon"], fused=True)

    def step():
        losses = loss(network(unpacked(seen)), unpacked(wanted), weights)
        losses.sum().backward()
        adam.step()
        adam.zero_grad(set_to_none=True)
        return losses.tolist()

    def answer(value):
        print(json.dumps(value), flush=True)

    answer({"version": torch.__version__, "parameters": sum(p.numel() for p in network.parameters())})
    for line in sys.stdin:
        seconds = float(line)
        if seconds == 0:
            answer(step())
            continue
        times = []
        begin = time.perf_counter()
        while not times or time.perf_counter() - begin < seconds:
            start = time.perf_counter()
            step()
            times.append(time.perf_counter() - start)
        answer(times)


if __name__ == "__main__":
    main()
