/// One class for each command; it reads its options, calls a use case and says what came of it.
@NullMarked
package org.certassist.cli.command;

import org.jspecify.annotations.NullMarked;
