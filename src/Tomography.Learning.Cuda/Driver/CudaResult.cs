namespace Tomography.Learning.Cuda;

/// <summary>What the driver answers (<c>CUresult</c>), as far as it is told apart here.</summary>
internal enum CudaResult
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>There is no memory for it.</summary>
    OutOfMemory = 2,

    /// <summary>The library is a stub without a driver behind it.</summary>
    StubLibrary = 34,

    /// <summary>The driver is older than its library.</summary>
    InsufficientDriver = 35,

    /// <summary>The machine has no card that the driver may use.</summary>
    NoDevice = 100,

    /// <summary>There is no code for this card.</summary>
    NoBinaryForGpu = 209,

    /// <summary>The driver cannot compile the kernels.</summary>
    InvalidPtx = 218,

    /// <summary>The driver is older than the kernels' language.</summary>
    UnsupportedPtxVersion = 222,
}
