/// Each way a driver can be missing or broken, made with real files, and what is said of it.
@NullMarked
package org.certassist.keys.misses;

import org.jspecify.annotations.NullMarked;
