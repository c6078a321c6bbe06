// What a kernel may use, for the two ways to compile it: by clang to PTX for a GPU, without any header of CUDA, and by a C++ compiler for
// the emulation in the tests (which defines EMULATED and gives the functions declared below).
//
// KERNEL(name, threads) begins a kernel. So many threads a block has at most: a block of 512 would not start with more than 128 registers
// per thread, and nothing else tells the driver's compiler. CROWDED_KERNEL(name, threads, blocks) also says how many blocks a
// multiprocessor shall hold at once, which keeps registers few.
#pragma once

#ifdef EMULATED
#define DEVICE static inline
#define KERNEL(name, threads)                                                                \
    extern "C" __attribute__((visibility("default"))) const int threads_of_##name = threads; \
    extern "C" __attribute__((visibility("default"))) void name
#define CROWDED_KERNEL(name, threads, blocks) KERNEL(name, threads)
extern "C" {
int emulated_thread();
int emulated_threads();
int emulated_block(int axis);
float* emulated_shared();
void emulated_barrier();
}
DEVICE int thread_index() { return emulated_thread(); }
DEVICE int thread_count() { return emulated_threads(); }
DEVICE int block_x() { return emulated_block(0); }
DEVICE int block_y() { return emulated_block(1); }
DEVICE int block_z() { return emulated_block(2); }
DEVICE float* shared_memory() { return emulated_shared(); }
DEVICE void barrier() { emulated_barrier(); }
#else
#define DEVICE static __attribute__((device)) __attribute__((always_inline)) inline
#define KERNEL(name, threads) extern "C" __attribute__((global)) __attribute__((launch_bounds(threads))) void name
#define CROWDED_KERNEL(name, threads, blocks) \
    extern "C" __attribute__((global)) __attribute__((launch_bounds(threads, blocks))) void name
extern __attribute__((shared)) __attribute__((aligned(16))) float dynamic_shared[];
DEVICE int thread_index() { return __nvvm_read_ptx_sreg_tid_x(); }
DEVICE int thread_count() { return __nvvm_read_ptx_sreg_ntid_x(); }
DEVICE int block_x() { return __nvvm_read_ptx_sreg_ctaid_x(); }
DEVICE int block_y() { return __nvvm_read_ptx_sreg_ctaid_y(); }
DEVICE int block_z() { return __nvvm_read_ptx_sreg_ctaid_z(); }
DEVICE float* shared_memory() { return dynamic_shared; }
DEVICE void barrier() { __syncthreads(); }
#endif

typedef float float4v __attribute__((vector_size(16)));

// What was read, kept from being read only where it is used: compilers put a load behind the condition of its use, and then memory is
// waited for each time, not once for many loads.
#ifdef EMULATED
DEVICE float read_now(float value) { return value; }
DEVICE double read_now(double value) { return value; }
#else
DEVICE float read_now(float value) {
    asm volatile("" : "+f"(value));
    return value;
}
DEVICE double read_now(double value) {
    asm volatile("" : "+d"(value));
    return value;
}
#endif

DEVICE float fma(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

DEVICE int smaller(int a, int b) { return a < b ? a : b; }

DEVICE float from_bits(int bits) {
    float value;
    __builtin_memcpy(&value, &bits, 4);
    return value;
}

DEVICE int to_bits(float value) {
    int bits;
    __builtin_memcpy(&bits, &value, 4);
    return bits;
}
