/// TODO
@NullMarked
package org.certassist.keys;

import org.jspecify.annotations.NullMarked;
