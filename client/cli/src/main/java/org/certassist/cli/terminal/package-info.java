/// The person at the keyboard: what is printed, where the PIN is typed, how a run ends.
@NullMarked
package org.certassist.cli.terminal;

import org.jspecify.annotations.NullMarked;
