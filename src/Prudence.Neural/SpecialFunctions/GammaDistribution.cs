namespace Prudence.Neural;

/// <summary>The gamma distribution in double precision, with the derivatives that fitting it needs.</summary>
/// <param name="Shape">The shape, above 0.</param>
/// <param name="Rate">The rate, above 0: the mean is shape / rate.</param>
public readonly record struct GammaDistribution(double Shape, double Rate)
{
    /// <summary>-log of the density.</summary>
    public double NegativeLogLikelihood(double y) =>
        SpecialFunctions.LogGamma(Shape) - (Shape * Math.Log(Rate)) - ((Shape - 1) * Math.Log(y)) + (Rate * y);

    /// <summary>The derivative of <see cref="NegativeLogLikelihood"/> with respect to the shape.</summary>
    public double NegativeLogLikelihoodByShape(double y) => SpecialFunctions.Digamma(Shape) - Math.Log(Rate) - Math.Log(y);

    /// <summary>The derivative of <see cref="NegativeLogLikelihood"/> with respect to the rate.</summary>
    public double NegativeLogLikelihoodByRate(double y) => y - (Shape / Rate);

    /// <summary>The derivative of <see cref="NegativeLogLikelihood"/> with respect to y.</summary>
    public double NegativeLogLikelihoodByY(double y) => Rate - ((Shape - 1) / y);

    /// <summary>The probability of at most y.</summary>
    public double Cdf(double y) => SpecialFunctions.GammaP(Shape, Rate * y);

    /// <summary>The probability of more than y.</summary>
    public double Survival(double y) => SpecialFunctions.GammaQ(Shape, Rate * y);

    /// <summary>The derivative of <see cref="Cdf"/> with respect to the shape.</summary>
    public double CdfByShape(double y) => SpecialFunctions.GammaPByA(Shape, Rate * y);

    /// <summary>The derivative of <see cref="Cdf"/> with respect to the rate.</summary>
    public double CdfByRate(double y) => y * SpecialFunctions.GammaPByX(Shape, Rate * y);

    /// <summary>The density.</summary>
    public double Density(double y) => Rate * SpecialFunctions.GammaPByX(Shape, Rate * y);
}
