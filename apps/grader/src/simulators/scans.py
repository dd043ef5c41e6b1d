"""Whether patients leak between images and a line drawn on one scanner fails on the other."""
import numpy
import scans


def figures(seed):
    made = scans.simulate(seed)
    rng = numpy.random.default_rng(seed)
    lesion, patient = made["lesion"], made["patient"]
    brightest = numpy.array([scans.smooth(image, 1).max() for image in made["image"]])
    lines = numpy.linspace(brightest.min(), brightest.max(), 200)
    here, there = made["scanner"] == 0, made["scanner"] == 1
    right = lambda rows, line: ((brightest[rows] > line) == lesion[rows]).mean()
    line = max(lines, key=lambda line: right(here, line))
    return {
        "splitByImage": nearest_is_right(made["image"], lesion, rng.random(len(lesion)) < 0.25),
        "splitByPatient": nearest_is_right(made["image"], lesion, (rng.random(patient.max() + 1) < 0.25)[patient]),
        "onItsScanner": right(here, line),
        "onTheOther": right(there, line),
        "possibleOnTheOther": max(right(there, other) for other in lines),
    }


def nearest_is_right(image, lesion, held):
    flat = image.reshape(len(image), -1)
    square = (flat**2).sum(axis=1)
    distance = square[held][:, None] + square[~held] - 2 * flat[held] @ flat[~held].T
    return (lesion[~held][distance.argmin(axis=1)] == lesion[held]).mean()
