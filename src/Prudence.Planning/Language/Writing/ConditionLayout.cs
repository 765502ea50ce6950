using System.Collections.Immutable;
using System.Globalization;

namespace Prudence.Planning.Language.Writing;

/// <summary>Lays out conditions, effects and what they consist of.</summary>
internal static class ConditionLayout
{
    public static Layout Of(Condition condition) => condition switch
    {
        AtomCondition atom => Atom(atom.Predicate, atom.Arguments),
        EqualityCondition equality => Layout.Symbol($"(= {equality.Left.Name} {equality.Right.Name})"),
        NotCondition not => Layout.List("not", Of(not.Operand)),
        AndCondition and => Layout.List("and", and.Operands.Select(Of).ToArray()),
        OrCondition or => Layout.List("or", or.Operands.Select(Of).ToArray()),
        ImplyCondition imply => Layout.List("imply", Of(imply.Antecedent), Of(imply.Consequent)),
        ForAllCondition forAll => Layout.List("forall", Layout.Symbol(TypedLists.Parameters(forAll.Parameters)), Of(forAll.Body)),
        ExistsCondition exists => Layout.List("exists", Layout.Symbol(TypedLists.Parameters(exists.Parameters)), Of(exists.Body)),
        _ => throw new ArgumentException($"unknown condition {condition.GetType().Name}", nameof(condition)),
    };

    public static Layout Of(Effect effect) => effect switch
    {
        AtomEffect { IsDelete: true } atom => Layout.List("not", Atom(atom.Predicate, atom.Arguments)),
        AtomEffect atom => Atom(atom.Predicate, atom.Arguments),
        AndEffect and => Layout.List("and", and.Operands.Select(Of).ToArray()),
        ForAllEffect forAll => Layout.List("forall", Layout.Symbol(TypedLists.Parameters(forAll.Parameters)), Of(forAll.Body)),
        ConditionalEffect conditional => Layout.List("when", Of(conditional.Condition), Of(conditional.Body)),
        CostEffect cost => Layout.List("increase", Layout.Symbol("(total-cost)"), Of(cost.Amount)),
        _ => throw new ArgumentException($"unknown effect {effect.GetType().Name}", nameof(effect)),
    };

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static Layout Of(NumericTerm term) => term switch
    {
        NumberTerm number => Layout.Symbol(Number(number.Value)),
        FunctionTerm function => Atom(function.Function, function.Arguments),
        ArithmeticTerm arithmetic => Layout.List(arithmetic.Operation.ToString(), arithmetic.Operands.Select(Of).ToArray()),
        _ => throw new ArgumentException($"unknown numeric term {term.GetType().Name}", nameof(term)),
    };

    private static Layout Atom(string name, ImmutableArray<Term> arguments) =>
        Layout.Symbol(arguments.IsEmpty ? $"({name})" : $"({name} {string.Join(' ', arguments.Select(a => a.Name))})");
}
