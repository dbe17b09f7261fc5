# The CUDA plug-in is built wherever nvcc is found: the system's toolkit, or the wheels beside torch.
set(FETTLE_WITH_CUDA OFF)
