using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// The axioms of a task as straight-line code over packed states: derived variables in an order in which each comes after those it depends on, and for
/// each its rules as masked comparisons, of which the first that holds decides. Rules of variables that depend on each other are run through again
/// until nothing changes. Immutable, so threads may share it.
/// </summary>
internal sealed unsafe class AxiomProgram
{
    private readonly int firstDerivedWord;
    private readonly uint[] defaults;
    private readonly Run[] runs;
    private readonly Rule[] rules;
    private readonly MaskedWord[] tests;
    private readonly Rule* rulePointer;
    private readonly MaskedWord* testPointer;

    /// <summary>Compiles the axioms.</summary>
    public AxiomProgram(PlanningTask task, StatePacker packer)
    {
        firstDerivedWord = packer.StoredWords;
        defaults = DefaultWords(task, packer);
        var compiledRules = new List<Rule>(task.Axioms.Count);
        var compiledTests = new List<MaskedWord>();
        var compiledRuns = new List<Run>();
        var graph = new AxiomDependencies(task);
        foreach (var component in graph.Components)
        {
            var first = compiledRules.Count;
            foreach (var variable in component)
            {
                foreach (var rule in graph.RulesOf(variable))
                {
                    var firstTest = compiledTests.Count;
                    PackedConditions.AddMerged(compiledTests, task, packer, task.Axioms.Bodies[rule]);
                    var head = MaskedWord.For(packer, variable, task.FactValue(task.Axioms.Heads[rule]));
                    var before = MaskedWord.For(packer, variable, task.Variables[variable].DefaultValue);
                    compiledRules.Add(new Rule(head, before.Value, firstTest, compiledTests.Count));
                }
            }

            AddRun(compiledRuns, first, compiledRules.Count, component.Length > 1);
        }

        runs = [.. compiledRuns];
        rules = PinnedArray.Copy<Rule>(compiledRules.ToArray());
        tests = PinnedArray.Copy<MaskedWord>(compiledTests.ToArray());
        rulePointer = PinnedArray.Pointer(rules);
        testPointer = PinnedArray.Pointer(tests);
    }

    /// <summary>Writes the derived words of a state whose stored words are filled in.</summary>
    public void Evaluate(uint* words)
    {
        for (var i = 0; i < defaults.Length; i++)
        {
            words[firstDerivedWord + i] = defaults[i];
        }

        foreach (var run in runs)
        {
            while (Fire(rulePointer + run.First, rulePointer + run.End, words) && run.IsCyclic)
            {
            }
        }
    }

    // Runs each rule once; true if any derived something new.
    private bool Fire(Rule* rule, Rule* end, uint* words)
    {
        var any = false;
        for (; rule < end; rule++)
        {
            ref var word = ref words[rule->Head.Word];
            if ((word & rule->Head.Mask) == rule->Default && Holds(rule, words))
            {
                word = (word & ~rule->Head.Mask) | rule->Head.Value;
                any = true;
            }
        }

        return any;
    }

    private bool Holds(Rule* rule, uint* words)
    {
        for (var test = testPointer + rule->FirstTest; test < testPointer + rule->EndTest; test++)
        {
            if ((words[test->Word] & test->Mask) != test->Value)
            {
                return false;
            }
        }

        return true;
    }

    private static uint[] DefaultWords(PlanningTask task, StatePacker packer)
    {
        var words = new uint[packer.TotalWords - packer.StoredWords];
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            if (task.Variables[variable].IsDerived)
            {
                words[packer.Word(variable) - packer.StoredWords] |= (uint)task.Variables[variable].DefaultValue << packer.Shift(variable);
            }
        }

        return words;
    }

    // Neighbouring rules that need no repetition are one run.
    private static void AddRun(List<Run> runs, int first, int end, bool isCyclic)
    {
        if (!isCyclic && runs.Count > 0 && !runs[^1].IsCyclic)
        {
            runs[^1] = runs[^1] with { End = end };
        }
        else
        {
            runs.Add(new Run(first, end, isCyclic));
        }
    }

    private readonly record struct Run(int First, int End, bool IsCyclic);

    private readonly record struct Rule(MaskedWord Head, uint Default, int FirstTest, int EndTest);
}
