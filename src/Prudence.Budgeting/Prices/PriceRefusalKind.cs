namespace Prudence.Budgeting.Prices;

/// <summary>Kinds of reasons why there is no price.</summary>
public enum PriceRefusalKind
{
    /// <summary>No table knows the model.</summary>
    UnknownModel,

    /// <summary>Several providers sell a model of that name, and none was named.</summary>
    SeveralProviders,

    /// <summary>No table knows the provider.</summary>
    UnknownProvider,

    /// <summary>The model is known, but no price holds at that time.</summary>
    NoPriceThen,

    /// <summary>A part of the usage has no price.</summary>
    NotPriced,

    /// <summary>The counts are impossible.</summary>
    BadUsage,

    /// <summary>The amount is larger than money goes.</summary>
    TooLarge,
}
