using Tomography.Learning;
using Tomography.Workflows.Worker;

return new WorkerCommands([new CpuDevice()]).Run(args);
