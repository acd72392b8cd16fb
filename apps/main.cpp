// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

int main() { return 0; }
