namespace Tomography.Analysis;

/// <summary>
/// Latent vectors less the mean of each unit. Units without variance say nothing and are left out, so that units that are dead in one model
/// do not thin its numbers.
/// </summary>
internal sealed class CentredLatents
{
    public CentredLatents(LatentMatrix latents)
    {
        var means = new double[latents.Dimensions];
        for (var crystal = 0; crystal < latents.Crystals; crystal++)
        {
            var row = latents.Row(crystal);
            for (var unit = 0; unit < row.Length; unit++) means[unit] += row[unit] / latents.Crystals;
        }

        var deviations = new double[latents.Dimensions];
        for (var crystal = 0; crystal < latents.Crystals; crystal++)
        {
            var row = latents.Row(crystal);
            for (var unit = 0; unit < row.Length; unit++)
                deviations[unit] += (row[unit] - means[unit]) * (row[unit] - means[unit]) / latents.Crystals;
        }

        for (var unit = 0; unit < deviations.Length; unit++) deviations[unit] = Math.Sqrt(deviations[unit]);
        // A deviation of less than a few roundings of the mean is none.
        var kept = Enumerable.Range(0, latents.Dimensions).Where(unit => deviations[unit] > 1e-13 * Math.Abs(means[unit])).ToArray();
        var values = new double[latents.Crystals * kept.Length];
        for (var crystal = 0; crystal < latents.Crystals; crystal++)
        {
            var row = latents.Row(crystal);
            for (var place = 0; place < kept.Length; place++) values[crystal * kept.Length + place] = row[kept[place]] - means[kept[place]];
        }

        Vectors = new(latents.Crystals, kept.Length, values.AsSpan());
        Deviations = [.. kept.Select(unit => deviations[unit])];
        SelfNorm = MatrixProduct.FrobeniusNorm(MatrixProduct.SumOfTensorProducts(Vectors, Vectors));
    }

    /// <summary>The vectors without their mean.</summary>
    public LatentMatrix Vectors { get; }

    /// <summary>Deviation of each unit over the crystals, above 0.</summary>
    public double[] Deviations { get; }

    /// <summary>|X'X| in the Frobenius norm.</summary>
    public double SelfNorm { get; }

    /// <summary>X'Y, row by row: the one product that coupling and similarity both need.</summary>
    /// <exception cref="ArgumentException">The numbers of crystals differ.</exception>
    public double[] Product(CentredLatents other)
    {
        if (Vectors.Crystals != other.Vectors.Crystals)
            throw new ArgumentException(
                $"There are latent vectors of {Vectors.Crystals} and of {other.Vectors.Crystals} crystals; expected the same crystals.",
                nameof(other));
        return MatrixProduct.SumOfTensorProducts(Vectors, other.Vectors);
    }
}
