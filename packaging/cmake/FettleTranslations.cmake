# fettle_translations(target): the window's languages as resources of a target, and the target `translations`, which
# takes new texts of the sources into the .ts files. Linguist's tools are optional: without them the window speaks
# English, with "(s)" in its plurals.
function(fettle_translations target)
    file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/*.ts)
    if(NOT Qt6LinguistTools_FOUND)
        return()
    endif()
    qt_add_lrelease(${target} TS_FILES ${catalogues} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(${target} translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
    add_custom_target(translations COMMAND python3 ${CMAKE_SOURCE_DIR}/packaging/translations.py $<TARGET_FILE:Qt6::lupdate>)
endfunction()
