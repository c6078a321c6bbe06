using Tomography.Learning;
using Tomography.Learning.Cuda;
using Tomography.Workflows.Worker;

// The driver of a GPU is looked for only where one is wanted.
return new WorkerCommands(new IComputeDevice[] { new CpuDevice() }.Concat(CudaDevices.Find())).Run(args);
