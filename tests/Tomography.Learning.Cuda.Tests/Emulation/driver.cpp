// A driver of NVIDIA that is none, over the emulator: libcuda.so.1 for processes of tests, as far as the program calls it. What cards it
// shows and when they fail is told by the environment:
//   EMULATED_CUDA_DEVICES   how many (1); 0: none
//   EMULATED_CUDA_DRIVER    the version of the driver, as it counts (13000)
//   EMULATED_CUDA_MAJOR     the compute capability (9)
//   EMULATED_CUDA_MEMORY    bytes of a card (4 GiB)
//   EMULATED_CUDA_FULL      1: others have all of its memory, and nobody can open it
//   EMULATED_CUDA_TAKEN     bytes of it that another program takes when this one has asked what is free (0)
//   EMULATED_CUDA_FAIL      after so many launches the card fails, now and for good
//   EMULATED_CUDA_FAIL_ONCE a file: the card fails only where it can be made anew, so that a second process works
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#define EXPORT extern "C" __attribute__((visibility("default")))

extern "C" {
void emulator_start(int, uint64_t, uint64_t);
void emulator_memory(uint64_t*, uint64_t*);
void* emulator_allocate(uint64_t);
void emulator_free(void*);
void emulator_copy_in(void*, const void*, uint64_t);
void emulator_copy_out(void*, const void*, uint64_t);
void emulator_clear(void*, uint64_t);
const char* emulator_launch(void*, int, int, int, int, int, const void*, const void*);
}

namespace {

enum { success = 0, invalid_value = 1, out_of_memory = 2, no_device = 100, invalid_ptx = 218, not_found = 500, launch_failed = 719 };

long launches;
bool has_failed;

long setting(const char* name, long otherwise) {
    const char* text = getenv(name);
    return text ? strtol(text, nullptr, 10) : otherwise;
}

bool fails() {
    long limit = setting("EMULATED_CUDA_FAIL", 0);
    if (limit <= 0 || launches < limit) return has_failed;
    if (!has_failed)
        if (const char* file = getenv("EMULATED_CUDA_FAIL_ONCE")) {
            int made = open(file, O_CREAT | O_EXCL | O_WRONLY, 0600);
            if (made < 0) return false;
            close(made);
        }

    return has_failed = true;
}

}  // namespace

EXPORT int cuInit(unsigned) { return setting("EMULATED_CUDA_DEVICES", 1) > 0 ? success : no_device; }
EXPORT int cuDriverGetVersion(int* version) {
    *version = static_cast<int>(setting("EMULATED_CUDA_DRIVER", 13000));
    return success;
}
EXPORT int cuGetErrorName(int error, const char** name) {
    *name = error == launch_failed ? "CUDA_ERROR_LAUNCH_FAILED" : "CUDA_ERROR_UNKNOWN";
    return success;
}
EXPORT int cuGetErrorString(int error, const char** text) {
    *text = error == launch_failed ? "unspecified launch failure" : "an emulated error";
    return success;
}
EXPORT int cuDeviceGetCount(int* count) {
    *count = static_cast<int>(setting("EMULATED_CUDA_DEVICES", 1));
    return success;
}
EXPORT int cuDeviceGet(int* device, int ordinal) {
    *device = ordinal;
    return success;
}
EXPORT int cuDeviceGetName(char* name, int length, int) {
    snprintf(name, length, "Emulated GPU");
    return success;
}
EXPORT int cuDeviceGetAttribute(int* value, int attribute, int) {
    // Multiprocessors, clock, memory clock and width of its bus: a card of 1 TFLOP/s and 0.1 TB/s.
    *value = attribute == 75 ? static_cast<int>(setting("EMULATED_CUDA_MAJOR", 9))
        : attribute == 13    ? 1000000
        : attribute == 16    ? 4
        : attribute == 36    ? 1000000
        : attribute == 37    ? 400
                             : 0;
    return success;
}
EXPORT int cuDevicePrimaryCtxSetFlags_v2(int, unsigned) { return success; }
EXPORT int cuDevicePrimaryCtxRetain(void** context, int device) {
    if (setting("EMULATED_CUDA_FULL", 0)) return out_of_memory;
    static bool is_started;
    if (!is_started) emulator_start(0, 1, setting("EMULATED_CUDA_MEMORY", 1l << 32));
    is_started = true;
    *context = reinterpret_cast<void*>(static_cast<intptr_t>(device + 1));
    return success;
}
EXPORT int cuDevicePrimaryCtxRelease_v2(int) { return success; }
EXPORT int cuCtxSetCurrent(void*) { return success; }
EXPORT int cuCtxSynchronize() { return fails() ? launch_failed : success; }
EXPORT int cuModuleLoadData(void** module, const char* image) {
    *module = const_cast<char*>(image);
    return strstr(image, ".version") ? success : invalid_ptx;
}
EXPORT int cuModuleUnload(void*) { return success; }
EXPORT int cuModuleGetFunction(void** function, void*, const char* name) {
    // The kernels stand in this very library.
    Dl_info own;
    dladdr(reinterpret_cast<void*>(&cuInit), &own);
    *function = dlsym(dlopen(own.dli_fname, RTLD_NOW | RTLD_NOLOAD), name);
    return *function ? success : not_found;
}
EXPORT int cuMemGetInfo_v2(size_t* available, size_t* total) {
    uint64_t left, all;
    emulator_memory(&left, &all);
    *available = left;
    *total = all;
    return success;
}
EXPORT int cuMemAlloc_v2(void** address, size_t bytes) {
    uint64_t left, all;
    emulator_memory(&left, &all);
    bool is_taken = left < bytes + setting("EMULATED_CUDA_TAKEN", 0);
    *address = is_taken ? nullptr : emulator_allocate(bytes);
    return *address ? success : out_of_memory;
}
EXPORT int cuMemFree_v2(void* address) {
    emulator_free(address);
    return success;
}
EXPORT int cuMemcpyHtoD_v2(void* to, const void* from, size_t bytes) {
    if (fails()) return launch_failed;
    emulator_copy_in(to, from, bytes);
    return success;
}
EXPORT int cuMemcpyDtoH_v2(void* to, const void* from, size_t bytes) {
    if (fails()) return launch_failed;
    emulator_copy_out(to, from, bytes);
    return success;
}
EXPORT int cuMemcpyDtoD_v2(void* to, const void* from, size_t bytes) { return cuMemcpyHtoD_v2(to, from, bytes); }
EXPORT int cuMemsetD8_v2(void* at, unsigned char, size_t bytes) {
    if (bytes == 0) return invalid_value;
    emulator_clear(at, bytes);
    return success;
}
EXPORT int cuLaunchKernel(
    void* function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned, unsigned, unsigned shared, void*, void** parameters,
    void**) {
    launches++;
    if (fails()) return launch_failed;
    if (x == 0 || y == 0 || z == 0 || threads == 0 || threads > 1024 || y > 65535 || z > 65535 || shared > 49152) return invalid_value;
    const char* error = emulator_launch(
        function, static_cast<int>(x), static_cast<int>(y), static_cast<int>(z), static_cast<int>(threads), static_cast<int>(shared),
        parameters[0], parameters[1]);
    if (error) fprintf(stderr, "%s\n", error);
    return error ? launch_failed : success;
}
