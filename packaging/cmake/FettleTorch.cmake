# LibTorch from the PyPI wheel through hand-made imported targets: find_package(Torch) wants a whole CUDA toolkit.
set(FETTLE_TORCH_VERSION 2.11.0)
if(NOT FETTLE_PYTHON)
    if(EXISTS ${CMAKE_SOURCE_DIR}/.deps/bin/python3)
        set(FETTLE_PYTHON ${CMAKE_SOURCE_DIR}/.deps/bin/python3 CACHE FILEPATH "" FORCE)
    else()
        find_program(FETTLE_PYTHON python3 REQUIRED)
    endif()
endif()
execute_process(
    COMMAND ${FETTLE_PYTHON} -c
            "import importlib.util as u, os; print(os.path.dirname(u.find_spec('torch').origin))"
    OUTPUT_VARIABLE FETTLE_TORCH_DIR OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT EXISTS "${FETTLE_TORCH_DIR}/lib/libtorch_cpu.so")
    message(FATAL_ERROR "${FETTLE_PYTHON} has no torch. Run 'sh packaging/bootstrap.sh', or set FETTLE_PYTHON.")
endif()
file(STRINGS ${FETTLE_TORCH_DIR}/version.py torch_version REGEX "^__version__")
if(NOT torch_version MATCHES "${FETTLE_TORCH_VERSION}")
    message(FATAL_ERROR "LibTorch ${FETTLE_TORCH_VERSION} is needed, found: ${torch_version}")
endif()
message(STATUS "LibTorch ${FETTLE_TORCH_VERSION}: ${FETTLE_TORCH_DIR}")

# fettle_torch_libraries(names...) makes an imported target of each library in torch/lib.
function(fettle_torch_libraries)
    foreach(library ${ARGN})
        add_library(${library} SHARED IMPORTED)
        set_target_properties(${library} PROPERTIES IMPORTED_LOCATION ${FETTLE_TORCH_DIR}/lib/lib${library}.so
                                                    IMPORTED_NO_SONAME FALSE)
    endforeach()
endfunction()
fettle_torch_libraries(c10 torch_cpu)
add_library(fettle_torch INTERFACE)
# No include directories by name: moc would read all of ATen for each test, twelve seconds a file.
target_compile_options(fettle_torch INTERFACE "SHELL:-isystem ${FETTLE_TORCH_DIR}/include"
                                              "SHELL:-isystem ${FETTLE_TORCH_DIR}/include/torch/csrc/api/include")
target_compile_definitions(fettle_torch INTERFACE C10_CUDA_NO_CMAKE_CONFIGURE_FILE USE_DISTRIBUTED USE_C10D_GLOO)
target_link_libraries(fettle_torch INTERFACE torch_cpu c10)
target_link_options(fettle_torch INTERFACE -Wl,-rpath,${FETTLE_TORCH_DIR}/lib)
find_package(OpenMP REQUIRED)
target_link_libraries(fettle_torch INTERFACE OpenMP::OpenMP_CXX)

# The one precompiled header: every heavy library reuses it, every heavy test program makes its own (other flags).
set(FETTLE_TORCH_PCH <ATen/ATen.h> <torch/csrc/autograd/custom_function.h> <nlohmann/json.hpp>)
file(WRITE ${CMAKE_BINARY_DIR}/torch_pch.cpp "")
add_library(fettle_torch_pch STATIC ${CMAKE_BINARY_DIR}/torch_pch.cpp)
target_link_libraries(fettle_torch_pch PUBLIC fettle_torch nlohmann_json::nlohmann_json)
target_precompile_headers(fettle_torch_pch PRIVATE ${FETTLE_TORCH_PCH})
