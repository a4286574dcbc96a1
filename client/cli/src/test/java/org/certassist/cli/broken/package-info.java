/// PCs that are broken in one way each, really made, and looked at through the program's real
/// parts; a table of docs/faults.md is held to what came of it.
@NullMarked
package org.certassist.cli.broken;

import org.jspecify.annotations.NullMarked;
