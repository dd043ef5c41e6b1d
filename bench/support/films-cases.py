"""Writes hidden cases of "Films from the future", made by the bank's generator, and prints their number."""

import importlib.util
import json
import sys

make_file, films_file, seed, cases_file = sys.argv[1:]
spec = importlib.util.spec_from_file_location('make', make_file)
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)
make.FILE = films_file

cases = []
for group in make.make(int(seed), 'hidden').values():
    for case in group:
        films, today = case['args']
        cases.append({'films': films.to_dict('split'), 'today': today})
with open(cases_file, 'w', encoding='utf-8') as file:
    json.dump(cases, file, default=int)
print(len(cases))
