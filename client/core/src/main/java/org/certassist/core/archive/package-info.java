/// The port to the archive: the history of each declaration, step by step, on disk before it
/// counts.
@NullMarked
package org.certassist.core.archive;

import org.jspecify.annotations.NullMarked;
