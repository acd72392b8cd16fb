# SPDX-License-Identifier: Apache-2.0
"""Writes the model file (docs/formats/model.md): export.py DIR SETTINGS.toml FILE [--golden SENTENCES.txt GOLDEN.tsv]

The weights are rounded to int8 rows first; dev is scored again with the rounded ones, and the golden outputs come from them.
"""
import argparse
import pathlib
import struct
import tomllib

import torch

import data
from conllu import Sentence
from evaluate import Annotator, score
from features import BUCKETS
from model import Network
from train import prepare

MAGIC, VERSION = b"KILDESYN", 1
STRINGS, NUMBERS, FLOATS, BYTES = range(4)


def digest(payload):
    """64-bit hash over little-endian words; model_file.cpp computes the same."""
    payload += b"\0" * (-len(payload) % 8)
    h = 0xCBF29CE484222325
    for (word,) in struct.iter_unpack("<Q", payload):
        h = ((h ^ word) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        h ^= h >> 32
    return h


class Writer:
    def __init__(self):
        self.sections = []

    def add(self, name, kind, rows, cols, body):
        head = struct.pack("<HBBII", len(name), kind, 0, rows, cols) + name.encode()
        head += b"\0" * (-len(head) % 8)
        body += b"\0" * (-len(body) % 8)
        self.sections.append(head + struct.pack("<Q", len(body)) + body)

    def strings(self, name, items):
        blobs = [item.encode("utf-8") for item in items]
        ends, end = [], 0
        for blob in blobs:
            end += len(blob)
            ends.append(end)
        self.add(name, STRINGS, len(items), 1, struct.pack(f"<{len(ends)}I", *ends) + b"".join(blobs))

    def numbers(self, name, values):
        self.add(name, NUMBERS, len(values), 1, struct.pack(f"<{len(values)}i", *values))

    def floats(self, name, tensor):
        flat = tensor.detach().float().flatten()
        self.add(name, FLOATS, len(flat), 1, flat.numpy().astype("<f4").tobytes())

    def matrix(self, name, tensor):
        scale, rows = quantised(tensor)
        self.add(name, BYTES, rows.shape[0], rows.shape[1], scale.numpy().astype("<f4").tobytes() + rows.numpy().tobytes())

    def write(self, path):
        payload = b"".join(self.sections)
        head = MAGIC + struct.pack("<IIQQ", VERSION, len(self.sections), len(payload), digest(payload))
        pathlib.Path(path).write_bytes(head + payload)
        print(path, round(len(payload) / 1e6, 2), "MB")


def quantised(tensor):
    """Rows as int8 with one scale each."""
    scale = tensor.detach().abs().amax(1).clamp(min=1e-12) / 127
    return scale.float(), (tensor.detach() / scale[:, None]).round().to(torch.int8)


def round_weights(network):
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, (torch.nn.Linear, torch.nn.Embedding)):
                scale, rows = quantised(module.weight)
                module.weight.copy_(rows.float() * scale[:, None])
        if network.encoder.has_vectors:
            scale, rows = quantised(network.encoder.vector)
            network.encoder.vector.copy_(rows.float() * scale[:, None])


def by_bytes(words):
    """Row numbers in the order of the words' UTF-8 bytes, so that the reader can search by halves."""
    return sorted(range(len(words)), key=lambda i: words[i].encode("utf-8"))


def add_table(writer, name, words, weight):
    order = by_bytes(words)
    writer.strings(f"{name}.forms", [words[i] for i in order])
    writer.matrix(f"{name}.rows", weight[torch.tensor([0] + [i + 1 for i in order])])


def add_lemmas(writer, table, upos):
    keys = sorted(table, key=lambda k: (k[0].encode("utf-8"), k[1]))
    writer.strings("lemma.forms", [k[0] for k in keys])
    writer.numbers("lemma.upos", [upos.index(k[1]) for k in keys])
    writer.strings("lemma.lemmas", [table[k] for k in keys])


def write_model(network, vocabulary, table, settings, path):
    n, v, w = network, vocabulary, Writer()
    for key in ("hidden", "layers", "tag_layer"):
        w.numbers(key, [settings[key]])
    w.strings("upos", v.upos)
    w.strings("combos", v.combos)
    w.strings("labels", v.labels)
    w.strings("scripts", v.scripts)
    w.strings("names", data.NAMES)
    add_table(w, "word", v.words, n.encoder.word.weight)
    if n.encoder.has_vectors:
        add_table(w, "vector", v.vectors, n.encoder.vector)
    w.matrix("ngram.rows", n.encoder.ngram.weight)
    linears = {"encoder.hidden": n.encoder.hidden, "encoder.out": n.encoder.out, "upos": n.upos, "combo": n.combo,
               "lemma.hidden": n.lemma_hidden, "lemma": n.lemma, "name": n.name, "arc.dep": n.arc_dep, "arc.head": n.arc_head,
               "arc": n.arc, "label.dep": n.label_dep, "label.head": n.label_head, "label": n.label}
    for i, layer in enumerate(n.layers):
        linears[f"layer{i}.input"] = layer.input
        w.floats(f"layer{i}.peep", layer.peep)
        w.floats(f"layer{i}.norm.scale", layer.norm.weight)
        w.floats(f"layer{i}.norm.shift", layer.norm.bias)
    for name, linear in linears.items():
        w.matrix(f"{name}.weight", linear.weight)
        w.floats(f"{name}.bias", linear.bias)
    w.floats("encoder.norm.scale", n.encoder.norm.weight)
    w.floats("encoder.norm.shift", n.encoder.norm.bias + n.bank.weight[v.banks.index(settings["run_as"])])
    w.floats("arc.root", n.root)
    w.floats("label.root", n.label_root)
    add_lemmas(w, table, v.upos)
    w.write(path)


def load_network(directory, settings, shared):
    _, vocabulary, table = prepare(settings, shared)
    network = Network(settings, vocabulary)
    kept = torch.load(f"{directory}/checkpoint.pt", weights_only=False)
    network.load_state_dict(kept["network"])
    with torch.no_grad():
        for k, p in network.named_parameters():
            p.copy_(kept["average"][k])
    network.eval()
    return network, vocabulary, table


def write_golden(annotator, source, target):
    """CoNLL-U of a few sentences (one a line, tokens parted by spaces), for the C++ tests."""
    lines = [line.split() for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines()
             if line.strip() and not line.startswith("#")]
    out = ["# Written by training/export.py; docs/formats/model.md tells how."]
    for forms in lines:
        n = len(forms)
        blank = Sentence("", " ".join(forms), forms, forms, ["X"] * n, ["_"] * n, [0] * n, ["dep"] * n, ["O"] * n)
        ((_, got),) = annotator.run([blank])
        out.append(f"# text = {blank.text}")
        for i in range(n):
            name = got["names"][i]
            out.append("\t".join([str(i + 1), forms[i], got["lemmas"][i], got["upos"][i], "_", got["feats"][i], str(got["heads"][i]),
                                  got["labels"][i], "_", "_" if name == "O" else f"Name={name}"]))
        out.append("")
    pathlib.Path(target).write_text("\n".join(out) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory")
    parser.add_argument("settings")
    parser.add_argument("file")
    parser.add_argument("--shared", default="../shared/data/treebanks")
    parser.add_argument("--golden", nargs=2)
    args = parser.parse_args()
    torch.set_num_threads(1)
    settings = tomllib.loads(pathlib.Path(args.settings).read_text(encoding="utf-8"))
    network, vocabulary, table = load_network(args.directory, settings, args.shared)
    bank = {"name": settings["run_as"], "main": True}
    annotator = Annotator(network, vocabulary, table, bank)
    dev = data.load_bank({"file": settings["dev"]}, args.shared)
    print("float", score(annotator, dev), flush=True)
    round_weights(network)
    print("int8 ", score(annotator, dev), flush=True)
    write_model(network, vocabulary, table, settings, args.file)
    if args.golden:
        write_golden(annotator, *args.golden)


if __name__ == "__main__":
    main()
