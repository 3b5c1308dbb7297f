"""Stands in for Keras: layers that know the shapes of their weights, and a model that lists them.

Each item of the input is the code of a network, or [code, loader]: what is run after it with its model. The answer is
the number of parameters, or what each layer with weights was given.
"""
import json, sys, types
from math import prod

made = []

class Any:
    def __getattr__(self, name): return lambda *a, **k: None

class Layer:
    def __init__(self, shapes): self.shapes, self.values = shapes, None
    def get_weights(self): return self.shapes
    def set_weights(self, values):
        assert [v.shape for v in values] == self.shapes, ([v.shape for v in values], self.shapes)
        self.values = values

class Layers:
    def __getattr__(self, kind): return lambda *a, **k: lambda shape: apply(kind, a, k, shape)
    def add(self, parts):
        assert parts[0] == parts[1], parts
        return parts[0]

def apply(kind, a, k, shape):
    n = a[0] if a else 0
    bias = [(n,)] if k.get("use_bias", True) else []
    if kind == "Dense":
        made.append(Layer([(shape[-1], n), *bias]))
        return (*shape[:-1], n)
    if kind == "Conv2D":
        made.append(Layer([(a[1], a[1], shape[-1], n), *bias]))
        return (*shape[:-1], n)
    if kind in ("SimpleRNN", "LSTM", "GRU"):
        wide = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * n
        made.append(Layer([(shape[-1], wide), (n, wide), (2, wide) if kind == "GRU" else (wide,)]))
        return (shape[0], n) if k.get("return_sequences") else (n,)
    made.append(Layer([]))
    if kind == "MaxPooling2D": return (shape[0] // n, shape[1] // n, shape[2])
    if kind == "Flatten": return (prod(shape),)
    assert kind in ("Dropout", "Activation"), kind
    return shape

def model(*_): return types.SimpleNamespace(layers=made, summary=lambda: None)

def sequential(parts):
    shape = parts[0]
    for part in parts[1:]: shape = part(shape)
    return model()

keras = types.SimpleNamespace(layers=Layers(), initializers=Any(), constraints=types.SimpleNamespace(Constraint=object), regularizers=Any(), Input=lambda shape: shape, Sequential=sequential, Model=model)
answers = []
for item in json.load(sys.stdin):
    code, loader = item if isinstance(item, list) else (item, None)
    made = []
    room = {"keras": keras}
    exec(code, room)
    if loader is None:
        answers.append(sum(prod(shape) for layer in made for shape in layer.shapes))
    else:
        exec(loader, room)
        given = [layer.values for layer in made if layer.shapes]
        answers.append([[value.ravel().tolist() for value in values] for values in given])
print(json.dumps(answers))
