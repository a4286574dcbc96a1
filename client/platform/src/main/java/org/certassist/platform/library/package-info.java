/// Libraries on disk: their headers, what they need, who may change them.
@NullMarked
package org.certassist.platform.library;

import org.jspecify.annotations.NullMarked;
