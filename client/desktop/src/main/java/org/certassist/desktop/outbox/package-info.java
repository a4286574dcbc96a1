/// What waits and what went: every declaration in the archive with its stage.
@NullMarked
package org.certassist.desktop.outbox;

import org.jspecify.annotations.NullMarked;
