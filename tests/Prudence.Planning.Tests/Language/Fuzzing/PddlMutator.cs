namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Damages pairs of a domain and a problem. The same seed gives the same mutant.</summary>
internal sealed class PddlMutator(IReadOnlyList<(string Domain, string Problem)> seeds)
{
    /// <summary>A pair of files of which one or both are damaged.</summary>
    public (string Domain, string Problem) Mutate(int seed)
    {
        var random = new Random(seed);
        var (domain, problem) = seeds[random.Next(seeds.Count)];
        var isGentle = random.Next(3) == 0;
        var which = random.Next(5);
        if (which != 0)
        {
            problem = Damage(problem, isGentle, random);
        }

        if (which is 0 or 1 or 2)
        {
            domain = Damage(domain, isGentle, random);
        }

        return which == 4 && !isGentle && random.Next(20) == 0 ? (problem, domain) : (domain, problem);
    }

    private string Damage(string text, bool isGentle, Random random)
    {
        var count = 1 + Math.Min(random.Next(6), random.Next(6));
        for (var i = 0; i < count; i++)
        {
            text = isGentle ? GentleMutations.Apply(text, random) : DamageOnce(text, random);
        }

        return text;
    }

    private string DamageOnce(string text, Random random) => random.Next(8) switch
    {
        0 => ByteMutations.Apply(text, random),
        1 or 2 or 3 or 4 => TokenMutations.Apply(text, random),
        _ => TreeMutations.Apply(text, Other(random), random),
    };

    private string Other(Random random)
    {
        var (domain, problem) = seeds[random.Next(seeds.Count)];
        return random.Next(2) == 0 ? domain : problem;
    }
}
