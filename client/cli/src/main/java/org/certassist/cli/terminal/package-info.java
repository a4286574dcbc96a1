/// The person at the keyboard: what is printed, where the PIN is typed, where the log goes, how a
/// run ends.
@NullMarked
package org.certassist.cli.terminal;

import org.jspecify.annotations.NullMarked;
