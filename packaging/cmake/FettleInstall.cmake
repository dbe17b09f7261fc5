# What is installed where, and the .deb made of it (packaging/deb.sh). LibTorch is not part of it: the window fetches it.
include(GNUInstallDirs)
set(share ${CMAKE_INSTALL_DATADIR}/fettle)
install(TARGETS fettle RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY resources/chat_templates resources/pocket resources/recipes resources/probes DESTINATION ${share}
        PATTERN world EXCLUDE PATTERN rebuild.sh EXCLUDE)
install(FILES tests/gpu/check.sh DESTINATION ${share})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/fettle RENAME copyright)
if(TARGET fettle-engine)
    install(TARGETS fettle-engine RUNTIME DESTINATION lib/fettle) # run by fettle alone, which finds its libraries
endif()
if(TARGET fettle-cuda)
    install(TARGETS fettle-cuda LIBRARY DESTINATION lib/fettle)
endif()
if(TARGET fettle-parquet)
    install(TARGETS fettle-parquet LIBRARY DESTINATION lib/fettle)
    install(FILES ${FETTLE_ARROW_LIBRARIES} DESTINATION lib/fettle) # the plug-in looks for them beside itself
    install(DIRECTORY ${FETTLE_ARROW_LICENCES}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/fettle/pyarrow)
endif()
if(TARGET fettle-studio)
    install(TARGETS fettle-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES packaging/fettle-studio.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/org.fettle.Studio.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/fettle-studio.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME fettle)
set(CPACK_PACKAGE_VENDOR "Fettle")
set(CPACK_PACKAGE_CONTACT "The Fettle developers <developers@fettle.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Fine-tune language models on this computer")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "A studio for fine-tuning language models: choose a base model and data, train on the
local GPU or CPU, watch the loss, chat with base and tuned model side by side, and
export the result. A small model and its data come with it; LibTorch is fetched by the
window at the first start.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# LibTorch's own libraries belong to no package; those of Debian are found by dpkg-shlibdeps.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${FETTLE_TORCH_DIR}/lib;${FETTLE_CUDART_DIR};${FETTLE_ARROW_DIR}")
set(CPACK_DEBIAN_PACKAGE_DEPENDS "python3-venv, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-qpa-plugins, qt6-wayland, qt6-translations-l10n")
include(CPack)
