/** Weights of a run → the model of its Keras program: Python that reads safetensors with numpy alone. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { networkLayers, weightTensors } from '../domain/network/network.ts'
import { python } from './python.ts'
import { quotable } from './sections.ts'

/** `file` is what the weights are called beside the program; `link` is where the experiment can be seen on the page. */
export function loadWeightsProgram(experiment: Experiment, file: string, link: string): string {
  const layers = layersOf(experiment).map((names) => `    ${python(names)},\n`)
  return `"""Puts weights that Fitting Room trained into the model of its Keras program.

${quotable(link)}

Add this to the program below "3. Compile", with the file of weights beside it. To use the
model as it was trained, leave out "4. Fit" and "7. Curves"; to train on, keep them.
"""
import json
import struct

import numpy as np

# What each layer with weights gets, from the input side; then the projections of residual
# blocks. Shapes, gates and their order are Keras' own.
LAYERS = [
${layers.join('')}]


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    arrays = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        arrays[name] = np.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
    return arrays


def load_weights(model, path):
    arrays = read_safetensors(path)
    layers = [layer for layer in model.layers if layer.get_weights()]
    # Projections alone have no bias. False comes before True.
    layers.sort(key=lambda layer: len(layer.get_weights()) == 1)
    for layer, names in zip(layers, LAYERS, strict=True):
        layer.set_weights([arrays[name] for name in names])


load_weights(model, ${python(file)})
`
}

/** Names by layer, in the order of Keras' `get_weights()`; projections are layers of their own, after the others. */
function layersOf(experiment: Experiment): readonly (readonly string[])[] {
  const tensors = weightTensors(experiment)
  const own = (layer: number) => tensors.filter((each) => each.layer === layer && each.role !== 'projection')
  const layers = networkLayers(experiment).map((_, i) => own(i).map(({ name }) => name))
  const projections = tensors.filter(({ role }) => role === 'projection').map(({ name }) => [name])
  return [...layers, ...projections]
}
