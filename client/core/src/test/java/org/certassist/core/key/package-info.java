/// What makes a PIN good enough to be set, and in which order a key is asked.
@NullMarked
package org.certassist.core.key;

import org.jspecify.annotations.NullMarked;
