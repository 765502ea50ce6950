namespace Prudence.Planning.Language;

/// <summary>The stable codes of diagnostics; <see cref="DiagnosticCatalogue"/> explains them.</summary>
public static class DiagnosticCodes
{
    /// <summary>The file holds nothing.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>A character that cannot stand in PDDL, such as a comma or a control character.</summary>
    public const string UnexpectedCharacter = "unexpected-character";

    /// <summary>A name has characters other than letters, digits, <c>-</c> and <c>_</c>.</summary>
    public const string UnusualName = "unusual-name";

    /// <summary>A name and a variable are written together, as in <c>(at?x)</c>.</summary>
    public const string MissingBlank = "missing-blank";

    /// <summary>A <c>(</c> has no <c>)</c>; the message says where it probably is missing.</summary>
    public const string UnclosedList = "unclosed-list";

    /// <summary>A <c>)</c> has no <c>(</c>, or closes the definition or an action too early.</summary>
    public const string SurplusParenthesis = "surplus-parenthesis";

    /// <summary>Lists are nested deeper than 500.</summary>
    public const string NestingTooDeep = "nesting-too-deep";

    /// <summary>Something else was expected at this place.</summary>
    public const string UnexpectedText = "unexpected-text";

    /// <summary>The file has more messages than are shown.</summary>
    public const string TooMany = "too-many";

    /// <summary>A problem was given where a domain is expected, or the other way round.</summary>
    public const string WrongKindOfFile = "wrong-kind-of-file";

    /// <summary>A section that domains or problems do not have, often misspelt.</summary>
    public const string UnknownSection = "unknown-section";

    /// <summary>A section, or a part of an action, stands twice.</summary>
    public const string DuplicateSection = "duplicate-section";

    /// <summary>A section that is needed is not there; a warning where its absence has a clear meaning.</summary>
    public const string MissingSection = "missing-section";

    /// <summary>A feature of PDDL beyond classical planning: numeric fluents, durations, preferences and the like.</summary>
    public const string UnsupportedFeature = "unsupported-feature";

    /// <summary>The problem names another domain than the one given.</summary>
    public const string DomainMismatch = "domain-mismatch";

    /// <summary>A requirement that no version of PDDL has.</summary>
    public const string UnknownRequirement = "unknown-requirement";

    /// <summary>A feature is used whose requirement is not stated.</summary>
    public const string MissingRequirement = "missing-requirement";

    /// <summary>The metric means nothing in classical planning.</summary>
    public const string MetricIgnored = "metric-ignored";

    /// <summary>A type that is not declared and looks like a slip for a declared one.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>A type that is not declared; it is taken as a type below <c>object</c>.</summary>
    public const string UndeclaredType = "undeclared-type";

    /// <summary>A type is declared twice; all supertypes count.</summary>
    public const string DuplicateType = "duplicate-type";

    /// <summary>A type is its own supertype, directly or by way of others.</summary>
    public const string CyclicTypes = "cyclic-types";

    /// <summary>More types than the reader takes.</summary>
    public const string TooManyTypes = "too-many-types";

    /// <summary><c>object</c> is declared with a supertype.</summary>
    public const string ObjectRedeclared = "object-redeclared";

    /// <summary>An object or constant is declared twice; an error where the types differ.</summary>
    public const string DuplicateObject = "duplicate-object";

    /// <summary>A predicate or function is declared twice; an error where the parameters differ.</summary>
    public const string DuplicateDeclaration = "duplicate-declaration";

    /// <summary>A variable stands twice in one list; a warning in declarations, where names of variables mean nothing.</summary>
    public const string DuplicateParameter = "duplicate-parameter";

    /// <summary>Two actions have the same name.</summary>
    public const string DuplicateAction = "duplicate-action";

    /// <summary>A predicate is named like a word of PDDL, such as <c>and</c>.</summary>
    public const string ReservedName = "reserved-name";

    /// <summary>A predicate and a type have the same name.</summary>
    public const string PredicateNamedLikeType = "predicate-named-like-type";

    /// <summary>The domain uses an object that it does not declare; an error where the problem does not declare it either.</summary>
    public const string UndeclaredConstant = "undeclared-constant";

    /// <summary><c>total-cost</c> is used but not among the functions.</summary>
    public const string UndeclaredTotalCost = "undeclared-total-cost";

    /// <summary>A predicate that is not declared.</summary>
    public const string UnknownPredicate = "unknown-predicate";

    /// <summary>A function that is not declared.</summary>
    public const string UnknownFunction = "unknown-function";

    /// <summary>An object that is not declared.</summary>
    public const string UnknownObject = "unknown-object";

    /// <summary>A variable that is neither a parameter nor quantified.</summary>
    public const string UnknownVariable = "unknown-variable";

    /// <summary>An action has a part other than <c>:parameters</c>, <c>:precondition</c> and <c>:effect</c>, often misspelt.</summary>
    public const string UnknownActionPart = "unknown-action-part";

    /// <summary>An action has no <c>:parameters</c>; an error where it uses variables.</summary>
    public const string MissingParameters = "missing-parameters";

    /// <summary>A predicate or function has more or fewer arguments than it is declared with.</summary>
    public const string WrongArity = "wrong-arity";

    /// <summary>An argument can never be of the declared type.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A variable may stand for objects that are not of the declared type.</summary>
    public const string WideType = "wide-type";

    /// <summary><c>not</c>, <c>imply</c>, <c>when</c>, a quantifier or an arithmetic operation has too many or too few operands.</summary>
    public const string WrongOperandCount = "wrong-operand-count";

    /// <summary>Something that only conditions can have stands in an effect.</summary>
    public const string InvalidEffect = "invalid-effect";

    /// <summary>An action or <c>:init</c> sets a predicate that is derived.</summary>
    public const string DerivedChanged = "derived-changed";

    /// <summary>Several conditions or effects stand side by side without <c>and</c>.</summary>
    public const string MissingAnd = "missing-and";

    /// <summary><c>()</c> stands where a condition or effect is expected.</summary>
    public const string EmptyCondition = "empty-condition";

    /// <summary>A function without arguments stands without parentheses.</summary>
    public const string MissingParentheses = "missing-parentheses";

    /// <summary>A number is too large.</summary>
    public const string NumberOutOfRange = "number-out-of-range";

    /// <summary>A cost is negative.</summary>
    public const string NegativeCost = "negative-cost";

    /// <summary>An atom or value stands in <c>:init</c> twice.</summary>
    public const string DuplicateAtom = "duplicate-atom";

    /// <summary><c>:init</c> says that an atom does not hold, which goes without saying.</summary>
    public const string NegativeInitialLiteral = "negative-initial-literal";

    /// <summary><c>:init</c> says that objects are equal or different, which goes without saying.</summary>
    public const string InitialEquality = "initial-equality";

    /// <summary><c>:init</c> has an <c>and</c>.</summary>
    public const string SuperfluousAnd = "superfluous-and";

    /// <summary><c>:init</c> contradicts itself, or says that different names are one object.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>A predicate is declared and never used.</summary>
    public const string UnusedPredicate = "unused-predicate";

    /// <summary>Actions change a predicate that no condition and not the goal asks for.</summary>
    public const string UnreadPredicate = "unread-predicate";

    /// <summary>A function is declared and never used.</summary>
    public const string UnusedFunction = "unused-function";

    /// <summary>A parameter or quantified variable is never used; it multiplies the ground actions.</summary>
    public const string UnusedParameter = "unused-parameter";

    /// <summary>An object stands neither in <c>:init</c> nor in the goal.</summary>
    public const string UnusedObject = "unused-object";

    /// <summary>A requirement is stated whose feature is not used.</summary>
    public const string UnneededRequirement = "unneeded-requirement";

    /// <summary>A quantified variable has the name of a parameter.</summary>
    public const string ShadowedVariable = "shadowed-variable";

    /// <summary>A type has no objects in this problem.</summary>
    public const string EmptyType = "empty-type";

    /// <summary>An action changes nothing.</summary>
    public const string EmptyEffect = "empty-effect";

    /// <summary>A conjunction asks for an atom and for its negation.</summary>
    public const string ContradictoryCondition = "contradictory-condition";

    /// <summary>An action adds and deletes the same atom.</summary>
    public const string AddAndDelete = "add-and-delete";

    /// <summary>A cost needs a function that <c>:init</c> gives no value.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>Conditions ask for a predicate of which no atom ever comes true.</summary>
    public const string NeverTrue = "never-true";

    /// <summary>An action can never be applied.</summary>
    public const string InapplicableAction = "inapplicable-action";

    /// <summary>The goal asks for an atom that does not hold at first and that no action adds, or forbids one that none deletes.</summary>
    public const string UnreachableGoal = "unreachable-goal";
}
