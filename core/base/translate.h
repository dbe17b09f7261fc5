#pragma once

// Marks an English text of core for the window's translators; lupdate knows it by -tr-function-alias.
#define FETTLE_TR(text) text
// The same for a text whose %n decides its form.
#define FETTLE_TR_N(text) text
