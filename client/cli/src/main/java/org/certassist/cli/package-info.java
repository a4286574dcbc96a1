/// The command line: parses what was typed, calls the same use cases as the window, prints text or
/// one JSON document, and ends with the exit code of docs/cli.md.
@NullMarked
package org.certassist.cli;

import org.jspecify.annotations.NullMarked;
