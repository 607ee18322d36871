import numpy as np

from stratsel.analysis.streams import Numbers, Streams


def test_a_stream_is_the_same_each_time_it_is_asked_for():
    first, again = (Streams(7).of("weights", "n0").random(5) for _ in range(2))
    assert first.tolist() == again.tolist()


def test_names_and_seeds_tell_streams_apart():
    streams = [Streams(seed).of(*names) for seed in (1, 2) for names in (("a", "b"), ("ab",), ("a",), ("", "ab"))]
    assert len({stream.random() for stream in streams}) == len(streams)


def test_streams_do_not_move_together():
    drawn = np.array([Streams(1).of("judgement", f"c-{at}", "leaf").random(10_000) for at in range(8)])
    # of 28 correlations of 10,000 pairs each, with a standard error of 0.01, none beyond four of these
    assert np.abs(np.corrcoef(drawn)[np.triu_indices(8, 1)]).max() < 0.04


def test_any_part_of_a_stream_is_read_from_where_it_begins():
    beginning, numbers = Streams(1).beginning("a", "b"), Numbers()
    whole = Streams(1).of("a", "b").random(10)
    assert numbers.within(beginning, 4, 9).tolist() == whole[4:9].tolist()
    assert numbers.within(beginning, 0, 3).tolist() == whole[:3].tolist()
