using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Landmarks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

public sealed class LandmarkStatusTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Progression_over_many_paths_agrees_with_the_plain_definition(bool conditionalEffects, bool axioms)
    {
        var compared = 0;
        for (var seed = 1000; seed < 1050; seed++)
        {
            var task = RandomTask.Draw(seed, conditionalEffects, axioms);
            var graph = LandmarkGenerator.Generate(task);
            var space = new StateSpace(task);
            var naive = new NaiveLandmarkStatus(graph);
            var status = new LandmarkStatus(graph);
            naive.Enter(0, space.States[0]);
            status.EnterInitialState(new State(0, space.States[0]));
            foreach (var (from, _, to) in space.Transitions.Take(2000))
            {
                naive.Enter(from, space.States[from], to, space.States[to]);
                status.EnterTransition(from, new State(to, space.States[to]));
                compared += AssertEqual(naive.Of(to), status, to);
            }
        }

        Assert.True(compared > 5_000);
    }

    [Fact]
    public void Landmarks_far_apart_in_state_numbers_keep_their_bits()
    {
        var task = RandomTask.Draw(1001);
        var graph = LandmarkGenerator.Generate(task);
        var space = new StateSpace(task);
        var naive = new NaiveLandmarkStatus(graph);
        var status = new LandmarkStatus(graph);
        naive.Enter(0, space.States[0]);
        status.EnterInitialState(new State(0, space.States[0]));
        foreach (var (from, _, to) in space.Transitions.Take(200))
        {
            naive.Enter(from, space.States[from], to, space.States[to]);
            status.EnterTransition(from * 5000, new State(to * 5000, space.States[to]));
            AssertEqual(naive.Of(to), status, to * 5000);
        }
    }

    private static int AssertEqual((bool[] Past, bool[] Future) expected, LandmarkStatus status, int state)
    {
        status.Load(state);
        for (var l = 0; l < expected.Past.Length; l++)
        {
            Assert.Equal(expected.Past[l], (status.NotPast[l >> 6] >> l & 1) == 0);
            Assert.Equal(expected.Future[l], (status.Future[l >> 6] >> l & 1) != 0);
        }

        return expected.Past.Length;
    }
}
