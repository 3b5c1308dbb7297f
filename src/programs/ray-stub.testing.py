"""Stands in for Ray and Keras: tells how many parameters the networks of a script have, and what its runs report."""
import importlib.util, itertools, json, pathlib, sys, types

spec = importlib.util.spec_from_file_location("stub", pathlib.Path(__file__).with_name("keras-stub.testing.py"))
stub = importlib.util.module_from_spec(spec)
spec.loader.exec_module(stub)

reports = []
tune = types.SimpleNamespace(report=lambda row: reports.append(row))
sys.modules["keras"] = stub.keras
sys.modules["ray"] = types.SimpleNamespace(tune=tune)
for name in ("pandas", "seaborn", "statsmodels", "statsmodels.api", "sklearn"):
    sys.modules[name] = types.SimpleNamespace(api=None, datasets=None)

told = []
for asked in json.load(sys.stdin):
    script = {"__name__": "script"}
    if not asked["data"]: sys.modules["numpy"] = types.SimpleNamespace()
    exec(compile(asked["code"], "script", "exec"), script)
    grid = {**script["GRID"], "seed": [1]}
    configs = [dict(zip(grid, values)) for values in itertools.product(*grid.values())]
    if "flat" in script: flat = [script["flat"](config) for config in configs]
    else: flat = configs
    del reports[:]
    if asked["data"]:
        for config in configs: script["train"](config)
    told.append({
        "parameters": [stub.counted(lambda: script["network"](config)) for config in flat],
        "reported": [sorted(row) for row in reports],
    })
print(json.dumps(told))
