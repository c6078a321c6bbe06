namespace Tomography.Learning;

/// <content>What the recipe of a joint model may do to its gradients.</content>
internal sealed unsafe partial class CpuNetwork<T>
{
    private double[] _projected = [], _projectedSum = [];

    private bool Projects => _branches.Length > 1 && _inputs.Joint!.Settings.ProjectsConflicts;

    /// <summary>
    /// Replaces the gradient of what is shared by the sum of the tasks' gradients, each without its part against another's, in random order
    /// of the others (PCGrad; Yu et al., NeurIPS 2020, algorithm 1). The order depends on the number of the step alone.
    /// </summary>
    private void ProjectConflicts()
    {
        var size = Layout.SharedSize;
        if (_projected.Length == 0) (_projected, _projectedSum) = (new double[size], new double[size]);
        var random = new Generator(_steps, GeneratorPurpose.Projection);
        Array.Clear(_projectedSum);
        for (var i = 0; i < _branches.Length; i++)
        {
            var own = _taskGradients[i];
            for (var p = 0; p < size; p++) _projected[p] = _weights[i] * own[p];
            int[] others = [.. Enumerable.Range(0, _branches.Length).Where(j => j != i)];
            random.Shuffle(others);
            foreach (var j in others)
            {
                // The length of the other gradient does not matter, nor does its weight.
                var other = _taskGradients[j];
                double dot = 0, square = 0;
                for (var p = 0; p < size; p++)
                {
                    dot += _projected[p] * other[p];
                    square += (double)other[p] * other[p];
                }

                if (!(dot < 0)) continue;
                for (var p = 0; p < size; p++) _projected[p] -= dot / square * other[p];
            }

            for (var p = 0; p < size; p++) _projectedSum[p] += _projected[p];
        }

        for (var p = 0; p < size; p++) _gradients.Pointer[p] = (float)_projectedSum[p];
    }

    /// <summary>Adds the gradient of the overlap of the heads; gives what it adds to the loss.</summary>
    private double Disentangle()
    {
        if (_branches.Length < 2 || _inputs.Joint!.Settings.Disentangle is not (> 0 and var weight)) return 0;
        int atom = Layout.Model.AtomFeatures, tasks = _branches.Length;
        var reads = _branches.Select(b => Reads(b.Head.PoolToHidden)).ToArray();
        var lengths = reads.Select(r => Math.Sqrt(r.Sum(v => v * v))).ToArray();
        double overlap = 0;
        for (var i = 0; i < tasks; i++)
        {
            var slopes = new double[atom];
            for (var j = 0; j < tasks; j++)
            {
                if (j == i || !(lengths[i] * lengths[j] > 0)) continue;
                double cosine = 0;
                for (var d = 0; d < atom; d++) cosine += reads[i][d] * reads[j][d];
                cosine /= lengths[i] * lengths[j];
                if (j > i) overlap += cosine;
                for (var d = 0; d < atom; d++)
                    slopes[d] += reads[j][d] / (lengths[i] * lengths[j]) - cosine * reads[i][d] / (lengths[i] * lengths[i]);
            }

            AddSlopes(_branches[i].Head.PoolToHidden, slopes, weight);
        }

        return weight * overlap;
    }

    /// <summary>How much of each number of the pooled vector a head reads: the sum of the squares of its weights.</summary>
    private double[] Reads(ParameterBlock block)
    {
        var reads = new double[block.Rows];
        for (var d = 0; d < block.Rows; d++)
            for (var h = 0; h < block.Columns; h++)
            {
                double w = Parameter(block)[d * block.Stride + h];
                reads[d] += w * w;
            }

        return reads;
    }

    private void AddSlopes(ParameterBlock block, double[] slopes, double weight)
    {
        for (var d = 0; d < block.Rows; d++)
            for (var h = 0; h < block.Columns; h++)
            {
                var at = d * block.Stride + h;
                Gradient(block)[at] = (float)(Gradient(block)[at] + weight * slopes[d] * 2 * Parameter(block)[at]);
            }
    }
}
