using Prudence.Neural.Tests.Reference;

namespace Prudence.Neural.Tests.Operations;

/// <summary>Every case of the operations group, forwards and backwards. A case whose operation nobody knows fails.</summary>
public sealed class OperationReferenceTests
{
    private static readonly Lazy<ReferenceIndex> Index = new(static () => new("ops-forward-backward"));

    public static TheoryData<string> Cases => ReferenceIndex.Names(Index);

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void Output_and_gradients_are_those_of_the_reference(string name)
    {
        using var compute = new ComputeContext(1);
        using var tape = new Tape(compute);
        var item = new ReferenceCase(Index.Value, name, tape);
        OperationCatalogue.Run(item);
        item.Check();
    }

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void A_tape_that_is_used_again_gives_the_same_on_two_threads(string name)
    {
        using var compute = new ComputeContext(2);
        using var tape = new Tape(compute);
        for (var round = 0; round < 2; round++)
        {
            tape.Begin();
            var item = new ReferenceCase(Index.Value, name, tape);
            OperationCatalogue.Run(item);
            item.Check();
        }
    }
}
