/// Assistants as they are met on clerks' PCs, and strangers in their place, played over real
/// sockets.
@NullMarked
package org.certassist.page;

import org.jspecify.annotations.NullMarked;
