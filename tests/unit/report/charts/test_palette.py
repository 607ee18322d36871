from itertools import pairwise

import pytest

from stratsel.report.charts.palette import INK, MAX_SHADES, PAPER, ink_on, luminance, mixed, shades


@pytest.mark.parametrize(
    ("colour", "light"),
    [("#000000", 0), ("#ffffff", 1), ("#ff0000", 0.2126), ("#808080", 0.2159)],
)
def test_luminance(colour, light):
    """Known values of WCAG 2.2; the grey is ((128/255 + 0.055) / 1.055) ** 2.4."""
    assert luminance(colour) == pytest.approx(light, abs=1e-4)


def test_shades_grow_lighter_so_that_grey_tells_them_apart():
    for count in range(2, MAX_SHADES + 1):
        lights = [luminance(shade) for shade in shades(count)]
        contrasts = [(high + 0.05) / (low + 0.05) for low, high in pairwise(lights)]
        assert min(contrasts) > 1.25


def test_more_parts_take_the_shades_again():
    assert shades(MAX_SHADES + 2)[MAX_SHADES:] == shades(MAX_SHADES)[:2]
    assert len(shades(1)) == 1
    assert shades(0) == []


@pytest.mark.parametrize("colour", [*shades(MAX_SHADES), PAPER, INK])
def test_text_on_a_shade_can_be_read(colour):
    """Contrast of at least 4.5, WCAG 2.2 AA."""
    light, text = luminance(colour), luminance(ink_on(colour))
    assert (max(light, text) + 0.05) / (min(light, text) + 0.05) >= 4.5


def test_mixed():
    assert mixed("#000000", "#ffffff", 0.0) == "#000000"
    assert mixed("#000000", "#ffffff", 1.0) == "#ffffff"
    assert mixed("#102030", "#304050", 0.5) == "#203040"
