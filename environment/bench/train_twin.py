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


def halved(kernel, first, code, bottom, halvings):
    """Halves the picture again and again, then makes a code of it."""
    blocks = []
    channels = 3
    for i in range(halvings):
        out = min(8, 1 << i) * first
        blocks += [convolution(channels, out, 5 if i == 0 else kernel, 2), leaky()]
        channels = out
    return [*blocks, Linear(channels * bottom**2, code)]


def upscales(channels, count, most, last):
    blocks = []
    for i in reversed(range(count)):
        out = min(most, 1 << i) * last
        blocks.append(Upscale(channels, out))
        channels = out
    return blocks


def picture(code, channels, bottom):
    return [Linear(code, channels * bottom**2), nn.Unflatten(1, (channels, bottom, bottom))]


def two_decoders(first, code, last, bottom, halvings):
    most = min(16, 1 << halvings) * last
    shared = upscales(most, halvings, 16, last)[:1]
    encoder = halved(5, first, code, bottom, halvings) + picture(code, most, bottom) + shared

    def person():
        own = upscales(most, halvings, 16, last)[1:]
        return nn.Sequential(*own, convolution(last, 3, 5, 1), nn.Sigmoid())

    return encoder, person, [], []


def intermediate(code, bottom):
    return -(-8 * code // bottom**2)


def decoder(channels, last, halvings):
    painted = convolution(last, 12, 3, 1)
    return [*upscales(channels, halvings - 1, 4, last), painted, nn.PixelShuffle(2), nn.Sigmoid()]


def shared_decoder(first, code, last, bottom, halvings):
    channels = intermediate(code, bottom)

    def person():
        return nn.Sequential(*picture(code, channels, bottom))

    return halved(3, first, code, bottom, halvings), person, [], decoder(channels, last, halvings)


def intermediates(first, code, last, bottom, halvings):
    half = (intermediate(code, bottom) + 1) // 2

    def person():
        return nn.Sequential(*picture(code, half, bottom))

    both = picture(code, half, bottom)
    return halved(3, first, code, bottom, halvings), person, both, decoder(2 * half, last, halvings)


ARCHITECTURES = {"TWO_DECODERS": two_decoders, "SHARED_DECODER": shared_decoder, "INTERMEDIATES": intermediates}


class Network(nn.Module):
    """An encoder for both, a part for each person, what stands beside it for both, and what comes after; names as in
    Doppel's files."""

    def __init__(self, architecture, channels, halvings, size):
        super().__init__()
        parts = ARCHITECTURES[architecture](**channels, bottom=size >> halvings, halvings=halvings)
        encoder, person, both, decoder = parts
        self.encoder = nn.Sequential(*encoder)
        self.person = nn.ModuleList([person(), person()])
        self.both = nn.Sequential(*both)
        self.decoder = nn.Sequential(*decoder)

    def forward(self, faces):
        codes = self.encoder(faces)
        own = torch.cat([person(code) for person, code in zip(self.person, codes.chunk(2))])
        return self.decoder(torch.cat([own, self.both(codes)], 1) if len(self.both) else own)


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
        counted = weights[:, :, edge:-edge, edge:-edge].transpose(2, 3)
        worst = by_side(counted)
        return (worst - by_side(similarity * counted)) / (2 * worst)

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
    network = Network(plan["architecture"], plan["channels"], plan["halvings"], size)
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
