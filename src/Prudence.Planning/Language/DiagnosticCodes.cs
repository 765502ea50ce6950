namespace Prudence.Planning.Language;

/// <summary>The stable codes of diagnostics.</summary>
public static class DiagnosticCodes
{
    internal const string Contradiction = "contradiction";
    internal const string CyclicTypes = "cyclic-types";
    internal const string DerivedChanged = "derived-changed";
    internal const string DomainMismatch = "domain-mismatch";
    internal const string DuplicateAction = "duplicate-action";
    internal const string DuplicateAtom = "duplicate-atom";
    internal const string DuplicateDeclaration = "duplicate-declaration";
    internal const string DuplicateObject = "duplicate-object";
    internal const string DuplicateParameter = "duplicate-parameter";
    internal const string DuplicateSection = "duplicate-section";
    internal const string DuplicateType = "duplicate-type";
    internal const string EmptyCondition = "empty-condition";
    internal const string EmptyFile = "empty-file";
    internal const string InitialEquality = "initial-equality";
    internal const string InvalidEffect = "invalid-effect";
    internal const string MetricIgnored = "metric-ignored";
    internal const string MissingAnd = "missing-and";
    internal const string MissingParameters = "missing-parameters";
    internal const string MissingParentheses = "missing-parentheses";
    internal const string MissingSection = "missing-section";
    internal const string NegativeInitialLiteral = "negative-initial-literal";
    internal const string NestingTooDeep = "nesting-too-deep";
    internal const string NumberOutOfRange = "number-out-of-range";
    internal const string ObjectRedeclared = "object-redeclared";
    internal const string PredicateNamedLikeType = "predicate-named-like-type";
    internal const string ReservedName = "reserved-name";
    internal const string SuperfluousAnd = "superfluous-and";
    internal const string SurplusParenthesis = "surplus-parenthesis";
    internal const string TooMany = "too-many";
    internal const string TooManyTypes = "too-many-types";
    internal const string UnclosedList = "unclosed-list";
    internal const string UndeclaredTotalCost = "undeclared-total-cost";
    internal const string UndeclaredType = "undeclared-type";
    internal const string UnexpectedCharacter = "unexpected-character";
    internal const string UnexpectedText = "unexpected-text";
    internal const string UnknownActionPart = "unknown-action-part";
    internal const string UnknownFunction = "unknown-function";
    internal const string UnknownObject = "unknown-object";
    internal const string UnknownPredicate = "unknown-predicate";
    internal const string UnknownRequirement = "unknown-requirement";
    internal const string UnknownSection = "unknown-section";
    internal const string UnknownType = "unknown-type";
    internal const string UnknownVariable = "unknown-variable";
    internal const string UnsupportedFeature = "unsupported-feature";
    internal const string UnusualName = "unusual-name";
    internal const string WideType = "wide-type";
    internal const string WrongArity = "wrong-arity";
    internal const string WrongKindOfFile = "wrong-kind-of-file";
    internal const string WrongOperandCount = "wrong-operand-count";
    internal const string WrongType = "wrong-type";
    internal const string MissingBlank = "missing-blank";
    internal const string UndeclaredConstant = "undeclared-constant";
}
