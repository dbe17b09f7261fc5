# The plug-in that reads Arrow and Parquet is built where the headers and libraries of the pyarrow wheel are found.
set(FETTLE_ARROW_VERSION 2600)
set(python "${FETTLE_PYTHON}")
if(NOT python AND EXISTS ${CMAKE_SOURCE_DIR}/.deps/bin/python3)
    set(python ${CMAKE_SOURCE_DIR}/.deps/bin/python3)
endif()
if(python)
    execute_process(
        COMMAND ${python} -c
                "import importlib.util as u, os; print(os.path.dirname(u.find_spec('pyarrow').origin))"
        OUTPUT_VARIABLE FETTLE_ARROW_DIR OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT EXISTS "${FETTLE_ARROW_DIR}/libparquet.so.${FETTLE_ARROW_VERSION}")
    set(FETTLE_WITH_PARQUET OFF)
    message(STATUS "Parquet plug-in: not built (no pyarrow 26 in ${python})")
    return()
endif()
set(FETTLE_WITH_PARQUET ON)
message(STATUS "Parquet plug-in: ${FETTLE_ARROW_DIR}")

file(GLOB FETTLE_ARROW_LICENCES ${FETTLE_ARROW_DIR}/../pyarrow-*.dist-info/licenses)
add_library(fettle_arrow INTERFACE)
target_include_directories(fettle_arrow SYSTEM INTERFACE ${FETTLE_ARROW_DIR}/include)
foreach(library arrow parquet)
    add_library(fettle_lib${library} SHARED IMPORTED)
    set_target_properties(fettle_lib${library} PROPERTIES
        IMPORTED_LOCATION ${FETTLE_ARROW_DIR}/lib${library}.so.${FETTLE_ARROW_VERSION})
    target_link_libraries(fettle_arrow INTERFACE fettle_lib${library})
    list(APPEND FETTLE_ARROW_LIBRARIES ${FETTLE_ARROW_DIR}/lib${library}.so.${FETTLE_ARROW_VERSION})
endforeach()
