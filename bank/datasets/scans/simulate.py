"""Small round images of made-up tissue, some with a lesion, from two scanners and with several images per patient.

How the data arise. Every patient has an anatomy of their own, a smooth random pattern that all their images share, moved
by a pixel or two. Patients with a lesion have it at one place in all their images: a soft bright spot. Scanner 1 is
brighter, blurs more and has coarser noise than scanner 0, and the hospital with scanner 1 sees more ill patients.
"""
import numpy

SIZE = 32


def simulate(seed, patients=240, images_each=4):
    """`image` (n, 32, 32), about 0 to 2, `patient` (n), `scanner` (n, 0 or 1) and `lesion` (n, 0 or 1), n = patients * images_each.

    Images of one patient stand together, and all come from one scanner.
    """
    rng = numpy.random.default_rng([seed, 3])
    scanner = rng.random(patients) < 0.4
    ill = rng.random(patients) < numpy.where(scanner, 0.6, 0.35)
    images = [image for one in range(patients) for image in images_of(rng, scanner[one], ill[one], images_each)]
    repeated = [numpy.repeat(each, images_each) for each in (numpy.arange(patients), scanner.astype(int), ill.astype(int))]
    return {"image": numpy.array(images), **dict(zip(("patient", "scanner", "lesion"), repeated))}


def images_of(rng, scanner, ill, count):
    anatomy = smooth(rng.normal(size=(SIZE, SIZE)), 3)
    anatomy = 0.8 + 0.2 * anatomy / anatomy.std()
    if ill:
        anatomy = anatomy + lesion(rng)
    for _ in range(count):
        moved = numpy.roll(anatomy, rng.integers(-1, 2, 2), axis=(0, 1))
        yield scanned(rng, moved, scanner) * disc()


def lesion(rng):
    angle, radius = rng.uniform(0, 2 * numpy.pi), rng.uniform(0, 9)
    y, x = SIZE / 2 + radius * numpy.sin(angle), SIZE / 2 + radius * numpy.cos(angle)
    width = rng.uniform(1.2, 2.2)
    rows, columns = numpy.mgrid[:SIZE, :SIZE]
    return rng.uniform(0.7, 1.2) * numpy.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * width**2))


def scanned(rng, image, scanner):
    noise = rng.normal(size=image.shape)
    if scanner:
        return 1.35 * smooth(image, 1) + 0.1 + 0.25 * smooth(noise, 1)
    return image + 0.12 * noise


def smooth(image, width):
    """A running mean over 2 * width + 1 pixels each way, which wraps around."""
    for axis in (0, 1):
        image = sum(numpy.roll(image, step, axis) for step in range(-width, width + 1)) / (2 * width + 1)
    return image


def disc():
    rows, columns = numpy.mgrid[:SIZE, :SIZE] - (SIZE - 1) / 2
    return (rows**2 + columns**2 < (SIZE / 2) ** 2).astype(float)
