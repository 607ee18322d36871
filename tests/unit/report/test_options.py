from stratsel.report.options import RenderOptions


def test_defaults_are_for_a_file():
    options = RenderOptions("vi")
    assert (options.language, options.top, options.width, options.colour) == ("vi", None, None, False)
