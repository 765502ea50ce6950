using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>An action schema whose names are resolved.</summary>
internal sealed class ActionRules
{
    public ActionRules(ActionSchema schema, RelationTable relations)
    {
        Schema = schema;
        var scope = new Scope(relations);
        Slots = scope.Open(schema.Parameters);
        Ranges = scope.Ranges(schema.Parameters);
        Precondition = new FormulaCompiler(relations, scope).Compile(schema.Precondition);
        Effect = EffectNode.Compile(schema.Effect, relations, scope);
        FrameSize = scope.FrameSize;
        UsesDerived = FormulaCompiler.UsesDerived(Precondition) || UsesDerivedIn(Effect);
    }

    public ActionSchema Schema { get; }

    public int[] Slots { get; }

    public ObjectSet[] Ranges { get; }

    public Formula Precondition { get; }

    public EffectNode Effect { get; }

    public int FrameSize { get; }

    /// <summary>Whether derived atoms must be known before the action is judged.</summary>
    public bool UsesDerived { get; }

    private static bool UsesDerivedIn(EffectNode effect) => effect switch
    {
        EffectSequence sequence => Array.Exists(sequence.Parts, UsesDerivedIn),
        GuardedEffect guarded => FormulaCompiler.UsesDerived(guarded.Guard) || UsesDerivedIn(guarded.Body),
        UniversalEffect universal => FormulaCompiler.UsesDerived(universal.Guard) || UsesDerivedIn(universal.Body),
        _ => false,
    };
}
