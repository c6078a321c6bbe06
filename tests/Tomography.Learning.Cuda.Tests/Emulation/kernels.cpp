// All kernels for the emulator. The folder with the sources is given to the compiler.
#define EMULATED
#include "kernels.cu"

extern "C" __attribute__((visibility("default"))) int size_of_step() { return sizeof(Step); }
extern "C" __attribute__((visibility("default"))) int size_of_batch() { return sizeof(Batch); }
extern "C" __attribute__((visibility("default"))) int size_of_arguments() { return sizeof(LaunchArguments); }
extern "C" __attribute__((visibility("default"))) int size_of_head() { return sizeof(Head); }
extern "C" __attribute__((visibility("default"))) int size_of_bond() { return sizeof(Bond); }
extern "C" void call_with_arguments(void* kernel, const void* step, const void* arguments) {
    reinterpret_cast<void (*)(const Step, const LaunchArguments)>(kernel)(
        *static_cast<const Step*>(step), *static_cast<const LaunchArguments*>(arguments));
}
