/// U-keys as the client sees them: drivers, tokens, PIN states, and the port through which one is
/// logged in to and signs.
@NullMarked
package org.certassist.core.key;

import org.jspecify.annotations.NullMarked;
