# SPDX-License-Identifier: Apache-2.0
"""Raw Danish text -> one tokenised, lower-cased sentence or paragraph per line, for word vectors."""
import lzma, pathlib, random, re, sys

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*\.?(?=\s+[a-zæøå])|\w+(?:[-'’]\w+)*|[^\w\s]")
# file -> (number of times read, words at most)
PLAN = {"parole-dk": (6, None), "ntrex": (6, None), "wikipedia": (4, None), "tatoeba": (2, None),
        "regeringsgrundlag": (2, None), "folketinget": (1, None), "europarl": (1, None), "love": (1, 1_500_000)}


def tokens(line):
    for match in TOKEN.finditer(line):
        word = match.group(0).lower()
        if word.endswith(".") and len(word) > 6:
            yield word[:-1]
            yield "."
        else:
            yield re.sub(r"\d", "0", word)


def main(source, target):
    lines = []
    for name, (times, limit) in PLAN.items():
        count = 0
        with lzma.open(pathlib.Path(source) / f"{name}.txt.xz", "rt", encoding="utf-8") as stream:
            for line in stream:
                words = list(tokens(line))
                if not words:
                    continue
                count += len(words)
                lines.extend([" ".join(words)] * times)
                if limit and count > limit:
                    break
        print(name, count, file=sys.stderr)
    random.Random(7).shuffle(lines)
    pathlib.Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
