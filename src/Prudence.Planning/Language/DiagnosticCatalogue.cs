using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>All codes of diagnostics with their explanations, for documentation and <c>--help</c>.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The codes, grouped as they come up in reading.</summary>
    public static ImmutableArray<DiagnosticDescription> Entries { get; } =
    [
        // Text
        new(DiagnosticCodes.EmptyFile, DiagnosticSeverity.Error, "The file holds nothing."),
        new(DiagnosticCodes.UnexpectedCharacter, DiagnosticSeverity.Error, "A character that cannot stand in PDDL, such as a comma or a control character."),
        new(DiagnosticCodes.UnusualName, DiagnosticSeverity.Warning, "A name has characters other than letters, digits, `-` and `_`."),
        new(DiagnosticCodes.MissingBlank, DiagnosticSeverity.Warning, "A name and a variable are written together, as in `(at?x)`."),
        new(DiagnosticCodes.UnclosedList, DiagnosticSeverity.Error, "A `(` has no `)`; the message says where it probably is missing."),
        new(DiagnosticCodes.SurplusParenthesis, DiagnosticSeverity.Error, "A `)` has no `(`, or closes the definition or an action too early."),
        new(DiagnosticCodes.NestingTooDeep, DiagnosticSeverity.Error, "Lists are nested deeper than 500."),
        new(DiagnosticCodes.UnexpectedText, DiagnosticSeverity.Error, "Something else was expected at this place."),
        new(DiagnosticCodes.TooMany, DiagnosticSeverity.Information, "The file has more messages than are shown."),
        // Definitions and sections
        new(DiagnosticCodes.WrongKindOfFile, DiagnosticSeverity.Error, "A problem was given where a domain is expected, or the other way round."),
        new(DiagnosticCodes.UnknownSection, DiagnosticSeverity.Error, "A section that domains or problems do not have, often misspelt."),
        new(DiagnosticCodes.DuplicateSection, DiagnosticSeverity.Error, "A section, or a part of an action, stands twice."),
        new(DiagnosticCodes.MissingSection, DiagnosticSeverity.Error, "A section that is needed is not there; a warning where its absence has a clear meaning."),
        new(DiagnosticCodes.UnsupportedFeature, DiagnosticSeverity.Error, "A feature of PDDL beyond classical planning: numeric fluents, durations, preferences and the like."),
        new(DiagnosticCodes.DomainMismatch, DiagnosticSeverity.Warning, "The problem names another domain than the one given."),
        new(DiagnosticCodes.UnknownRequirement, DiagnosticSeverity.Warning, "A requirement that no version of PDDL has."),
        new(DiagnosticCodes.MissingRequirement, DiagnosticSeverity.Warning, "A feature is used whose requirement is not stated."),
        new(DiagnosticCodes.MetricIgnored, DiagnosticSeverity.Warning, "The metric means nothing in classical planning."),
        // Declarations
        new(DiagnosticCodes.UnknownType, DiagnosticSeverity.Error, "A type that is not declared and looks like a slip for a declared one."),
        new(DiagnosticCodes.UndeclaredType, DiagnosticSeverity.Warning, "A type that is not declared; it is taken as a type below `object`."),
        new(DiagnosticCodes.DuplicateType, DiagnosticSeverity.Warning, "A type is declared twice; all supertypes count."),
        new(DiagnosticCodes.CyclicTypes, DiagnosticSeverity.Error, "A type is its own supertype, directly or by way of others."),
        new(DiagnosticCodes.TooManyTypes, DiagnosticSeverity.Error, "More types than the reader takes."),
        new(DiagnosticCodes.ObjectRedeclared, DiagnosticSeverity.Warning, "`object` is declared with a supertype."),
        new(DiagnosticCodes.DuplicateObject, DiagnosticSeverity.Warning, "An object or constant is declared twice; an error where the types differ."),
        new(DiagnosticCodes.DuplicateDeclaration, DiagnosticSeverity.Warning, "A predicate or function is declared twice; an error where the parameters differ."),
        new(DiagnosticCodes.DuplicateParameter, DiagnosticSeverity.Error, "A variable stands twice in one list; a warning in declarations, where names of variables mean nothing."),
        new(DiagnosticCodes.DuplicateAction, DiagnosticSeverity.Error, "Two actions have the same name."),
        new(DiagnosticCodes.ReservedName, DiagnosticSeverity.Error, "A predicate is named like a word of PDDL, such as `and`."),
        new(DiagnosticCodes.PredicateNamedLikeType, DiagnosticSeverity.Warning, "A predicate and a type have the same name."),
        new(DiagnosticCodes.UndeclaredConstant, DiagnosticSeverity.Warning, "The domain uses an object that it does not declare; an error where the problem does not declare it either."),
        new(DiagnosticCodes.UndeclaredTotalCost, DiagnosticSeverity.Warning, "`total-cost` is used but not among the functions."),
        // Conditions and effects
        new(DiagnosticCodes.UnknownPredicate, DiagnosticSeverity.Error, "A predicate that is not declared."),
        new(DiagnosticCodes.UnknownFunction, DiagnosticSeverity.Error, "A function that is not declared."),
        new(DiagnosticCodes.UnknownObject, DiagnosticSeverity.Error, "An object that is not declared."),
        new(DiagnosticCodes.UnknownVariable, DiagnosticSeverity.Error, "A variable that is neither a parameter nor quantified."),
        new(DiagnosticCodes.UnknownActionPart, DiagnosticSeverity.Error, "An action has a part other than `:parameters`, `:precondition` and `:effect`, often misspelt."),
        new(DiagnosticCodes.MissingParameters, DiagnosticSeverity.Warning, "An action has no `:parameters`; an error where it uses variables."),
        new(DiagnosticCodes.WrongArity, DiagnosticSeverity.Error, "A predicate or function has more or fewer arguments than it is declared with."),
        new(DiagnosticCodes.WrongType, DiagnosticSeverity.Error, "An argument can never be of the declared type."),
        new(DiagnosticCodes.WideType, DiagnosticSeverity.Warning, "A variable may stand for objects that are not of the declared type."),
        new(DiagnosticCodes.WrongOperandCount, DiagnosticSeverity.Error, "`not`, `imply`, `when`, a quantifier or an arithmetic operation has too many or too few operands."),
        new(DiagnosticCodes.InvalidEffect, DiagnosticSeverity.Error, "Something that only conditions can have stands in an effect."),
        new(DiagnosticCodes.DerivedChanged, DiagnosticSeverity.Error, "An action or `:init` sets a predicate that is derived."),
        new(DiagnosticCodes.MissingAnd, DiagnosticSeverity.Warning, "Several conditions or effects stand side by side without `and`."),
        new(DiagnosticCodes.EmptyCondition, DiagnosticSeverity.Warning, "`()` stands where a condition or effect is expected."),
        new(DiagnosticCodes.MissingParentheses, DiagnosticSeverity.Warning, "A function without arguments stands without parentheses."),
        new(DiagnosticCodes.NumberOutOfRange, DiagnosticSeverity.Error, "A number is too large."),
        new(DiagnosticCodes.NegativeCost, DiagnosticSeverity.Error, "A cost is negative."),
        // Initial state
        new(DiagnosticCodes.DuplicateAtom, DiagnosticSeverity.Information, "An atom or value stands in `:init` twice."),
        new(DiagnosticCodes.NegativeInitialLiteral, DiagnosticSeverity.Information, "`:init` says that an atom does not hold, which goes without saying."),
        new(DiagnosticCodes.InitialEquality, DiagnosticSeverity.Warning, "`:init` says that objects are equal or different, which goes without saying."),
        new(DiagnosticCodes.SuperfluousAnd, DiagnosticSeverity.Warning, "`:init` has an `and`."),
        new(DiagnosticCodes.Contradiction, DiagnosticSeverity.Error, "`:init` contradicts itself, or says that different names are one object."),
        // Remarks of the linter
        new(DiagnosticCodes.UnusedPredicate, DiagnosticSeverity.Information, "A predicate is declared and never used."),
        new(DiagnosticCodes.UnreadPredicate, DiagnosticSeverity.Information, "Actions change a predicate that no condition and not the goal asks for."),
        new(DiagnosticCodes.UnusedFunction, DiagnosticSeverity.Information, "A function is declared and never used."),
        new(DiagnosticCodes.UnusedParameter, DiagnosticSeverity.Information, "A parameter or quantified variable is never used; it multiplies the ground actions."),
        new(DiagnosticCodes.UnusedObject, DiagnosticSeverity.Information, "An object stands neither in `:init` nor in the goal."),
        new(DiagnosticCodes.UnneededRequirement, DiagnosticSeverity.Information, "A requirement is stated whose feature is not used."),
        new(DiagnosticCodes.ShadowedVariable, DiagnosticSeverity.Information, "A quantified variable has the name of a parameter."),
        new(DiagnosticCodes.EmptyType, DiagnosticSeverity.Information, "A type has no objects in this problem."),
        new(DiagnosticCodes.EmptyEffect, DiagnosticSeverity.Information, "An action changes nothing."),
        new(DiagnosticCodes.ContradictoryCondition, DiagnosticSeverity.Warning, "A conjunction asks for an atom and for its negation."),
        new(DiagnosticCodes.AddAndDelete, DiagnosticSeverity.Warning, "An action adds and deletes the same atom."),
        new(DiagnosticCodes.MissingValue, DiagnosticSeverity.Warning, "A cost needs a function that `:init` gives no value."),
        new(DiagnosticCodes.NeverTrue, DiagnosticSeverity.Warning, "Conditions ask for a predicate of which no atom ever comes true."),
        new(DiagnosticCodes.InapplicableAction, DiagnosticSeverity.Warning, "An action can never be applied."),
        new(DiagnosticCodes.UnreachableGoal, DiagnosticSeverity.Warning, "The goal asks for an atom that does not hold at first and that no action adds, or forbids one that none deletes."),
    ];
}
