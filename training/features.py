# SPDX-License-Identifier: Apache-2.0
"""What the model sees of a word form. src/syntax/form_features.cpp computes the same; a golden test compares them."""

BUCKETS = 1 << 16


def lower_char(c):
    """Lower case for Latin, Greek and Cyrillic by ranges, so that C++ can do exactly the same."""
    o = ord(c)
    if 0x41 <= o <= 0x5A or (0xC0 <= o <= 0xDE and o != 0xD7) or 0x391 <= o <= 0x3A9 or 0x410 <= o <= 0x42F:
        return chr(o + 32)
    if 0x400 <= o <= 0x40F:
        return chr(o + 80)
    if o == 0x178:
        return chr(0xFF)
    if 0x100 <= o <= 0x137 or 0x14A <= o <= 0x177 or 0x1E00 <= o <= 0x1EFF:
        return chr(o | 1)
    if 0x139 <= o <= 0x148 or 0x179 <= o <= 0x17E:
        return chr(o + (o & 1))
    return c


def lower(text):
    return "".join(map(lower_char, text))


def is_digit(c):
    return "0" <= c <= "9"


def normal_char(c):
    """Typographic quotes, apostrophes and dashes are read as their plain forms."""
    return {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "»": '"', "«": '"', "–": "-", "—": "-"}.get(c, c)


def normal(form):
    """The form under which embeddings are looked up: lower case, plain quotes, every digit 0."""
    return "".join("0" if is_digit(c) else lower_char(normal_char(c)) for c in form)


def hash_feature(tag, text):
    """FNV-1a, 32 bits, over the tag byte and the UTF-8 bytes."""
    h = ((0x811C9DC5 ^ tag) * 0x01000193) & 0xFFFFFFFF
    for b in text.encode("utf-8"):
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 15
    return h % BUCKETS


def shape_class(c):
    if lower_char(c) != c:
        return "X"
    if is_digit(c):
        return "d"
    if c.isascii():
        return "x" if c.isalpha() else c
    return "." if ord(c) < 0xAA or 0x2000 <= ord(c) <= 0x2BFF or c in "×÷" else "x"


def shape(form):
    out = ""
    for c in map(shape_class, map(normal_char, form)):
        if not out.endswith(c) and len(out) < 8:
            out += c
    return out


def feature_bags(form):
    """Three bags of hashed features: the word's edges, its inside, its shape."""
    word = normal(form)[:40]
    edges = [hash_feature(n, word[-n:]) for n in range(1, 7) if n <= len(word)]
    edges += [hash_feature(16 + n, word[:n]) for n in range(1, 5) if n <= len(word)]
    marked = "<" + word + ">"
    inside = [hash_feature(32, marked[i:i + n]) for n in (2, 3, 4, 5) for i in range(len(marked) - n + 1)]
    classes = [shape_class(c) for c in map(normal_char, form)]
    shapes = [hash_feature(64, shape(form)), hash_feature(65, "".join(classes[:2])), hash_feature(66, "".join(classes[-2:])),
              hash_feature(67, chr(48 + min(len(word), 12))), hash_feature(68, "X" if "X" in classes[1:] else "x")]
    return edges, inside, shapes
