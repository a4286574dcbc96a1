/// Who listens, as recorded from several systems.
@NullMarked
package org.certassist.platform.port;

import org.jspecify.annotations.NullMarked;
