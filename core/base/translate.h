#pragma once

// Marks an English text of core for the window's translators; lupdate knows it by -tr-function-alias.
#define FETTLE_TR(text) text
